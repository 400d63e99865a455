// People as they are known to all MSPs, and what they have a part in over all of them.
import type { Selectable } from 'kysely'
import type { TenantId, UserId } from '../core/record-id.ts'
import type { SystemScope } from './scope.ts'
import type { UserTable } from './tables/sign-in.ts'

export interface Person {
  readonly id: UserId
  readonly email: string
  /** they have shown that mail to this address reaches them */
  readonly emailVerified: boolean
  readonly name: string
  /** asked for a code after the password */
  readonly totp: boolean
}

export async function findPerson({ sql }: SystemScope, id: UserId): Promise<Person | undefined> {
  const row = await sql.selectFrom('users').selectAll().where('user_id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : personOf(row)
}

/** @param email as `EmailAddress` writes it */
export async function findPersonByEmail({ sql }: SystemScope, email: string): Promise<Person | undefined> {
  const row = await sql.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()
  return row === undefined ? undefined : personOf(row)
}

export async function findPeople({ sql }: SystemScope, ids: readonly UserId[]): Promise<ReadonlyMap<UserId, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.selectFrom('users').selectAll().where('user_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.user_id as UserId, personOf(row)]))
}

type PersonRow = Pick<Selectable<UserTable>, 'user_id' | 'email' | 'email_verified' | 'name' | 'two_factor_enabled'>

/** SQLite answers 1 and 0 for yes and no. */
export function personOf(row: PersonRow): Person {
  return {
    id: row.user_id as UserId,
    email: row.email,
    emailVerified: Boolean(row.email_verified),
    name: row.name,
    totp: Boolean(row.two_factor_enabled),
  }
}

/** @returns the id of whoever has this address: the new person, or one who was there already */
export async function insertPerson(
  { sql }: SystemScope,
  { id, email, name, at }: Pick<Person, 'id' | 'email' | 'name'> & { readonly at: string },
): Promise<UserId> {
  await sql
    .insertInto('users')
    .values((eb) => ({
      user_id: id,
      email,
      email_verified: eb.lit(true),
      name,
      two_factor_enabled: eb.lit(false),
      created_at: at,
      updated_at: at,
    }))
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const { user_id: user } = await sql
    .selectFrom('users')
    .select('user_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return user as UserId
}

export async function saveName({ sql }: SystemScope, user: UserId, { name, at }: Named): Promise<void> {
  await sql.updateTable('users').set({ name, updated_at: at }).where('user_id', '=', user).execute()
}

interface Named {
  readonly name: string
  readonly at: string
}

export async function isKnownAt({ sql }: SystemScope, provider: string, subject: string): Promise<boolean> {
  const row = await sql
    .selectFrom('accounts')
    .select('account_id')
    .where('provider_id', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where somebody else has this address */
export async function saveEmail(
  { sql }: SystemScope,
  user: UserId,
  { email, at }: { readonly email: string; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('users')
    .set({ email, updated_at: at })
    .where('user_id', '=', user)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('users as others').select('others.user_id').where('others.email', '=', email))),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Owned {
  readonly tenant: TenantId
  readonly name: string
  readonly email: string
}

/** The tenants that people with an address in this domain own, the oldest first. */
export async function tenantsOwnedFrom({ sql }: SystemScope, domain: string): Promise<readonly Owned[]> {
  const rows = await sql
    .selectFrom('members')
    .innerJoin('users', 'users.user_id', 'members.user_id')
    .innerJoin('tenants', 'tenants.tenant_id', 'members.tenant_id')
    .select(['members.tenant_id', 'tenants.name', 'users.email'])
    .where('members.role', '=', 'owner')
    .where('users.email', 'like', `%@${domain}`)
    .orderBy('members.tenant_id')
    .execute()
  return rows.map(({ tenant_id: tenant, name, email }) => ({ tenant: tenant as TenantId, name, email }))
}

/** Does anybody own a tenant whose address is in another domain than this? */
export async function isOwnedBeyond({ sql }: SystemScope, domain: string): Promise<boolean> {
  const row = await sql
    .selectFrom('members')
    .leftJoin('users', 'users.user_id', 'members.user_id')
    .select('members.tenant_id')
    .where('members.role', '=', 'owner')
    .where((eb) => eb.or([eb('users.email', 'is', null), eb('users.email', 'not like', `%@${domain}`)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
