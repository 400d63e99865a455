// Invitations: an address that was asked in, what it is offered, and the hash of the secret in the link that it got.
import { z } from 'zod'
import { guestRoles, memberRoles } from '../core/access/actor.ts'
import type { GuestRole, MemberRole } from '../core/access/actor.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId, InvitationId, TenantId, UserId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope, SystemScope } from './scope.ts'
import type { InvitationTable } from './tables/people.ts'

/** A part in the MSP, or a seat in one engagement. */
export type Offered =
  | { readonly role: MemberRole; readonly engagement?: undefined; readonly seatEndsAt?: undefined }
  | { readonly role: GuestRole; readonly engagement: EngagementId; readonly seatEndsAt?: string }

export interface InvitationRecord {
  readonly id: InvitationId
  readonly email: string
  readonly offered: Offered
  readonly secretSha256: string
  readonly createdAt: string
  readonly createdBy: UserId
  readonly endsAt: string
  /** open until its end, whatever the clock says */
  readonly state: 'open' | 'accepted' | 'withdrawn'
  readonly settledAt?: string
  readonly settledBy?: UserId
}

const Row = z.object({
  state: z.enum(['open', 'accepted', 'withdrawn']),
  offered: z.union([
    z.object({ role: z.enum(memberRoles), engagement: z.null(), ends: z.null() }),
    z.object({ role: z.enum(guestRoles), engagement: z.string(), ends: z.string().nullable() }),
  ]),
})

export async function insertInvitation({ sql, tenant }: Scope, invitation: InvitationRecord): Promise<void> {
  const { id, email, offered, createdAt, createdBy } = invitation
  await sql
    .insertInto('invitations')
    .values({
      tenant_id: tenant,
      invitation_id: id,
      email,
      role: offered.role,
      engagement_id: offered.engagement ?? null,
      seat_ends_at: offered.seatEndsAt ?? null,
      created_at: createdAt,
      created_by: createdBy,
      ...changing(invitation),
    })
    .execute()
}

export async function findInvitation({ sql, tenant }: Scope, id: InvitationId): Promise<InvitationRecord | undefined> {
  const row = await sql
    .selectFrom('invitations')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('invitation_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : invitationOf(row)
}

/** Waiting for an answer from this address: to be a member, or in this engagement. */
export async function findOpenInvitation(
  { sql, tenant }: Scope,
  email: string,
  engagement: EngagementId | undefined,
): Promise<InvitationRecord | undefined> {
  const row = await sql
    .selectFrom('invitations')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('email', '=', email)
    .where('state', '=', 'open')
    .where('engagement_id', engagement === undefined ? 'is' : '=', engagement ?? null)
    .executeTakeFirst()
  return row === undefined ? undefined : invitationOf(row)
}

/** Newest first; those to the MSP itself, or those into one engagement. */
export async function listInvitations(
  { sql, tenant }: Scope,
  engagement: EngagementId | undefined,
  asked: PageAsked,
): Promise<Page<InvitationRecord>> {
  const after = cursorIn(asked, [z.string()])
  let query = sql
    .selectFrom('invitations')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', engagement === undefined ? 'is' : '=', engagement ?? null)
  if (after !== undefined) query = query.where('invitation_id', '<', after[0])
  const rows = await query
    .orderBy('invitation_id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: invitationOf, key: ({ invitation_id: id }) => [id] })
}

export async function saveInvitation({ sql, tenant }: Scope, invitation: InvitationRecord): Promise<void> {
  await sql
    .updateTable('invitations')
    .set(changing(invitation))
    .where('tenant_id', '=', tenant)
    .where('invitation_id', '=', invitation.id)
    .execute()
}

/** Whose invitation a secret opens; the secret is the only thing that its bearer has. */
export async function invitationBySecret(
  { sql }: SystemScope,
  secretSha256: string,
): Promise<(InvitationRecord & { readonly tenant: TenantId }) | undefined> {
  const row = await sql
    .selectFrom('invitations')
    .selectAll()
    .where('secret_sha256', '=', secretSha256)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...invitationOf(row), tenant: row.tenant_id as TenantId }
}

export async function isInvited({ sql }: SystemScope, email: string, at: string): Promise<boolean> {
  const row = await sql
    .selectFrom('invitations')
    .select('invitation_id')
    .where('email', '=', email)
    .where('state', '=', 'open')
    .where('ends_at', '>', at)
    .executeTakeFirst()
  return row !== undefined
}

function changing({ secretSha256, endsAt, state, settledAt, settledBy }: InvitationRecord) {
  return {
    secret_sha256: secretSha256,
    ends_at: endsAt,
    state,
    settled_at: settledAt ?? null,
    settled_by: settledBy ?? null,
  }
}

function invitationOf(row: InvitationTable): InvitationRecord {
  const { state, offered } = Row.parse({
    state: row.state,
    offered: { role: row.role, engagement: row.engagement_id, ends: row.seat_ends_at },
  })
  return {
    id: row.invitation_id as InvitationId,
    email: row.email,
    offered:
      offered.engagement === null
        ? { role: offered.role }
        : {
            role: offered.role,
            engagement: offered.engagement as EngagementId,
            ...(offered.ends !== null && { seatEndsAt: offered.ends }),
          },
    secretSha256: row.secret_sha256,
    createdAt: row.created_at,
    createdBy: row.created_by as UserId,
    endsAt: row.ends_at,
    state,
    ...(row.settled_at !== null && { settledAt: row.settled_at }),
    ...(row.settled_by !== null && { settledBy: row.settled_by as UserId }),
  }
}
