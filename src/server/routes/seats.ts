// People who are not the MSP's own, let into one engagement: its signatory, reviewers, an assessor for a time.
import { z } from 'zod'
import { guestRoles } from '../../core/access/actor.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { EngagementId, TenantId, UserId } from '../../core/record-id.ts'
import { changeSeat, endSeat } from '../../usecases/change-seat.ts'
import { letIn } from '../../usecases/let-in.ts'
import { guestsOf } from '../../usecases/list-seats.ts'
import { SeatTermsAsked } from '../../usecases/seat-terms-asked.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId, engagement: EngagementId })
const one = params.extend({ user: UserId })

const Seat = z.strictObject({
  engagement: EngagementId,
  user: UserId,
  role: z.enum(guestRoles),
  endsAt: z.iso.datetime().optional(),
  holds: z.boolean().meta({ description: 'they are let in at this moment' }),
  createdAt: z.iso.datetime(),
  createdBy: UserId,
})

export const seatRoutes = [
  route({
    name: 'listSeats',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/seats',
    summary: 'Who was let into an engagement',
    action: 'guests.read',
    params,
    query: z.strictObject(PageQuery),
    answers: {
      status: 200,
      says: 'seats with names, those that ended too',
      body: pageOf(
        Seat.extend({
          name: z.string().optional().meta({ description: 'missing where the person was erased' }),
          email: z.string().optional(),
        }),
      ),
    },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await guestsOf(ctx, engagement, query) }),
  }),
  route({
    name: 'letIn',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements/{engagement}/seats',
    summary: 'Let somebody in who has or had a seat in any of your engagements; anybody else is invited',
    action: 'guests.manage',
    params,
    body: SeatTermsAsked.extend({ user: UserId }),
    answers: { status: 201, says: 'the seat', body: Seat },
    run: async (ctx, { params: { tenant, engagement }, body: { user, ...asked } }) => ({
      body: await letIn(ctx, { engagement, user }, asked),
      location: `/api/tenants/${tenant}/engagements/${engagement}/seats/${user}`,
    }),
  }),
  route({
    name: 'changeSeat',
    method: 'PUT',
    path: '/api/tenants/{tenant}/engagements/{engagement}/seats/{user}',
    summary: 'Give a seat another role or end',
    action: 'guests.manage',
    params: one,
    body: SeatTermsAsked,
    answers: { status: 200, says: 'the seat as it is now', body: Seat },
    run: async (ctx, { params: { engagement, user }, body }) => ({
      body: await changeSeat(ctx, { engagement, user }, body),
    }),
  }),
  route({
    name: 'endSeat',
    method: 'DELETE',
    path: '/api/tenants/{tenant}/engagements/{engagement}/seats/{user}',
    summary: 'Let somebody in no longer',
    action: 'guests.end',
    params: one,
    answers: { status: 204, says: 'the seat has ended; the list still shows that they had it' },
    run: async (ctx, { params: { engagement, user } }) => {
      await endSeat(ctx, { engagement, user })
      return {}
    },
  }),
]
