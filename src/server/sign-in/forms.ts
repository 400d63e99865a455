// The forms of signing in: what each takes, what it does, and what is shown next.
import { z } from 'zod'
import { askForLink, signInByLink } from '../../usecases/sign-in/by-link.ts'
import { signInByCode, signInByPassword } from '../../usecases/sign-in/by-password.ts'
import { confirmNewEmail, forgotPassword, resetPassword } from '../../usecases/sign-in/own-account.ts'
import { signOut } from '../../usecases/sign-in/sessions.ts'
import { setUp } from '../../usecases/sign-in/set-up.ts'
import { startSingleSignOn } from '../../usecases/sign-in/single-sign-on.ts'
import type { SignIn } from '../../usecases/sign-in/sign-in.ts'
import type { Outcome, Visitor } from '../../usecases/sign-in/visitor.ts'
import { Code, Email, Name, Password, Secret } from './fields.ts'
import type { Page } from './page.ts'
import * as pages from './pages.ts'

export interface Going {
  readonly goTo?: string
  readonly page?: Page
  readonly cookies?: readonly string[]
}

interface Form<S extends z.ZodObject> {
  readonly path: string
  readonly takes: S
  /** what was typed may be shown again, never a password */
  readonly again: (said: Readonly<Record<string, string | undefined>>) => Page
  readonly sent: (typed: z.output<S>, visitor: Visitor) => Promise<Going>
}

export function formsOf(signIn: SignIn): readonly Form<z.ZodObject>[] {
  return [...doorForms(signIn), ...linkForms(signIn)]
}

function doorForms(signIn: SignIn): readonly Form<z.ZodObject>[] {
  return [
    formOf({
      path: '/sign-in',
      takes: z.strictObject({ email: Email, password: Password }),
      again: pages.signInPage,
      sent: async (typed, visitor) => onwards(await signInByPassword(signIn, visitor, typed)),
    }),
    formOf({
      path: '/sign-in/code',
      takes: z.strictObject({ code: Code }),
      again: pages.codePage,
      sent: async ({ code }, visitor) => {
        const kind = /^[\d\s]+$/.test(code) ? 'code' : 'recovery-code'
        return onwards(await signInByCode(signIn, visitor, { code, kind }))
      },
    }),
    formOf({
      path: '/sign-in/sso',
      takes: z.strictObject({}),
      again: pages.signInPage,
      sent: async (_typed, visitor) => {
        const { body, cookies } = await startSingleSignOn(signIn, visitor)
        return { goTo: body.url, cookies }
      },
    }),
    formOf({
      path: '/set-up',
      takes: z.strictObject({ token: Secret, organization: Name, name: Name, email: Email, password: Password }),
      again: pages.setUpPage,
      sent: async (typed, visitor) => onwards(await setUp(signIn, visitor, typed)),
    }),
    formOf({
      path: '/sign-out',
      takes: z.strictObject({}),
      again: pages.signInPage,
      sent: async (_typed, visitor) => ({ ...(await signOut(signIn, visitor)), goTo: '/sign-in' }),
    }),
  ]
}

function linkForms(signIn: SignIn): readonly Form<z.ZodObject>[] {
  return [
    formOf({
      path: '/sign-in/link',
      takes: z.strictObject({ email: Email }),
      again: pages.askLinkPage,
      sent: async ({ email }, visitor) => {
        await askForLink(signIn, visitor, email)
        return { page: pages.mailedPage({ email }) }
      },
    }),
    formOf({
      path: '/forgotten',
      takes: z.strictObject({ email: Email }),
      again: pages.forgottenPage,
      sent: async ({ email }, visitor) => {
        await forgotPassword(signIn, visitor, email)
        return { page: pages.mailedPage({ email }) }
      },
    }),
    formOf({
      path: '/magic',
      takes: z.strictObject({ token: Secret }),
      again: ({ error }) => pages.stalePage(error ?? ''),
      sent: async ({ token }, visitor) => onwards(await signInByLink(signIn, visitor, token)),
    }),
    formOf({
      path: '/new-password',
      takes: z.strictObject({ token: Secret, password: Password }),
      again: pages.newPasswordPage,
      sent: async (typed, visitor) => {
        await resetPassword(signIn, visitor, typed)
        return { page: pages.donePage('Your password was changed.') }
      },
    }),
    formOf({
      path: '/confirm-email',
      takes: z.strictObject({ token: Secret }),
      again: ({ error }) => pages.stalePage(error ?? ''),
      sent: async ({ token }, visitor) => {
        await confirmNewEmail(signIn, visitor, token)
        return { page: pages.donePage('Your e-mail address was changed.') }
      },
    }),
  ]
}

function formOf<S extends z.ZodObject>(one: Form<S>): Form<z.ZodObject> {
  return one
}

function onwards({ body, cookies }: Outcome<{ readonly state: 'signed-in' | 'code-needed' }>): Going {
  return { goTo: body.state === 'signed-in' ? '/' : '/sign-in/code', cookies }
}
