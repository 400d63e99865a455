// Passkeys: signing in with one, adding one, naming it, taking it away.
import type { PasskeyId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { deletePasskey, listPasskeys, renamePasskey } from '../../store/factors.ts'
import type { PasskeyRecord } from '../../store/factors.ts'
import { begin, tokenIn } from './begin.ts'
import type { LetIn } from './begin.ts'
import { strangersHeaders } from './by-password.ts'
import { countAttempt, refused } from './limits.ts'
import { afterFactorChange } from './security-change.ts'
import type { SignIn } from './sign-in.ts'
import { headersOf } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'
import { requireFresh } from './who.ts'
import type { SignedIn } from './who.ts'

const mostPasskeys = 20

/** What the browser's `navigator.credentials` is asked with. */
export type PasskeyOptions = Readonly<Record<string, unknown>>

/** What it answered. */
export type PasskeyResponse = Readonly<Record<string, unknown>>

/** @param known for somebody who is signed in: their own passkeys only */
export async function passkeyOptions(
  signIn: SignIn,
  visitor: Visitor,
  known?: SignedIn,
): Promise<Outcome<PasskeyOptions>> {
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const response = await signIn.auth.api.generatePasskeyAuthenticationOptions({
    headers: known === undefined ? strangersHeaders(signIn, visitor) : headersOf(visitor),
    asResponse: true,
  })
  const options = (await response.json()) as PasskeyOptions
  return { body: { ...options, userVerification: 'required' }, cookies: response.headers.getSetCookie() }
}

/** Something one has that checks something one is or knows: no code is asked for besides. */
export async function signInByPasskey(
  signIn: SignIn,
  visitor: Visitor,
  answer: PasskeyResponse,
): Promise<Outcome<LetIn>> {
  await countAttempt(signIn, visitor, { what: 'link', account: visitor.address })
  const response = await verified(signIn, visitor, answer)
  if (response.ok) return begin(signIn, visitor, { response, method: 'passkey' })
  refused(signIn, visitor, { event: 'sign-in', reason: 'wrong-passkey' })
  throw wrongPasskey()
}

/** @returns the token of the session that it began, and the cookies that bear it */
export async function verified(signIn: SignIn, visitor: Visitor, answer: PasskeyResponse): Promise<Response> {
  const response = await signIn.auth.api.verifyPasskeyAuthentication({
    body: { response: answer as never },
    headers: strangersHeaders(signIn, visitor),
    asResponse: true,
  })
  if (response.ok && tokenIn(signIn, response.headers.getSetCookie()) === undefined)
    throw new Error('a passkey was right and began no session')
  return response
}

export function wrongPasskey(): Refusal {
  return new Refusal('unauthenticated', 'This passkey was not accepted. Try again, or sign in another way.')
}

export async function newPasskeyOptions(
  signIn: SignIn,
  visitor: Visitor,
  who: SignedIn,
): Promise<Outcome<PasskeyOptions>> {
  requireFresh(who)
  const held = await signIn.store.readSystem((scope) => listPasskeys(scope, who.user.id))
  if (held.length >= mostPasskeys)
    throw new Refusal('conflict', `You have ${mostPasskeys} passkeys. Take away one that you no longer use first.`)
  const response = await signIn.auth.api.generatePasskeyRegistrationOptions({
    headers: headersOf(visitor),
    query: { name: who.user.email },
    asResponse: true,
  })
  if (!response.ok) throw new Error(`no passkey options: ${await response.text()}`)
  return { body: (await response.json()) as PasskeyOptions, cookies: response.headers.getSetCookie() }
}

export async function addPasskey(
  signIn: SignIn,
  visitor: Visitor,
  { who, answer, name }: { readonly who: SignedIn; readonly answer: PasskeyResponse; readonly name: string },
): Promise<readonly PasskeyRecord[]> {
  requireFresh(who)
  const response = await signIn.auth.api.verifyPasskeyRegistration({
    body: { response: answer, name },
    headers: headersOf(visitor),
    asResponse: true,
  })
  if (!response.ok)
    throw new Refusal('invalid', 'This passkey could not be added: the device did not confirm it. Begin again.')
  await afterFactorChange(signIn, visitor, { who, event: 'passkey.added', what: `A passkey (“${name}”) was added.` })
  return passkeysOf(signIn, who)
}

export function passkeysOf(signIn: SignIn, { user }: SignedIn): Promise<readonly PasskeyRecord[]> {
  return signIn.store.readSystem((scope) => listPasskeys(scope, user.id))
}

export async function namePasskey(
  signIn: SignIn,
  { user }: SignedIn,
  named: { readonly id: PasskeyId; readonly name: string },
): Promise<void> {
  if (!(await signIn.store.writeSystem((scope) => renamePasskey(scope, user.id, named)))) throw noSuchPasskey()
}

export async function removePasskey(
  signIn: SignIn,
  visitor: Visitor,
  { who, id }: { readonly who: SignedIn; readonly id: PasskeyId },
): Promise<void> {
  requireFresh(who)
  if (!(await signIn.store.writeSystem((scope) => deletePasskey(scope, who.user.id, id)))) throw noSuchPasskey()
  await afterFactorChange(signIn, visitor, { who, event: 'passkey.removed', what: 'A passkey was taken away.' })
}

function noSuchPasskey(): Refusal {
  return new Refusal('not-found', 'You have no such passkey.')
}
