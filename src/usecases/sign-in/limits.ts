// How often one may try. A stranger who tries too often is held up at the stranger's own address; over all addresses together, those on
// a device that the person has signed in with before are not counted with strangers.
import { createHmac, randomBytes } from 'node:crypto'
import { TooMany } from '../../core/refusal.ts'
import { countTry, forgetTries } from '../../store/sign-in-limits.ts'
import { networkOf } from '../network-of.ts'
import { isEqual } from '../secret.ts'
import { timeOf } from '../time-of.ts'
import type { SignIn } from './sign-in.ts'
import { setSignedCookie, signedCookie } from './visitor.ts'
import type { Visitor } from './visitor.ts'

interface Limit {
  readonly most: number
  readonly minutes: number
}

/** here: for one account from one address or known device; everywhere: for one account from all strangers; address: for all accounts. */
interface Limits {
  readonly here: Limit
  readonly everywhere: Limit
  readonly address: Limit
}

const limits = {
  password: {
    here: { most: 10, minutes: 15 },
    everywhere: { most: 100, minutes: 60 },
    address: { most: 100, minutes: 15 },
  },
  code: {
    here: { most: 10, minutes: 15 },
    everywhere: { most: 30, minutes: 60 },
    address: { most: 100, minutes: 15 },
  },
  mail: {
    here: { most: 5, minutes: 15 },
    everywhere: { most: 20, minutes: 60 },
    address: { most: 50, minutes: 60 },
  },
  link: {
    here: { most: 300, minutes: 15 }, // secrets of 256 bits are not guessed; an office may be behind one address
    everywhere: { most: 300, minutes: 15 },
    address: { most: 300, minutes: 15 },
  },
} as const satisfies Readonly<Record<string, Limits>>

export type Tried = keyof typeof limits

const device = 'device'
const deviceDays = 400

interface Bucket extends Limit {
  readonly name: string
}

/** Counts before anything is looked at, so that many at once do not slip through. Throws `TooMany`. */
export async function countAttempt(signIn: SignIn, visitor: Visitor, tried: Attempt): Promise<void> {
  const now = timeOf(signIn)
  const spent = await signIn.store.writeSystem(async (scope) => {
    for (const { name, most, minutes } of bucketsOf(signIn, visitor, tried)) {
      const counted = await countTry(scope, name, { now, until: timeOf(signIn, minutes * 60_000) })
      if (counted.tried > most) return counted // what comes after it is not used up by who is held up here
    }
    return undefined
  })
  if (spent === undefined) return
  const seconds = Math.max(1, Math.ceil((Date.parse(spent.endsAt) - Date.parse(now)) / 1000))
  refused(signIn, visitor, { event: tried.what, reason: 'too-many', account: tried.account })
  throw new TooMany(seconds, `That was tried too often from here. Wait ${sayWait(seconds)} and try again.`)
}

export interface Attempt {
  readonly what: Tried
  /** the e-mail address that was given, or the id of a person */
  readonly account: string
}

/** Who got in has not been guessing. */
export async function forgiveAttempts(signIn: SignIn, visitor: Visitor, tried: Attempt): Promise<void> {
  const [here] = bucketsOf(signIn, visitor, tried)
  await signIn.store.writeSystem((scope) => forgetTries(scope, here!.name))
}

/** A code of an authenticator app opens once. */
export async function isFirstUse(signIn: SignIn, user: string, code: string): Promise<boolean> {
  const name = hashed(signIn, 'used', user, code)
  const { tried } = await signIn.store.writeSystem((scope) =>
    countTry(scope, name, { now: timeOf(signIn), until: timeOf(signIn, 120_000) }),
  )
  return tried === 1
}

/** For a device on which this account has signed in. */
export function rememberDevice(signIn: SignIn, account: string): string {
  const nonce = randomBytes(16).toString('base64url')
  const value = `${nonce}.${hashed(signIn, 'device', account, nonce)}`
  return setSignedCookie(signIn.settings, device, { value, seconds: deviceDays * 24 * 60 * 60 })
}

export function refused(
  signIn: SignIn,
  { address }: Visitor,
  {
    account,
    ...rest
  }: { readonly event: string; readonly reason: string; readonly account?: string; readonly user?: string },
): void {
  signIn.log({
    at: timeOf(signIn),
    outcome: 'refused',
    ...rest,
    ...(account !== undefined && { account: hashed(signIn, 'account', account).slice(0, 16) }),
    address,
  })
}

function bucketsOf(signIn: SignIn, visitor: Visitor, { what, account }: Attempt): readonly Bucket[] {
  const { here, everywhere, address } = limits[what]
  const known = knownDevice(signIn, visitor, account)
  const network = networkOf(visitor.address)
  if (known !== undefined) return [{ ...here, name: hashed(signIn, what, 'device', account, known) }]
  return [
    { ...here, name: hashed(signIn, what, 'here', account, network) },
    { ...address, name: hashed(signIn, what, 'address', network) },
    { ...everywhere, name: hashed(signIn, what, 'everywhere', account) },
  ]
}

function knownDevice(signIn: SignIn, visitor: Visitor, account: string): string | undefined {
  const [nonce, mark] = signedCookie(visitor, signIn.settings, device)?.split('.') ?? []
  if (nonce === undefined || mark === undefined) return undefined
  return isEqual(mark, hashed(signIn, 'device', account, nonce)) ? nonce : undefined
}

function hashed({ settings }: SignIn, ...parts: readonly string[]): string {
  return createHmac('sha256', settings.secret).update(JSON.stringify(parts)).digest('base64url')
}

function sayWait(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
