// The moment at which somebody is let in: the session is told how, the log who, and the device is remembered.
import { factorsOf } from '../../store/factors.ts'
import type { Factors } from '../../store/factors.ts'
import { noteBegun, noteFresh } from '../../store/sessions.ts'
import { timeOf } from '../time-of.ts'
import { sessionCookie } from './better-auth.ts'
import { forgiveAttempts, rememberDevice } from './limits.ts'
import type { Tried } from './limits.ts'
import type { SignIn } from './sign-in.ts'
import { cookieName } from './visitor.ts'
import type { Outcome, Visitor } from './visitor.ts'

export type Method = 'password' | 'code' | 'recovery-code' | 'link' | 'passkey' | 'sso' | 'set-up'

/** `code-needed`: the first proof was right; a code of the authenticator app is asked for, or a recovery code. */
export interface LetIn {
  readonly state: 'signed-in' | 'code-needed'
}

interface Beginning {
  readonly response: Response
  readonly method: Method
  /** what was counted for it */
  readonly tried?: { readonly what: Tried; readonly account: string }
}

/** @param response of better-auth, which said yes */
export async function begin(signIn: SignIn, visitor: Visitor, beginning: Beginning): Promise<Outcome<LetIn>> {
  const { response, method, tried } = beginning
  const cookies = response.headers.getSetCookie()
  if (tried !== undefined) await forgiveAttempts(signIn, visitor, tried)
  const token = tokenIn(signIn, cookies)
  if (token === undefined) return { body: { state: 'code-needed' }, cookies }
  const email = await note(signIn, visitor, { token, method })
  return { body: { state: 'signed-in' }, cookies: [...cookies, rememberDevice(signIn, email)] }
}

async function note(
  signIn: SignIn,
  { address }: Visitor,
  { token, method }: { readonly token: string; readonly method: Method },
): Promise<string> {
  const at = timeOf(signIn)
  const { user, email } = await signIn.store.writeSystem(async (scope) => {
    const begun = await noteBegun(scope, token, { method, at, address })
    if (provesEnough(method, await factorsOf(scope, begun.user))) await noteFresh(scope, begun.id, at)
    return begun
  })
  signIn.log({ at, event: 'sign-in', outcome: 'granted', method, user, address })
  return email
}

/** What comes by mail or from elsewhere is no fresh proof where the person has something better. */
function provesEnough(method: Method, { password, totp, passkeys }: Factors): boolean {
  if (method !== 'link' && method !== 'sso') return true
  return !password && !totp && passkeys === 0
}

export function tokenIn({ settings }: SignIn, cookies: readonly string[]): string | undefined {
  const start = `${cookieName(settings, sessionCookie)}=`
  const set = cookies.findLast((one) => one.startsWith(start) && !one.startsWith(`${start};`))
  return set === undefined ? undefined : decodeURIComponent(set.slice(start.length).split(';')[0]!).split('.')[0]
}
