// The MSP's own people: who they are in this tenant.
import { z } from 'zod'
import { memberRoles } from '../core/access/actor.ts'
import type { MemberRole } from '../core/access/actor.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { TenantId, UserId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope, SystemScope } from './scope.ts'

const Role = z.enum(memberRoles)

export interface Member {
  readonly user: UserId
  readonly role: MemberRole
  readonly createdAt: string
}

export async function insertMember({ sql, tenant }: Scope, { user, role, createdAt }: Member): Promise<void> {
  await sql.insertInto('members').values({ tenant_id: tenant, user_id: user, role, created_at: createdAt }).execute()
}

export async function findMember({ sql, tenant }: Scope, user: UserId): Promise<Member | undefined> {
  const row = await sql
    .selectFrom('members')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row === undefined ? undefined : memberOf(row)
}

/** In the order in which they came to be known. */
export async function listMembers({ sql, tenant }: Scope, asked: PageAsked): Promise<Page<Member>> {
  const after = cursorIn(asked, [z.string()])
  let query = sql.selectFrom('members').selectAll().where('tenant_id', '=', tenant)
  if (after !== undefined) query = query.where('user_id', '>', after[0])
  const rows = await query
    .orderBy('user_id')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: memberOf, key: ({ user_id: user }) => [user] })
}

export async function saveMember({ sql, tenant }: Scope, { user, role }: Member): Promise<void> {
  await sql.updateTable('members').set({ role }).where('tenant_id', '=', tenant).where('user_id', '=', user).execute()
}

export async function deleteMember({ sql, tenant }: Scope, user: UserId): Promise<void> {
  await sql.deleteFrom('members').where('tenant_id', '=', tenant).where('user_id', '=', user).execute()
}

export async function countOwners({ sql, tenant }: Scope): Promise<number> {
  const { owners } = await sql
    .selectFrom('members')
    .select(({ fn }) => fn.countAll<number>().as('owners'))
    .where('tenant_id', '=', tenant)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  return owners
}

/** Nobody else lets people in or out until this transaction ends; what is added to the tenant besides does not wait. */
export async function lockPeople({ sql, engine, tenant }: Scope): Promise<void> {
  if (engine === 'sqlite') return // a writing transaction is alone there
  await sql.selectFrom('tenants').select('tenant_id').where('tenant_id', '=', tenant).forNoKeyUpdate().execute()
}

/** Of one person, wherever they are a member. */
export async function membershipsOf(
  { sql }: SystemScope,
  user: UserId,
): Promise<readonly (Member & { readonly tenant: TenantId })[]> {
  const rows = await sql.selectFrom('members').selectAll().where('user_id', '=', user).orderBy('tenant_id').execute()
  return rows.map((row) => ({ ...memberOf(row), tenant: row.tenant_id as TenantId }))
}

function memberOf(row: { readonly user_id: string; readonly role: string; readonly created_at: string }): Member {
  return { user: row.user_id as UserId, role: Role.parse(row.role), createdAt: row.created_at }
}
