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
import { signedCookie } from './visitor.ts'
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

type Found = Awaited<ReturnType<typeof findSession>>

export function whoIs(signIn: SignIn, visitor: Visitor): Promise<SignedIn | undefined> {
  return whoHas(signIn, visitor, (token) => looked(signIn, token))
}

const sessions = keptBriefly<NonNullable<Found>>()

/** The same for requests that come many a second: as it was at most a second ago. */
export function whoAsks(signIn: SignIn, visitor: Visitor): Promise<SignedIn | undefined> {
  return whoHas(signIn, visitor, (token) => sessions(signIn, { key: token, look: () => looked(signIn, token) }))
}

function looked({ store }: SignIn, token: string): Promise<Found> {
  return store.readSystem((scope) => findSession(scope, token))
}

async function whoHas(
  signIn: SignIn,
  visitor: Visitor,
  find: (token: string) => Promise<Found>,
): Promise<SignedIn | undefined> {
  const token = signedCookie(visitor, signIn.settings, sessionCookie)
  if (token === undefined) return undefined
  const found = await find(token)
  if (found === undefined) return undefined
  const { session, person } = found
  const now = signIn.now()
  if (isOver(session, now)) {
    await signIn.store.writeSystem((scope) => deleteSession(scope, session.user, session.id))
    return undefined
  }
  if (now - Date.parse(session.seenAt) > noticed)
    await signIn.store.writeSystem((scope) => noteSeen(scope, session.id, timeOf(signIn)))
  const freshUntil = session.freshAt === undefined ? 0 : Date.parse(session.freshAt) + freshFor
  return { user: person, session, ...(freshUntil > now && { freshUntil: new Date(freshUntil).toISOString() }) }
}

/** As it stands in the database at this moment, and until when; nobody is noted to have been heard of. */
export async function sessionNow(
  signIn: SignIn,
  visitor: Visitor,
): Promise<{ readonly session: SessionRecord; readonly until: string } | undefined> {
  const token = signedCookie(visitor, signIn.settings, sessionCookie)
  const found = token === undefined ? undefined : await looked(signIn, token)
  if (found === undefined || isOver(found.session, signIn.now())) return undefined
  return { session: found.session, until: new Date(endOf(found.session)).toISOString() }
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

function isOver(session: SessionRecord, now: number): boolean {
  return now >= endOf(session)
}

/** Unless they are heard of until then; milliseconds since 1970. */
function endOf({ createdAt, expiresAt, seenAt }: SessionRecord): number {
  return Math.min(Date.parse(expiresAt), Date.parse(createdAt) + absoluteLifetime, Date.parse(seenAt) + idleLifetime)
}
