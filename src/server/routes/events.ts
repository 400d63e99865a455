// What happened: as a list, and live as server-sent events.
import { z } from 'zod'
import { PageQuery, pageOf } from '../../core/page.ts'
import { EngagementId, TenantId } from '../../core/record-id.ts'
import { engagementEvents, eventsOf, followEvents } from '../../usecases/list-events.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId })
const within = z.strictObject({ tenant: TenantId, engagement: EngagementId })

const EventBody = z.strictObject({
  seq: z.int().meta({ description: 'its place in the tenant’s log, from 0, without holes' }),
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.string().meta({ example: 'activity.changed' }),
  user: z.string(),
  by: z.string().optional().meta({ description: 'a session or a token; the MSP’s own people see it' }),
  engagement: EngagementId.optional(),
  subject: z.string().meta({ description: 'the id of what it happened to' }),
  body: z.unknown().meta({ description: 'what was and what is; a stream leaves out what is larger than 16 kB' }),
})

const after = z.coerce.number().int().min(-1)
const listed = z.strictObject({
  ...PageQuery,
  after: after.default(-1).meta({ description: 'only events after this `seq`' }),
})
const followed = z.strictObject({
  after: after.optional().meta({
    description: 'events after this `seq`, then what comes; without it only what comes. `Last-Event-ID` counts first',
  }),
})

const streamSays =
  'each event with its `seq` as id; `reset`: your last id is not of this log, load everything again; `end`: you may follow no longer, or the server stops'

export const eventRoutes = [
  route({
    name: 'listEvents',
    method: 'GET',
    path: '/api/tenants/{tenant}/events',
    summary: 'Everything that happened, the oldest first',
    action: 'events.read',
    params,
    query: listed,
    answers: { status: 200, says: 'events', body: pageOf(EventBody) },
    run: async (ctx, { query }) => ({ body: await eventsOf(ctx, query) }),
  }),
  route({
    name: 'streamEvents',
    method: 'GET',
    path: '/api/tenants/{tenant}/events/stream',
    summary: 'Events as they happen (server-sent events)',
    action: 'events.read',
    params,
    query: followed,
    answers: { status: 200, says: streamSays, stream: EventBody },
    run: async (ctx, { query }) => ({ stream: { shows: await followEvents(ctx), after: query.after } }),
  }),
  route({
    name: 'listEngagementEvents',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/events',
    summary: 'What happened in an engagement, the oldest first',
    action: 'history.read',
    params: within,
    query: listed,
    answers: { status: 200, says: 'events; guests see those of the matrix', body: pageOf(EventBody) },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await engagementEvents(ctx, engagement, query) }),
  }),
  route({
    name: 'streamEngagementEvents',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/events/stream',
    summary: 'Events of an engagement as they happen (server-sent events)',
    action: 'history.read',
    params: within,
    query: followed,
    answers: { status: 200, says: streamSays, stream: EventBody },
    run: async (ctx, { params: { engagement }, query }) => ({
      stream: { shows: await followEvents(ctx, engagement), after: query.after },
    }),
  }),
]
