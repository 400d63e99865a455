// What concerns a person and no tenant yet: where they belong, and what they are offered.
import { z } from 'zod'
import { guestRoles, memberRoles } from '../../core/access/actor.ts'
import { EngagementId, TenantId } from '../../core/record-id.ts'
import { acceptInvitation, InvitationSecret, offerOf } from '../../usecases/accept-invitation.ts'
import { tenantsOf } from '../../usecases/my-tenants.ts'
import { personRoute } from '../route.ts'

const params = z.strictObject({})

const Offer = z.strictObject({
  tenant: TenantId,
  msp: z.string(),
  role: z.enum([...memberRoles, ...guestRoles]),
  engagement: EngagementId.optional(),
  seatEndsAt: z.iso.datetime().optional(),
})

const Mine = z.strictObject({
  items: z.array(
    z.strictObject({
      tenant: TenantId,
      msp: z.string(),
      member: z.enum(memberRoles).optional(),
      seats: z.array(
        z.strictObject({
          engagement: EngagementId,
          role: z.enum(guestRoles),
          endsAt: z.iso.datetime().optional(),
        }),
      ),
    }),
  ),
})

export const myRoutes = [
  personRoute({
    name: 'listMyTenants',
    method: 'GET',
    path: '/api/me/tenants',
    summary: 'The MSPs that you work for or were let in by',
    params,
    answers: { status: 200, says: 'MSPs by name, with your part in each', body: Mine },
    run: async (services, { caller }) => ({ body: { items: await tenantsOf(services, caller) } }),
  }),
  personRoute({
    name: 'readOffer',
    method: 'POST',
    path: '/api/me/offers',
    summary: 'What an invitation offers',
    params,
    body: InvitationSecret,
    answers: { status: 200, says: 'who invites, and as what', body: Offer },
    run: async (services, { body }) => ({ body: await offerOf(services, body.secret) }),
  }),
  personRoute({
    name: 'acceptInvitation',
    method: 'POST',
    path: '/api/me/invitations',
    summary: 'Accept an invitation that came to your address',
    params,
    body: InvitationSecret,
    answers: { status: 200, says: 'where it let you in; accepting twice does no harm', body: Offer },
    run: async (services, { body, caller }) => ({ body: await acceptInvitation(services, caller, body.secret) }),
  }),
]
