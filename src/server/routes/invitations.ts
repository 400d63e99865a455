// Invitations by e-mail: to belong to the MSP, or into one engagement.
import { z } from 'zod'
import { guestRoles, memberRoles } from '../../core/access/actor.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { EngagementId, InvitationId, TenantId, UserId } from '../../core/record-id.ts'
import { GuestInvited, inviteGuest, inviteMember, MemberInvited } from '../../usecases/invite.ts'
import { invitationsTo } from '../../usecases/list-invitations.ts'
import { resendInvitation } from '../../usecases/resend-invitation.ts'
import { invitationShown } from '../../usecases/invitation-shown.ts'
import { withdrawInvitation } from '../../usecases/withdraw-invitation.ts'
import { route } from '../route.ts'

const toMsp = { path: '/api/tenants/{tenant}/invitations', params: z.strictObject({ tenant: TenantId }) } as const
const intoEngagement = {
  path: '/api/tenants/{tenant}/engagements/{engagement}/invitations',
  params: z.strictObject({ tenant: TenantId, engagement: EngagementId }),
} as const
const id = { invitation: InvitationId }

const Invitation = z.strictObject({
  id: InvitationId,
  email: z.string(),
  role: z.enum([...memberRoles, ...guestRoles]),
  engagement: EngagementId.optional(),
  seatEndsAt: z.iso.datetime().optional(),
  state: z.enum(['open', 'accepted', 'withdrawn']),
  endsAt: z.iso.datetime().meta({ description: 'the link works until then; send it again for another week' }),
  createdAt: z.iso.datetime(),
  createdBy: UserId,
  settledAt: z.iso.datetime().optional(),
  settledBy: UserId.optional(),
})

const listed = { status: 200, says: 'invitations, newest first', body: pageOf(Invitation) } as const
const made = { status: 201, says: 'the invitation; its link goes to the address by mail', body: Invitation } as const
const resent = { status: 200, says: 'the invitation; a link sent before works no more', body: Invitation } as const
const withdrawn = { status: 204, says: 'its link opens nothing any more' } as const

export const invitationRoutes = [
  route({
    name: 'listInvitations',
    method: 'GET',
    ...toMsp,
    summary: 'Who was invited to belong to the MSP',
    action: 'people.read',
    query: z.strictObject(PageQuery),
    answers: listed,
    run: async (ctx, { query }) => {
      const { items, ...page } = await invitationsTo(ctx, undefined, query)
      return { body: { ...page, items: items.map(invitationShown) } }
    },
  }),
  route({
    name: 'inviteMember',
    method: 'POST',
    ...toMsp,
    summary: 'Invite somebody to belong to the MSP',
    action: 'people.manage',
    fresh: true,
    body: MemberInvited,
    answers: made,
    run: async (ctx, { body }) => ({ body: invitationShown(await inviteMember(ctx, body)) }),
  }),
  route({
    name: 'resendInvitation',
    method: 'POST',
    path: `${toMsp.path}/{invitation}/resend`,
    summary: 'Send an invitation again, for another week',
    action: 'people.manage',
    params: toMsp.params.extend(id),
    answers: resent,
    run: async (ctx, { params }) => ({
      body: invitationShown(await resendInvitation(ctx, { place: undefined, id: params.invitation })),
    }),
  }),
  route({
    name: 'withdrawInvitation',
    method: 'DELETE',
    path: `${toMsp.path}/{invitation}`,
    summary: 'Take an invitation back',
    action: 'people.manage',
    params: toMsp.params.extend(id),
    answers: withdrawn,
    run: async (ctx, { params }) => {
      await withdrawInvitation(ctx, { place: undefined, id: params.invitation })
      return {}
    },
  }),
  route({
    name: 'listGuestInvitations',
    method: 'GET',
    ...intoEngagement,
    summary: 'Who was invited into an engagement',
    action: 'guests.read',
    query: z.strictObject(PageQuery),
    answers: listed,
    run: async (ctx, { params, query }) => {
      const { items, ...page } = await invitationsTo(ctx, params.engagement, query)
      return { body: { ...page, items: items.map(invitationShown) } }
    },
  }),
  route({
    name: 'inviteGuest',
    method: 'POST',
    ...intoEngagement,
    summary: 'Invite somebody of the client, or an assessor for a time, into an engagement',
    action: 'guests.manage',
    body: GuestInvited,
    answers: made,
    run: async (ctx, { params, body }) => ({ body: invitationShown(await inviteGuest(ctx, params.engagement, body)) }),
  }),
  route({
    name: 'resendGuestInvitation',
    method: 'POST',
    path: `${intoEngagement.path}/{invitation}/resend`,
    summary: 'Send an invitation into an engagement again, for another week',
    action: 'guests.manage',
    params: intoEngagement.params.extend(id),
    answers: resent,
    run: async (ctx, { params }) => ({
      body: invitationShown(await resendInvitation(ctx, { place: params.engagement, id: params.invitation })),
    }),
  }),
  route({
    name: 'withdrawGuestInvitation',
    method: 'DELETE',
    path: `${intoEngagement.path}/{invitation}`,
    summary: 'Take an invitation into an engagement back',
    action: 'guests.end',
    params: intoEngagement.params.extend(id),
    answers: withdrawn,
    run: async (ctx, { params }) => {
      await withdrawInvitation(ctx, { place: params.engagement, id: params.invitation })
      return {}
    },
  }),
]
