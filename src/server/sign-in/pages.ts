// What the pages of signing in say.
import { shortestPassword } from '../../usecases/sign-in/password-policy.ts'
import { field, form, hidden, html } from './page.ts'
import type { Page } from './page.ts'

interface Said {
  readonly error?: string | undefined
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly organization?: string | undefined
  readonly token?: string | undefined
  /** of the single sign-on that is offered */
  readonly issuer?: string | undefined
}

const emailField = (value = '') =>
  field({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username webauthn', value })

const newPasswordField = (label: string) =>
  field({
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: `${shortestPassword} characters or more; a few unrelated words make a good one.`,
  })

export function signInPage({ error, email, issuer }: Said): Page {
  return {
    title: 'Sign in',
    ...(error !== undefined && { error }),
    script: 'passkey.js',
    content: html`${form('/sign-in', 'Sign in', [
        emailField(email),
        field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }),
      ])}
      <p class="aside"><a href="/forgotten">Forgot your password?</a></p>
      <div class="others">
        <p class="or"><span>or</span></p>
        <button type="button" class="other" id="passkey" hidden>Sign in with a passkey</button>
        <p class="error" id="passkey-error" role="alert" hidden></p>
        ${
          issuer === undefined
            ? undefined
            : html`<form method="post" action="/sign-in/sso">
                <button type="submit" class="other">Sign in with ${issuer}</button>
              </form>`
        }
        <a class="other" href="/sign-in/link">Mail me a link</a>
      </div>`,
  }
}

export function codePage({ error }: Said): Page {
  return {
    title: 'Enter the code',
    ...(error !== undefined && { error }),
    content: html`${form('/sign-in/code', 'Continue', [
        field({
          name: 'code',
          label: 'Code',
          autocomplete: 'one-time-code',
          hint: 'The six digits that your authenticator app shows now, or one of your recovery codes.',
          numeric: true,
        }),
      ])}
      <p class="aside"><a href="/sign-in">Start again</a></p>`,
  }
}

export function askLinkPage({ error, email }: Said): Page {
  return {
    title: 'Sign in by mail',
    ...(error !== undefined && { error }),
    content: html`<p>We mail you a link. Open it, press the button, and you are signed in.</p>
      ${form('/sign-in/link', 'Mail me a link', [emailField(email)])}
      <p class="aside"><a href="/sign-in">Back to sign in</a></p>`,
  }
}

export function forgottenPage({ error, email }: Said): Page {
  return {
    title: 'Forgot your password?',
    ...(error !== undefined && { error }),
    content: html`<p>We mail you a link to choose a new one.</p>
      ${form('/forgotten', 'Mail me a link', [emailField(email)])}
      <p class="aside"><a href="/sign-in">Back to sign in</a></p>`,
  }
}

export function mailedPage({ email = '' }: Said): Page {
  return {
    title: 'Look into your mail',
    content: html`<p>
        If somebody with the address <strong>${email}</strong> was let in here, a link is on its way. It works once, for
        15 minutes.
      </p>
      <p class="aside"><a href="/sign-in">Back to sign in</a></p>`,
  }
}

export function magicPage({ error, token = '' }: Said): Page {
  return {
    title: 'Sign in',
    ...(error !== undefined && { error }),
    content: html`<p>You asked for a link to sign in. Press the button on the device where you want to be signed in.</p>
      ${form('/magic', 'Sign in now', [hidden('token', token)])}`,
  }
}

export function newPasswordPage({ error, token = '' }: Said): Page {
  return {
    title: 'Choose a new password',
    ...(error !== undefined && { error }),
    content: html`<p>You are signed out everywhere, and sign in with the new one.</p>
      ${form('/new-password', 'Save the password', [hidden('token', token), newPasswordField('New password')])}`,
  }
}

export function confirmEmailPage({ error, token = '' }: Said): Page {
  return {
    title: 'Confirm your new address',
    ...(error !== undefined && { error }),
    content: html`<p>From now on you sign in with this e-mail address. You are signed out everywhere.</p>
      ${form('/confirm-email', 'Use this address', [hidden('token', token)])}`,
  }
}

export function setUpPage({ error, token = '', organization = '', name = '', email = '' }: Said): Page {
  return {
    title: 'Set up Demarc',
    ...(error !== undefined && { error }),
    content: html`<p>Nobody is here yet. You become the owner, and let others in later.</p>
      ${form('/set-up', 'Set up and sign in', [
        hidden('token', token),
        field({
          name: 'organization',
          label: 'Your company, the managed service provider',
          autocomplete: 'organization',
          value: organization,
        }),
        field({ name: 'name', label: 'Your name', autocomplete: 'name', value: name }),
        field({ name: 'email', label: 'Your e-mail address', type: 'email', autocomplete: 'username', value: email }),
        newPasswordField('A password'),
      ])}`,
  }
}

export function stalePage(says: string): Page {
  return {
    title: 'This link no longer works',
    error: says,
    content: html`<p class="aside"><a href="/sign-in">To the sign-in page</a></p>`,
  }
}

export function donePage(says: string): Page {
  return {
    title: 'Done',
    content: html`<p role="status">${says}</p>
      <p><a class="button" href="/sign-in">Sign in</a></p>`,
  }
}
