// Seats: people who are not the MSP's own, each let into one engagement. One that ended stays, to say who had access.
import { z } from 'zod'
import { guestRoles } from '../core/access/actor.ts'
import type { GuestRole } from '../core/access/actor.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId, TenantId, UserId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope, SystemScope } from './scope.ts'
import type { SeatTable } from './tables/people.ts'

const Role = z.enum(guestRoles)

export interface SeatRecord {
  readonly engagement: EngagementId
  readonly user: UserId
  readonly role: GuestRole
  /** the first moment at which it no longer holds */
  readonly endsAt?: string
  readonly createdAt: string
  readonly createdBy: UserId
}

export interface SeatKey {
  readonly engagement: EngagementId
  readonly user: UserId
}

/** Takes the place of one that the same person had in the same engagement. */
export async function putSeat({ sql, tenant }: Scope, seat: SeatRecord): Promise<void> {
  const { engagement, user, role, endsAt, createdAt, createdBy } = seat
  const values = { role, ends_at: endsAt ?? null, created_at: createdAt, created_by: createdBy }
  await sql
    .insertInto('seats')
    .values({ tenant_id: tenant, engagement_id: engagement, user_id: user, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'engagement_id', 'user_id']).doUpdateSet(values))
    .execute()
}

export async function findSeat({ sql, tenant }: Scope, { engagement, user }: SeatKey): Promise<SeatRecord | undefined> {
  const row = await sql
    .selectFrom('seats')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row === undefined ? undefined : seatOf(row)
}

/** The seats that a person has or had in this tenant. */
export async function seatsOf({ sql, tenant }: Scope, user: UserId): Promise<readonly SeatRecord[]> {
  const rows = await sql
    .selectFrom('seats')
    .selectAll()
    .where('user_id', '=', user)
    .where('tenant_id', '=', tenant)
    .orderBy('engagement_id')
    .execute()
  return rows.map(seatOf)
}

export async function listSeats(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  asked: PageAsked,
): Promise<Page<SeatRecord>> {
  const after = cursorIn(asked, [z.string()])
  let query = sql
    .selectFrom('seats')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
  if (after !== undefined) query = query.where('user_id', '>', after[0])
  const rows = await query
    .orderBy('user_id')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: seatOf, key: ({ user_id: user }) => [user] })
}

/** Of one person, in every tenant. */
export async function allSeatsOf(
  { sql }: SystemScope,
  user: UserId,
): Promise<readonly (SeatRecord & { readonly tenant: TenantId })[]> {
  const rows = await sql
    .selectFrom('seats')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('tenant_id')
    .orderBy('engagement_id')
    .execute()
  return rows.map((row) => ({ ...seatOf(row), tenant: row.tenant_id as TenantId }))
}

function seatOf(row: SeatTable): SeatRecord {
  return {
    engagement: row.engagement_id as EngagementId,
    user: row.user_id as UserId,
    role: Role.parse(row.role),
    ...(row.ends_at !== null && { endsAt: row.ends_at }),
    createdAt: row.created_at,
    createdBy: row.created_by as UserId,
  }
}
