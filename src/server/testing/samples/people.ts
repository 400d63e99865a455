// Samples: seats, members, invitations, tokens.
import type { InvitationId, TokenId, UserId } from '../../../core/record-id.ts'
import { inviteGuest, inviteMember } from '../../../usecases/invite.ts'
import { makeToken } from '../../../usecases/make-token.ts'
import { freshAsker, freshPerson } from '../walk-world.ts'
import type { Asker, Place } from '../walk-world.ts'
import { nothing } from './sample.ts'
import type { Samples } from './sample.ts'

const ends = '2026-08-01T00:00:00Z'

export const peopleSamples: Samples = {
  listSeats: nothing,
  letIn: async (place) => ({
    body: { user: await freshPerson(place, { role: 'reviewer', engagement: place.msp.engagement }), role: 'signatory' },
  }),
  changeSeat: async (place) => ({
    params: { user: await freshPerson(place, { role: 'reviewer' }) },
    body: { role: 'assessor', endsAt: ends },
  }),
  endSeat: async (place) => ({ params: { user: await freshPerson(place, { role: 'reviewer' }) } }),

  listMembers: nothing,
  changeMember: async (place) => ({
    params: { user: await freshPerson(place, { role: 'viewer' }) },
    body: { role: 'editor' },
  }),
  removeMember: async (place) => ({ params: { user: await freshPerson(place, { role: 'viewer' }) } }),
  leaveTenant: nothing,

  listInvitations: nothing,
  inviteMember: (place) => ({ body: { email: freshAddress(place), role: 'viewer' } }),
  resendInvitation: async (place) => ({ params: { invitation: await memberInvited(place) } }),
  withdrawInvitation: async (place) => ({ params: { invitation: await memberInvited(place) } }),
  listGuestInvitations: nothing,
  inviteGuest: (place) => ({ body: { email: freshAddress(place), role: 'assessor', endsAt: ends } }),
  resendGuestInvitation: async (place) => ({ params: { invitation: await guestInvited(place) } }),
  withdrawGuestInvitation: async (place) => ({ params: { invitation: await guestInvited(place) } }),

  listMyTokens: nothing,
  makeToken: () => ({ body: { name: 'Nightly export', scopes: ['read'], endsAt: ends } }),
  withdrawMyToken: async (place, asker) => ({ params: { token: (await tokenOf(place, asker)).token } }),
  listTokensOfMember: async (place) => ({ params: { user: await freshPerson(place, { role: 'viewer' }) } }),
  withdrawTokenOfMember: async (place) => ({ params: await tokenOf(place) }),
}

export function freshAddress({ world }: Place): string {
  return `${world.services.newId('contact')}@invited.example`
}

async function memberInvited(place: Place): Promise<InvitationId> {
  return (await inviteMember(place.owner, { email: freshAddress(place), role: 'viewer' })).id
}

async function guestInvited(place: Place): Promise<InvitationId> {
  return (await inviteGuest(place.owner, place.engagement, { email: freshAddress(place), role: 'reviewer' })).id
}

/** The asker's where they may have one, else a member's. */
async function tokenOf(place: Place, asker?: Asker): Promise<{ readonly token: TokenId; readonly user: UserId }> {
  const member = { name: 'viewer', standing: 'here', role: 'viewer' } as const
  const { ctx } = asker?.ctx.actor.member === undefined ? await freshAsker(place, member) : asker
  const { token } = await makeToken(ctx, { name: 'Sample', scopes: ['read'], endsAt: ends })
  return { token: token.id, user: ctx.actor.user }
}
