// Who asks: the person whose session the cookie names, if it still holds; and whether they have just proven who they are.
import { Refusal } from '../../core/refusal.ts'
import { deleteSession, findSession, noteSeen } from '../../store/sessions.ts'
import type { SessionRecord } from '../../store/sessions.ts'
import type { Person } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import { keptBriefly } from '../kept-briefly.ts'
import { sessionCookie } from './better-auth.ts'
import { absoluteLifetime, idleLifetime } from './settings.ts'
import type { SignIn } from './sign-in.ts'
import { rawCookie, whatSigned } from './visitor.ts'
import type { Visitor } from './visitor.ts'

export interface SignedIn {
  readonly user: Person
  readonly session: SessionRecord
  /** until then dangerous acts are allowed without asking again; RFC 3339, UTC */
  readonly freshUntil?: string
}

const freshFor = 5 * 60 * 1000
/** When they were last heard of is written at most so often. */
const noticed = 60 * 1000

/** With the moments in milliseconds, which each request compares. */
interface Found {
  readonly person: Person
  readonly session: SessionRecord
  readonly endsAt: number
  readonly seenAt: number
  readonly freshUntil: number
}

export function whoIs(signIn: SignIn, visitor: Visitor): Promise<SignedIn | undefined> {
  return whoHas(signIn, visitor, (cookie) => looked(signIn, cookie))
}

const sessions = keptBriefly<Found>()

/** The same for requests that come many a second: as it was at most a second ago. */
export function whoAsks(signIn: SignIn, visitor: Visitor): Promise<SignedIn | undefined> {
  return whoHas(signIn, visitor, (cookie) => sessions(signIn, { key: cookie, look: () => looked(signIn, cookie) }))
}

/** @param cookie as it was sent */
async function looked({ store, settings }: SignIn, cookie: string): Promise<Found | undefined> {
  const token = whatSigned(cookie, settings)
  if (token === undefined) return undefined
  const found = await store.readSystem((scope) => findSession(scope, token))
  if (found === undefined) return undefined
  const { createdAt, expiresAt, seenAt, freshAt } = found.session
  return {
    ...found,
    endsAt: Math.min(
      Date.parse(expiresAt),
      Date.parse(createdAt) + absoluteLifetime,
      Date.parse(seenAt) + idleLifetime,
    ),
    seenAt: Date.parse(seenAt),
    freshUntil: freshAt === undefined ? 0 : Date.parse(freshAt) + freshFor,
  }
}

async function whoHas(
  signIn: SignIn,
  visitor: Visitor,
  find: (cookie: string) => Promise<Found | undefined>,
): Promise<SignedIn | undefined> {
  const cookie = rawCookie(visitor, signIn.settings, sessionCookie)
  const found = cookie === undefined ? undefined : await find(cookie)
  if (found === undefined) return undefined
  const { session, person, endsAt, seenAt, freshUntil } = found
  const now = signIn.now()
  if (now >= endsAt) {
    await signIn.store.writeSystem((scope) => deleteSession(scope, session.user, session.id))
    return undefined
  }
  if (now - seenAt > noticed) await signIn.store.writeSystem((scope) => noteSeen(scope, session.id, timeOf(signIn)))
  return { user: person, session, ...(freshUntil > now && { freshUntil: new Date(freshUntil).toISOString() }) }
}

/** As it stands in the database at this moment, and until when; nobody is noted to have been heard of. */
export async function sessionNow(
  signIn: SignIn,
  visitor: Visitor,
): Promise<{ readonly session: SessionRecord; readonly until: string } | undefined> {
  const cookie = rawCookie(visitor, signIn.settings, sessionCookie)
  const found = cookie === undefined ? undefined : await looked(signIn, cookie)
  if (found === undefined || signIn.now() >= found.endsAt) return undefined
  return { session: found.session, until: new Date(found.endsAt).toISOString() }
}

export async function signedIn(signIn: SignIn, visitor: Visitor): Promise<SignedIn> {
  const who = await whoIs(signIn, visitor)
  if (who === undefined) throw new Refusal('unauthenticated', 'Sign in first.')
  return who
}

/** For acts that whoever finds an open browser must not do. Throws a refusal whose issue names what the page is to ask for. */
export function requireFresh({ freshUntil }: Pick<SignedIn, 'freshUntil'>): void {
  if (freshUntil !== undefined) return
  throw new Refusal('forbidden', 'Prove again that it is you: by your password, your passkey or a code.', [
    { at: 'session', message: 'fresh-sign-in-needed' },
  ])
}
