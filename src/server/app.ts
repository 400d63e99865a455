// The HTTP server: routes as data in, use cases called, problems told.
import Fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../core/access/actor.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf } from '../core/schema-issues.ts'
import type { Services, UseCase } from '../usecases/context.ts'
import { liveEvents, systemTimers } from '../usecases/live/live-events.ts'
import type { Timers } from '../usecases/live/live-events.ts'
import { partsOf, problemParts, send } from './answer-parts.ts'
import type { AnswerParts } from './answer-parts.ts'
import { streamEvents } from './event-stream.ts'
import { answeringOnce } from './idempotency.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'
import { secure } from './security-headers.ts'

export interface AppOptions {
  readonly services: Services
  /** who asks, in the tenant that the path names; throws a refusal */
  readonly authenticate: (request: FastifyRequest, tenant: string) => Promise<Actor>
  /** of streams; the system's, unless a test has its own */
  readonly timers?: Timers
}

/** A matrix of 1,200 rows is under 4 MB. */
const bodyLimit = 8 * 1024 * 1024

export function appOf({ services, authenticate, timers = systemTimers }: AppOptions): FastifyInstance {
  const app = Fastify({ bodyLimit, logger: false, exposeHeadRoutes: true })
  const once = answeringOnce()
  const live = liveEvents(services.store, timers)
  app.addHook('preClose', async () => live.close())
  secure(app)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  )
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Refusal('not-found', 'there is no such address')))
  const streamOf = async (route: Route, actor: Actor, given: ReturnType<typeof givenTo>) =>
    (await route.run({ ...services, actor }, given)).stream!
  for (const route of routes) {
    const streaming = route.answers.stream !== undefined
    app.route({
      method: route.method,
      exposeHeadRoute: !streaming,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const { tenant } = request.params as { readonly tenant: string }
        const actor = await authenticate(request, tenant)
        const given = givenTo(route, request)
        if (streaming) {
          const still = async () => streamOf(route, await authenticate(request, tenant), given)
          const streamed = await streamOf(route, actor, given)
          return streamEvents({ live, timers }, reply, { tenant: actor.tenant, user: actor.user, streamed, still })
        }
        const run = async (ctx: UseCase) => partsOf(route, await route.run(ctx, given))
        return answered(reply, route, await once(route, request, { ctx: { ...services, actor }, run }))
      },
    })
  }
  return app
}

function givenTo({ params, query, body }: Route, request: FastifyRequest) {
  return {
    params: parsed(params, request.params, 'path'),
    query: query === undefined ? {} : parsed(query, request.query, 'query'),
    body: body === undefined ? undefined : parsed(body, request.body, 'body'),
  }
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Refusal(
    where === 'path' ? 'not-found' : 'invalid',
    `the ${where} is not what this address takes`,
    issuesOf(read.error, value),
  )
}

/** RFC 9110 §13.1.2: not sent again to who has it. */
function answered(reply: FastifyReply, route: Route, parts: AnswerParts): FastifyReply {
  const { etag } = parts.headers
  const had = route.method === 'GET' && etag !== undefined && matches(reply.request.headers['if-none-match'], etag)
  return had ? reply.code(304).header('etag', etag).send() : send(reply, parts)
}

/** Weakly compared, so a proxy that compressed the body does no harm. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  return send(reply, problemParts(error))
}
