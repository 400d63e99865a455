// What we write to people about signing in: plain text, one link, and what to do if it was not them.
import type { MessageId, RecordKind } from '../../core/record-id.ts'

import type { SystemScope } from '../../store/scope.ts'
import { insertSystemMessage } from '../../store/system-messages.ts'

export interface SignInMail {
  readonly kind: string
  readonly to: string
  readonly subject: string
  readonly body: string
}

interface Post {
  readonly newId: (kind: RecordKind) => string
  readonly at: string
}

/** In the transaction of its cause; whoever delivers mail sends it. */
export async function sendSignInMail(scope: SystemScope, mail: SignInMail, { newId, at }: Post): Promise<void> {
  const { kind, to: recipient, subject, body } = mail
  await insertSystemMessage(scope, { id: newId('message') as MessageId, kind, recipient, subject, body, at })
}

export function signInLinkMail(to: string, link: string): SignInMail {
  return {
    kind: 'sign-in.link',
    to,
    subject: 'Your link to sign in to Demarc',
    body: letter(
      'Open this link and press the button to sign in:',
      link,
      'It works once, for 15 minutes. If you did not ask for it, do nothing: nobody is signed in until the button is pressed.',
    ),
  }
}

export function newPasswordMail(to: string, link: string): SignInMail {
  return {
    kind: 'sign-in.password',
    to,
    subject: 'Choose a new password for Demarc',
    body: letter(
      'Open this link to choose a new password:',
      link,
      'It works once, for 15 minutes. If you have an authenticator app, its code is still asked for. If you did not ask for this, do nothing: your password stays as it is.',
    ),
  }
}

export function confirmAddressMail(to: string, link: string): SignInMail {
  return {
    kind: 'sign-in.email',
    to,
    subject: 'Confirm your new e-mail address for Demarc',
    body: letter(
      'Open this link and press the button to use this address from now on:',
      link,
      'It works once, for 15 minutes. If you did not ask for it, do nothing.',
    ),
  }
}

/** @param what happened, as a sentence */
export function noticeMail(to: string, what: string, origin: string): SignInMail {
  return {
    kind: 'sign-in.notice',
    to,
    subject: 'A change to how you sign in to Demarc',
    body: letter(
      what,
      origin,
      'Other devices were signed out. If this was not you, choose a new password at once (“Forgot your password?” on the sign-in page) and tell the owner of your Demarc.',
    ),
  }
}

function letter(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`
}
