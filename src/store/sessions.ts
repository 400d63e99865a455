// Who is signed in, and where: sessions with the person whose they are.
import type { SessionId, UserId } from '../core/record-id.ts'
import type { SystemScope } from './scope.ts'
import { personOf } from './users.ts'
import type { Person } from './users.ts'

export interface SessionRecord {
  readonly id: SessionId
  readonly user: UserId
  readonly createdAt: string
  readonly expiresAt: string
  readonly seenAt: string
  readonly freshAt?: string
  /** password, link, passkey, sso, set-up; with a code: `password+code` */
  readonly method: string
  readonly address?: string
  readonly agent?: string
}

export async function findSession(
  { sql }: SystemScope,
  token: string,
): Promise<{ readonly session: SessionRecord; readonly person: Person } | undefined> {
  const row = await sql
    .selectFrom('sessions')
    .innerJoin('users', 'users.user_id', 'sessions.user_id')
    .selectAll('sessions')
    .select(['users.email', 'users.email_verified', 'users.name', 'users.two_factor_enabled'])
    .where('sessions.token', '=', token)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { session: sessionOf(row), person: personOf(row) }
}

/** @returns those of them that are there */
export async function sessionsAmong({ sql }: SystemScope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql.selectFrom('sessions').select('session_id').where('session_id', 'in', ids).execute()
  return new Set(rows.map((row) => row.session_id))
}

/** The newest first. */
export async function listSessions({ sql }: SystemScope, user: UserId): Promise<readonly SessionRecord[]> {
  const rows = await sql
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('session_id', 'desc')
    .execute()
  return rows.map(sessionOf)
}

export async function noteSeen({ sql }: SystemScope, id: SessionId, at: string): Promise<void> {
  await sql.updateTable('sessions').set({ seen_at: at }).where('session_id', '=', id).execute()
}

export async function noteFresh({ sql }: SystemScope, id: SessionId, at: string): Promise<void> {
  await sql.updateTable('sessions').set({ fresh_at: at, seen_at: at }).where('session_id', '=', id).execute()
}

/** How the session began; who has it is told. */
export async function noteBegun(
  { sql }: SystemScope,
  token: string,
  { method, at, address }: { readonly method: string; readonly at: string; readonly address: string },
): Promise<{ readonly id: SessionId; readonly user: UserId; readonly email: string }> {
  const { session_id: id, user_id: user } = await sql
    .updateTable('sessions')
    .set({ method, seen_at: at, ip_address: address })
    .where('token', '=', token)
    .returning(['session_id', 'user_id'])
    .executeTakeFirstOrThrow()
  const { email } = await sql.selectFrom('users').select('email').where('user_id', '=', user).executeTakeFirstOrThrow()
  return { id: id as SessionId, user: user as UserId, email }
}

/** @returns whether the person had such a session */
export async function deleteSession({ sql }: SystemScope, user: UserId, id: SessionId): Promise<boolean> {
  const { numDeletedRows } = await sql
    .deleteFrom('sessions')
    .where('user_id', '=', user)
    .where('session_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function deleteSessions({ sql }: SystemScope, user: UserId, but?: SessionId): Promise<number> {
  const all = sql.deleteFrom('sessions').where('user_id', '=', user)
  const { numDeletedRows } = await (but === undefined ? all : all.where('session_id', '!=', but)).executeTakeFirst()
  return Number(numDeletedRows)
}

interface SessionRow {
  readonly session_id: string
  readonly user_id: string
  readonly created_at: string
  readonly expires_at: string
  readonly seen_at: string | null
  readonly fresh_at: string | null
  readonly method: string | null
  readonly ip_address: string | null
  readonly user_agent: string | null
}

function sessionOf(row: SessionRow): SessionRecord {
  return {
    id: row.session_id as SessionId,
    user: row.user_id as UserId,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    seenAt: row.seen_at ?? row.created_at,
    ...(row.fresh_at !== null && { freshAt: row.fresh_at }),
    method: row.method ?? 'unknown',
    ...((row.ip_address ?? '') !== '' && { address: row.ip_address! }),
    ...((row.user_agent ?? '') !== '' && { agent: row.user_agent! }),
  }
}
