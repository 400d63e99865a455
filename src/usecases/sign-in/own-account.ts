// What a person changes about themselves: name, password, address; and the password that was forgotten.
import type { UserId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { savePassword } from '../../store/factors.ts'
import { deleteLinksOf } from '../../store/mailed-links.ts'
import { deleteSessions } from '../../store/sessions.ts'
import type { Person } from '../../store/users.ts'
import { findPersonByEmail, saveEmail, saveName } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import { countAttempt, refused } from './limits.ts'
import { goodLink, mailLink, staleLink, takenLink } from './links.ts'
import { confirmAddressMail, newPasswordMail, noticeMail, sendSignInMail } from './messages.ts'
import { checkPassword } from './password-policy.ts'
import { afterFactorChange, changed } from './security-change.ts'
import type { SignIn } from './sign-in.ts'
import type { Visitor } from './visitor.ts'
import { requireFresh } from './who.ts'
import type { SignedIn } from './who.ts'

export async function changeName(signIn: SignIn, { user }: SignedIn, name: string): Promise<void> {
  await signIn.store.writeSystem((scope) => saveName(scope, user.id, { name, at: timeOf(signIn) }))
}

/** A first one, or another. */
export async function changePassword(
  signIn: SignIn,
  visitor: Visitor,
  { who, password }: { readonly who: SignedIn; readonly password: string },
): Promise<void> {
  requireFresh(who)
  await storePassword(signIn, who.user, password)
  await afterFactorChange(signIn, visitor, { who, event: 'password.changed', what: 'Your password was changed.' })
}

/** Answers alike whether or not anybody has this address. */
export async function forgotPassword(signIn: SignIn, visitor: Visitor, email: string): Promise<void> {
  await countAttempt(signIn, visitor, { what: 'mail', account: email })
  const person = await signIn.store.readSystem((scope) => findPersonByEmail(scope, email))
  await mailLink(signIn, {
    kind: 'password',
    email,
    ...(person !== undefined && { user: person.id, mail: newPasswordMail }),
  })
}

/** Signs nobody in: whoever has an authenticator app is still asked for its code. */
export async function resetPassword(
  signIn: SignIn,
  visitor: Visitor,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const link = await goodLink(signIn, 'password', token)
  const person =
    link === undefined ? undefined : await signIn.store.readSystem((scope) => findPersonByEmail(scope, link.email!))
  if (person === undefined || person.id !== link?.user) {
    refused(signIn, visitor, { event: 'password.reset', reason: 'stale-link' })
    throw staleLink()
  }
  checkPassword(password, [person.email, person.name]) // before the link is used up
  await takenLink(signIn, 'password', token)
  await storePassword(signIn, person, password)
  await signIn.store.writeSystem(async (scope) => {
    await deleteSessions(scope, person.id)
    await deleteLinksOf(scope, person.id)
    const notice = noticeMail(
      person.email,
      'Your password was changed by a link that was mailed to you.',
      signIn.settings.origin,
    )
    await sendSignInMail(scope, notice, { newId: signIn.newId, at: timeOf(signIn) })
  })
  changed(signIn, visitor, { event: 'password.reset', user: person })
}

async function storePassword(
  signIn: SignIn,
  person: Pick<Person, 'id' | 'email' | 'name'>,
  password: string,
): Promise<void> {
  checkPassword(password, [person.email, person.name])
  const hash = await (await signIn.auth.$context).password.hash(password)
  await signIn.store.writeSystem((scope) =>
    savePassword(scope, person.id, { id: signIn.newId('account'), hash, at: timeOf(signIn) }),
  )
}

/** It is theirs once the link that is sent there was opened; the old address is told. */
export async function askForNewEmail(
  signIn: SignIn,
  visitor: Visitor,
  { who, email }: { readonly who: SignedIn; readonly email: string },
): Promise<void> {
  requireFresh(who)
  await countAttempt(signIn, visitor, { what: 'mail', account: email })
  await mailLink(signIn, {
    kind: 'email',
    email,
    user: who.user.id,
    mail: confirmAddressMail,
    notice: noticeMail(
      who.user.email,
      `Somebody who is signed in as you asked to use ${email} instead of this address. It is changed once they open the link that was sent there.`,
      signIn.settings.origin,
    ),
  })
}

export async function confirmNewEmail(signIn: SignIn, visitor: Visitor, token: string): Promise<void> {
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const { user, email } = await takenLink(signIn, 'email', token)
  const id: UserId = user!
  await signIn.store.writeSystem(async (scope) => {
    const saved = await saveEmail(scope, id, { email: email!, at: timeOf(signIn) })
    if (!saved) throw new Refusal('conflict', 'This address cannot be used. Ask again with another one.')
    await deleteSessions(scope, id)
    await deleteLinksOf(scope, id)
  })
  changed(signIn, visitor, { event: 'email.changed', user: { id } })
}
