// Signing in by e-mail address and password; and by the code that may be asked for after it.
import { Refusal } from '../../core/refusal.ts'
import { begin } from './begin.ts'
import type { LetIn } from './begin.ts'
import { sessionCookie } from './better-auth.ts'
import { refuseUnreadableCodes } from './kept-codes.ts'
import { countAttempt, isFirstUse, refused } from './limits.ts'
import { recoveryCodeIn } from './recovery-codes.ts'
import type { SignIn } from './sign-in.ts'
import { cookieName, headersOf, signedCookie } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'

/** better-auth's name of the cookie that says whose code is waited for */
const challengeCookie = 'two_factor'

export async function signInByPassword(
  signIn: SignIn,
  visitor: Visitor,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Outcome<LetIn>> {
  const tried = { what: 'password', account: email } as const
  await countAttempt(signIn, visitor, tried)
  const response = await signIn.auth.api.signInEmail({
    body: { email, password },
    headers: strangersHeaders(signIn, visitor),
    asResponse: true,
  })
  if (response.ok) return begin(signIn, visitor, { response, method: 'password', tried })
  refused(signIn, visitor, { event: 'sign-in', reason: 'wrong-password', account: email })
  throw new Refusal('unauthenticated', 'The e-mail address or the password is wrong.')
}

export async function signInByCode(
  signIn: SignIn,
  visitor: Visitor,
  { code, kind }: { readonly code: string; readonly kind: 'code' | 'recovery-code' },
): Promise<Outcome<LetIn>> {
  const person = await challenged(signIn, visitor)
  const tried = { what: 'code', account: person.email } as const
  await countAttempt(signIn, visitor, tried)
  await refuseUnreadableCodes(signIn, person.id)
  const headers = strangersHeaders(signIn, visitor)
  const response =
    kind === 'recovery-code'
      ? await signIn.auth.api.verifyBackupCode({ body: { code: recoveryCodeIn(code) }, headers, asResponse: true })
      : await once(signIn, { user: person.id, code }, (plain) =>
          signIn.auth.api.verifyTOTP({ body: { code: plain }, headers, asResponse: true }),
        )
  if (response?.ok === true) return begin(signIn, visitor, { response, method: kind, tried })
  refused(signIn, visitor, { event: 'sign-in', reason: `wrong-${kind}`, user: person.id })
  if (response !== undefined && (await isSpent(response)))
    throw new Refusal('unauthenticated', 'Too many wrong codes. Sign in again from the start.')
  throw kind === 'recovery-code' ? wrongRecoveryCode() : wrongCode()
}

/** A code that was seen before is wrong, whatever it says. */
export async function once(
  signIn: SignIn,
  { user, code }: { readonly user: string; readonly code: string },
  verify: (code: string) => Promise<Response>,
): Promise<Response | undefined> {
  const plain = code.replaceAll(/\s/g, '')
  return (await isFirstUse(signIn, user, plain)) ? verify(plain) : undefined
}

export function wrongCode(): Refusal {
  return new Refusal('unauthenticated', 'This code is wrong, or was used already. Enter the one that is shown now.')
}

async function challenged(signIn: SignIn, visitor: Visitor): Promise<{ readonly id: string; readonly email: string }> {
  const { internalAdapter } = await signIn.auth.$context
  const challenge = signedCookie(visitor, signIn.settings, challengeCookie)
  const waiting = challenge === undefined ? null : await internalAdapter.findVerificationValue(challenge)
  const user =
    waiting === null || waiting.expiresAt.getTime() <= signIn.now()
      ? null
      : await internalAdapter.findUserById(waiting.value)
  if (user === null) throw new Refusal('unauthenticated', 'The sign-in has taken too long. Start again.')
  return user
}

async function isSpent(response: Response): Promise<boolean> {
  const { code } = (await response.clone().json()) as { readonly code?: string }
  return code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' || code === 'INVALID_TWO_FACTOR_COOKIE'
}

/** Whoever is signed in already and signs in again is asked as a stranger. */
export function strangersHeaders({ settings }: SignIn, visitor: Visitor): Headers {
  const own = cookieName(settings, sessionCookie)
  return headersOf(visitor, (name) => name !== own)
}

function wrongRecoveryCode(): Refusal {
  return new Refusal(
    'unauthenticated',
    'This recovery code is wrong, or was used already: each works once. Enter another one of your list.',
  )
}
