// Engagements as lists show them, the portfolio, and reviews that are due.
import { z } from 'zod'
import { states } from '../../core/access/policy.ts'
import { FrameworkId } from '../../core/identifiers.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { PortfolioFigures } from '../../core/portfolio-figures.ts'
import { ClientStanding, StandingFigures } from '../../core/portfolio.ts'
import { ClientId, EngagementId, TenantId } from '../../core/record-id.ts'
import { CalendarDate } from '../../core/text.ts'
import { archiveEngagement, restoreEngagement } from '../../usecases/archive-engagement.ts'
import { listEngagements } from '../../usecases/list-engagements.ts'
import { listReviewsDue, readPortfolio } from '../../usecases/read-portfolio.ts'
import { route } from '../route.ts'
import { WordsAsked } from './query-fields.ts'

const EngagementSummary = z.strictObject({
  id: EngagementId,
  client: z.strictObject({ id: ClientId, name: z.string() }),
  title: z.string(),
  state: z.enum(states),
  version: z.int().meta({ description: 'one more with every change of any part of the matrix' }),
  frameworks: z.array(z.string()),
  figures: PortfolioFigures.meta({
    description:
      'objectives by how they stand, and per framework with a score the supported ceiling: the highest score that this record could support. It is not an SPRS score',
  }),
  nextReview: CalendarDate.optional(),
  updatedAt: z.iso.datetime(),
})

const Moved = z.strictObject({ id: EngagementId, state: z.enum(states), version: z.int() })

const Totals = StandingFigures.extend({
  clients: z.int().meta({ description: 'that are not archived' }),
  archived: z.int().meta({ description: 'engagements that are archived; no other figure counts them' }),
  withOpen: z.int().meta({ description: 'engagements with an open objective' }),
  reviewsOverdue: z.int(),
})

const ofTenant = z.strictObject({ tenant: TenantId })
const ofEngagement = z.strictObject({ tenant: TenantId, engagement: EngagementId })

export const portfolioRoutes = [
  route({
    name: 'listEngagements',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements',
    summary: 'Engagements: all that you may read',
    action: 'engagement.read',
    params: ofTenant,
    query: z.strictObject({
      ...PageQuery,
      sort: z.enum(['title', 'open', 'review']).default('title').meta({
        description: 'open: the most open objectives first; review: the next review first, those without one last',
      }),
      state: z.enum(states).optional(),
      client: ClientId.optional(),
      framework: FrameworkId.optional(),
      words: WordsAsked.meta({ description: 'each stands somewhere in the title or in the client’s name' }),
    }),
    answers: { status: 200, says: 'a page of engagements', body: pageOf(EngagementSummary) },
    run: async (ctx, { query }) => ({ body: await listEngagements(ctx, query) }),
  }),
  route({
    name: 'archiveEngagement',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements/{engagement}/archive',
    summary: 'Archive an engagement: it is read from then on, and not changed',
    action: 'engagement.archive',
    params: ofEngagement,
    answers: { status: 200, says: 'its state now', body: Moved },
    run: async (ctx, { params }) => ({ body: moved(await archiveEngagement(ctx, params.engagement)) }),
  }),
  route({
    name: 'restoreEngagement',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements/{engagement}/restore',
    summary: 'Bring an archived engagement back as a draft',
    action: 'engagement.archive',
    params: ofEngagement,
    answers: { status: 200, says: 'its state now', body: Moved },
    run: async (ctx, { params }) => ({ body: moved(await restoreEngagement(ctx, params.engagement)) }),
  }),
  route({
    name: 'readPortfolio',
    method: 'GET',
    path: '/api/tenants/{tenant}/portfolio',
    summary: 'How each client stands, and the sums of all',
    action: 'portfolio.read',
    params: ofTenant,
    query: z.strictObject({
      ...PageQuery,
      words: WordsAsked.meta({ description: 'each stands somewhere in the client’s name' }),
    }),
    answers: {
      status: 200,
      says: 'a page of clients by name, with the totals of the whole tenant',
      body: pageOf(ClientStanding).extend({ totals: Totals }),
    },
    run: async (ctx, { query }) => ({ body: await readPortfolio(ctx, query) }),
  }),
  route({
    name: 'listReviewsDue',
    method: 'GET',
    path: '/api/tenants/{tenant}/reviews-due',
    summary: 'Engagements to review, the earliest first',
    action: 'portfolio.read',
    params: ofTenant,
    query: z.strictObject({
      ...PageQuery,
      within: z.coerce.number().int().min(0).max(3660).default(30).meta({ description: 'calendar days from today' }),
    }),
    answers: {
      status: 200,
      says: 'a page of engagements; overdue where the day is past',
      body: pageOf(EngagementSummary.extend({ overdue: z.boolean() })),
    },
    run: async (ctx, { query }) => ({ body: await listReviewsDue(ctx, query) }),
  }),
]

function moved({ id, state, version }: z.infer<typeof Moved>): z.infer<typeof Moved> {
  return { id, state, version }
}
