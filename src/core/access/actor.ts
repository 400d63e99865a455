// Who acts: a person by session or token, with a role in the tenant or a seat in some of its engagements.
import type { EngagementId, TenantId, UserId } from '../record-id.ts'
import type { Role } from './policy.ts'
import type { TokenScope } from './token-scope.ts'

export const memberRoles = ['owner', 'editor', 'viewer'] as const satisfies readonly Role[]
export const guestRoles = ['signatory', 'reviewer', 'assessor'] as const satisfies readonly Role[]
export type MemberRole = (typeof memberRoles)[number]
export type GuestRole = (typeof guestRoles)[number]

/** A seat of somebody who is not the MSP's: one engagement, perhaps for a time. */
export interface Seat {
  readonly engagement: EngagementId
  readonly role: GuestRole
}

export interface Actor {
  readonly tenant: TenantId
  readonly user: UserId
  /** how the record names the way: `session`, `token tok_…` */
  readonly by: string
  /** of the token; none where somebody is signed in */
  readonly scopes?: readonly TokenScope[]
  readonly member?: MemberRole
  readonly seats: readonly Seat[]
}

/** In one engagement: as a member, or by a seat there; a member's role comes first. */
export function rolesIn({ member, seats }: Actor, engagement: EngagementId): readonly Role[] {
  const seated = seats.filter((seat) => seat.engagement === engagement).map(({ role }) => role)
  return member === undefined ? seated : [member, ...seated]
}
