// People as they are known to all MSPs: read here; signing in writes them.
import type { UserId } from '../core/record-id.ts'
import type { SystemScope } from './scope.ts'
import type { UserTable } from './tables/sign-in.ts'

export interface User {
  readonly id: UserId
  readonly email: string
  /** they have shown that mail to this address reaches them */
  readonly emailVerified: boolean
  readonly name: string
}

export async function findUser({ sql }: SystemScope, id: UserId): Promise<User | undefined> {
  const row = await sql.selectFrom('users').selectAll().where('user_id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : userOf(row)
}

/** @param email as `EmailAddress` writes it */
export async function findUserByEmail({ sql }: SystemScope, email: string): Promise<User | undefined> {
  const row = await sql.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()
  return row === undefined ? undefined : userOf(row)
}

export async function findUsers({ sql }: SystemScope, ids: readonly UserId[]): Promise<ReadonlyMap<UserId, User>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.selectFrom('users').selectAll().where('user_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.user_id as UserId, userOf(row)]))
}

function userOf(row: UserTable): User {
  return {
    id: row.user_id as UserId,
    email: row.email,
    emailVerified: Number(row.email_verified) === 1, // SQLite answers 1 and 0
    name: row.name,
  }
}
