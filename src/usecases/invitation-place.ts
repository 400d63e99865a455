// Where an invitation leads: into the MSP, or into one engagement of it; and whether somebody may see or change that.
import { authorize, authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId, InvitationId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { findInvitation } from '../store/invitations.ts'
import type { InvitationRecord } from '../store/invitations.ts'
import { lockPeople } from '../store/members.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { holdPeople } from './hold-people.ts'
import type { Change } from './transact.ts'

/** No engagement: the MSP itself. */
export type Place = EngagementId | undefined

export async function seePlace(ctx: UseCase, scope: Scope, place: Place): Promise<void> {
  if (place === undefined) authorize(ctx.actor, 'people.read')
  else authorizeIn(ctx.actor, 'guests.read', await findEngagement(scope, place))
}

export interface Holding {
  readonly place: Place
  /** to let somebody in, or to do so no longer: the latter also where the engagement is archived */
  readonly to: 'let in' | 'end'
}

const actions = { 'let in': 'guests.manage', end: 'guests.end' } as const

export async function holdPlace(
  ctx: UseCase,
  change: Change,
  { place, to }: Holding,
): Promise<EngagementRecord | undefined> {
  if (place === undefined) {
    authorize(ctx.actor, 'people.manage')
    await holdPeople(ctx, change, 'people.manage')
    return undefined
  }
  await lockPeople(change)
  const engagement = await findEngagement(change, place)
  authorizeIn(ctx.actor, actions[to], engagement)
  return engagement
}

export interface InvitationKey {
  readonly place: Place
  readonly id: InvitationId
}

/** Call it while its place is held; one that leads elsewhere is not found. */
export async function openInvitation(change: Change, { place, id }: InvitationKey): Promise<InvitationRecord> {
  const invitation = await findInvitation(change, id)
  if (invitation === undefined || invitation.offered.engagement !== place)
    throw new Refusal('not-found', 'there is no such invitation')
  if (invitation.state !== 'open') throw new Refusal('conflict', `this invitation was ${invitation.state}`)
  return invitation
}
