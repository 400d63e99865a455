// Signing in, each way; and the first start.
import { z } from 'zod'
import { TenantId } from '../../core/record-id.ts'
import { askForLink, signInByLink } from '../../usecases/sign-in/by-link.ts'
import { signInByCode, signInByPassword } from '../../usecases/sign-in/by-password.ts'
import { passkeyOptions, signInByPasskey } from '../../usecases/sign-in/passkeys.ts'
import { setUp } from '../../usecases/sign-in/set-up.ts'
import { returnFromIssuer, startLinking, startSingleSignOn } from '../../usecases/sign-in/single-sign-on.ts'
import { signedIn, whoIs } from '../../usecases/sign-in/who.ts'
import { openRoute } from '../open-route.ts'
import { Code, Email, LetInBody, Name, PasskeyAnswer, PasskeyAsk, Password, Secret } from './fields.ts'

const letIn = { status: 200, says: 'signed in, or what is asked for next', body: LetInBody } as const
const SentTo = z.strictObject({ url: z.string() })

export const signInRoutes = [
  openRoute({
    name: 'signInByPassword',
    method: 'POST',
    path: '/api/auth/password',
    summary: 'Sign in by e-mail address and password',
    asks: 'nobody',
    body: z.strictObject({ email: Email, password: Password }),
    answers: letIn,
    run: (signIn, { body }, visitor) => signInByPassword(signIn, visitor, body),
  }),
  openRoute({
    name: 'signInByCode',
    method: 'POST',
    path: '/api/auth/code',
    summary: 'The code of the authenticator app, after the first proof',
    asks: 'nobody',
    body: z.strictObject({ code: Code }),
    answers: letIn,
    run: (signIn, { body: { code } }, visitor) => signInByCode(signIn, visitor, { code, kind: 'code' }),
  }),
  openRoute({
    name: 'signInByRecoveryCode',
    method: 'POST',
    path: '/api/auth/recovery-code',
    summary: 'A recovery code instead, after the first proof',
    asks: 'nobody',
    body: z.strictObject({ code: Code }),
    answers: letIn,
    run: (signIn, { body: { code } }, visitor) => signInByCode(signIn, visitor, { code, kind: 'recovery-code' }),
  }),
  openRoute({
    name: 'askForLink',
    method: 'POST',
    path: '/api/auth/link',
    summary: 'Have a link mailed that signs in',
    asks: 'nobody',
    body: z.strictObject({ email: Email }),
    answers: { status: 204, says: 'mailed, if anybody here has this address' },
    run: async (signIn, { body }, visitor) => {
      await askForLink(signIn, visitor, body.email)
      return {}
    },
  }),
  openRoute({
    name: 'signInByLink',
    method: 'POST',
    path: '/api/auth/link/confirm',
    summary: 'Sign in by the link that was mailed',
    asks: 'nobody',
    body: z.strictObject({ token: Secret }),
    answers: letIn,
    run: (signIn, { body }, visitor) => signInByLink(signIn, visitor, body.token),
  }),
  openRoute({
    name: 'askForPasskey',
    method: 'POST',
    path: '/api/auth/passkey/options',
    summary: 'A challenge for a passkey',
    asks: 'nobody',
    answers: { status: 200, says: 'what the browser is to be asked with', body: PasskeyAsk },
    run: async (signIn, _given, visitor) => passkeyOptions(signIn, visitor, await whoIs(signIn, visitor)),
  }),
  openRoute({
    name: 'signInByPasskey',
    method: 'POST',
    path: '/api/auth/passkey',
    summary: 'Sign in by passkey',
    asks: 'nobody',
    body: z.strictObject({ answer: PasskeyAnswer }),
    answers: letIn,
    run: (signIn, { body }, visitor) => signInByPasskey(signIn, visitor, body.answer),
  }),
  openRoute({
    name: 'startSingleSignOn',
    method: 'POST',
    path: '/api/auth/sso',
    summary: 'Sign in through the organization’s own issuer (OpenID Connect)',
    asks: 'nobody',
    answers: { status: 200, says: 'where the browser goes next', body: SentTo },
    run: (signIn, _given, visitor) => startSingleSignOn(signIn, visitor),
  }),
  openRoute({
    name: 'linkSingleSignOn',
    method: 'POST',
    path: '/api/auth/sso/link',
    summary: 'Link my account at the organization’s issuer',
    asks: 'fresh session',
    answers: { status: 200, says: 'where the browser goes next', body: SentTo },
    run: async (signIn, _given, visitor) => startLinking(signIn, visitor, await signedIn(signIn, visitor)),
  }),
  openRoute({
    name: 'returnFromIssuer',
    method: 'GET',
    path: '/api/auth/sso/callback',
    summary: 'Where the issuer sends the browser back',
    asks: 'nobody',
    query: z.object({
      code: z.string().max(4000).optional(),
      state: z.string().max(4000).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(2000).optional(),
      iss: z.string().max(1000).optional(),
    }),
    answers: { status: 303, says: 'signed in, or back at the sign-in page' },
    run: async (signIn, { query }, visitor) => {
      const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
      const { body, cookies } = await returnFromIssuer(
        signIn,
        visitor,
        Object.fromEntries(given) as Readonly<Record<string, string>>,
      )
      return { location: body.url, cookies }
    },
  }),
  openRoute({
    name: 'setUp',
    method: 'POST',
    path: '/api/auth/set-up',
    summary: 'The first start: make the owner and their MSP, by the link that the server printed',
    asks: 'nobody',
    body: z.strictObject({ token: Secret, organization: Name, name: Name, email: Email, password: Password }),
    answers: { status: 201, says: 'signed in as the owner', body: LetInBody.extend({ tenant: TenantId }) },
    run: (signIn, { body }, visitor) => setUp(signIn, visitor, body),
  }),
]
