// The search over all clients.
import { z } from 'zod'
import { ActivityId, FrameworkId, PartyId } from '../../core/identifiers.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { ClientId, EngagementId, TenantId } from '../../core/record-id.ts'
import { searchActivities } from '../../usecases/search-activities.ts'
import { route } from '../route.ts'

const Kind = z.enum(['msp', 'client', 'provider'])
const NamedParty = z.strictObject({ id: PartyId, kind: Kind, legalName: z.string() })

const FoundActivity = z.strictObject({
  client: z.strictObject({ id: ClientId, name: z.string() }),
  engagement: z.strictObject({ id: EngagementId, title: z.string() }),
  activity: z.strictObject({ id: ActivityId, title: z.string() }),
  excerpt: z
    .strictObject({
      where: z.enum(['title', 'duty', 'evidence', 'handoff', 'trap', 'citation']),
      party: PartyId.optional().meta({ description: 'whose duty or evidence it is' }),
      pieces: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
    })
    .meta({ description: 'the part that answers best, as plain text in pieces; `hit` where a word was found' }),
  accountable: z.array(NamedParty).meta({ description: 'who answers for it' }),
  acting: z.array(NamedParty).meta({ description: 'who has a duty in it' }),
})

export const searchRoutes = [
  route({
    name: 'searchActivities',
    method: 'GET',
    path: '/api/tenants/{tenant}/search',
    summary: 'Search the activities of all clients: “who has us on the hook for DNS filtering?”',
    action: 'search',
    params: z.strictObject({ tenant: TenantId }),
    query: z.strictObject({
      ...PageQuery,
      words: z.string().max(20_000).meta({
        description:
          'all must stand in the activity, in any place and order; the last may be the start of a word. Case, accents and signs between words do not count; beyond 24 words none is looked for',
        example: 'dns filter',
      }),
      accountable: Kind.optional().meta({ description: 'the kind of party that answers for it', example: 'msp' }),
      acting: Kind.optional().meta({ description: 'the kind of a party that has a duty in it' }),
      client: ClientId.optional(),
      framework: FrameworkId.optional(),
    }),
    answers: {
      status: 200,
      says: 'a page of activities, engagement by engagement in the order in which these were added; archived ones are left out',
      body: pageOf(FoundActivity),
    },
    run: async (ctx, { query }) => ({ body: await searchActivities(ctx, query) }),
  }),
]
