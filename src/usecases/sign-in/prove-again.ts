// Proving again that it is you, for dangerous acts: by password, code or passkey.
import { Refusal } from '../../core/refusal.ts'
import { deleteSession, noteFresh } from '../../store/sessions.ts'
import { timeOf } from '../time-of.ts'
import { begin, tokenIn } from './begin.ts'
import { countAttempt, forgiveAttempts, refused } from './limits.ts'
import { verified, wrongPasskey } from './passkeys.ts'
import type { PasskeyResponse } from './passkeys.ts'
import type { SignIn } from './sign-in.ts'
import { codeVerified } from './totp.ts'
import { headersOf } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'
import { whoIs } from './who.ts'
import type { SignedIn } from './who.ts'

interface Proof<T> {
  readonly who: SignedIn
  readonly proof: T
}

export async function proveByPassword(signIn: SignIn, visitor: Visitor, { who, proof }: Proof<string>): Promise<void> {
  const tried = { what: 'password', account: who.user.email } as const
  await countAttempt(signIn, visitor, tried)
  const response = await signIn.auth.api.verifyPassword({
    body: { password: proof },
    headers: headersOf(visitor),
    asResponse: true,
  })
  if (!response.ok) {
    refused(signIn, visitor, { event: 'proof', reason: 'wrong-password', user: who.user.id })
    throw new Refusal('unauthenticated', 'The password is wrong.')
  }
  await forgiveAttempts(signIn, visitor, tried)
  await proven(signIn, visitor, { who, method: 'password' })
}

export async function proveByCode(signIn: SignIn, visitor: Visitor, { who, proof }: Proof<string>): Promise<void> {
  if (!who.user.totp) throw new Refusal('conflict', 'You have no authenticator app.')
  await codeVerified(signIn, visitor, { who, code: proof })
  await forgiveAttempts(signIn, visitor, { what: 'code', account: who.user.email })
  await proven(signIn, visitor, { who, method: 'code' })
}

/** The session goes on under another token. */
export async function proveByPasskey(
  signIn: SignIn,
  visitor: Visitor,
  { who, proof }: Proof<PasskeyResponse>,
): Promise<Outcome<undefined>> {
  const response = await verified(signIn, visitor, proof)
  if (!response.ok) {
    refused(signIn, visitor, { event: 'proof', reason: 'wrong-passkey', user: who.user.id })
    throw wrongPasskey()
  }
  const begun = await whoIs(signIn, { ...visitor, cookies: cookieHeader(response) })
  if (begun === undefined || tokenIn(signIn, response.headers.getSetCookie()) === undefined)
    throw new Error('a passkey was right and began no session')
  if (begun.user.id !== who.user.id) {
    await signIn.store.writeSystem((scope) => deleteSession(scope, begun.user.id, begun.session.id))
    refused(signIn, visitor, { event: 'proof', reason: 'passkey-of-another', user: who.user.id })
    throw wrongPasskey()
  }
  const { cookies } = await begin(signIn, visitor, { response, method: 'passkey' })
  await signIn.store.writeSystem((scope) => deleteSession(scope, who.user.id, who.session.id))
  return { body: undefined, cookies }
}

async function proven(
  signIn: SignIn,
  { address }: Visitor,
  { who: { user, session }, method }: { readonly who: SignedIn; readonly method: string },
): Promise<void> {
  const at = timeOf(signIn)
  await signIn.store.writeSystem((scope) => noteFresh(scope, session.id, at))
  signIn.log({ at, event: 'proof', outcome: 'granted', method, user: user.id, address })
}

function cookieHeader(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
}
