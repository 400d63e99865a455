// The HTTP server: routes as data in, use cases called, problems told.
import type { IncomingMessage } from 'node:http'
import Fastify from 'fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../core/access/actor.ts'
import { Refusal } from '../core/refusal.ts'
import type { Services, UseCase } from '../usecases/context.ts'
import { liveEvents, systemTimers } from '../usecases/live/live-events.ts'
import type { Timers } from '../usecases/live/live-events.ts'
import type { Caller } from '../usecases/who-acts.ts'
import { admissionOf } from './admission.ts'
import { partsOf, send } from './answer-parts.ts'
import { apiPages } from './api-pages.ts'
import { connectionOptions } from './connection.ts'
import { bareEdge } from './edge.ts'
import type { Edge } from './edge.ts'
import { streamEvents } from './event-stream.ts'
import { answeringOnce } from './idempotency.ts'
import { givenTo } from './given.ts'
import { healthRoutes } from './health-routes.ts'
import { checkOrigins } from './origin-check.ts'
import { logRequests } from './request-log.ts'
import type { PersonRoute, Route } from './route.ts'
import { personRoutes, routes as ours } from './routes.ts'
import { secure } from './security-headers.ts'
import { sendProblem } from './send-problem.ts'
import { closeWhenStopping } from './stopping.ts'

/** Who asks, in the tenant that the path names; throws a refusal. */
export type Authenticate = (request: FastifyRequest, tenant: string) => Promise<Actor>

export interface AppOptions {
  readonly services: Services
  readonly authenticate: Authenticate
  /** who is signed in, by no token; throws a refusal */
  readonly signedIn?: (request: FastifyRequest) => Promise<Caller>
  readonly edge?: Edge
  /** more than the table of routes: pages, streams */
  readonly more?: readonly ((app: FastifyInstance) => void)[]
  readonly stopping?: () => boolean
  /** of streams; the system's, unless a test has its own */
  readonly timers?: Timers
  /** others than those of the API, in tests of the walls */
  readonly routes?: readonly Route[]
}

export function appOf({ services, authenticate, ...options }: AppOptions) {
  const { edge = bareEdge, more = [], stopping = () => false, routes = ours } = options
  const { signedIn = nobody, timers = systemTimers } = options
  const app: FastifyInstance = Fastify({ ...connectionOptions(edge), logger: false, exposeHeadRoutes: true })
  const admission = admissionOf(edge)
  const actors = new WeakMap<IncomingMessage, Actor>()
  const callers = new WeakMap<IncomingMessage, Caller>()
  const once = answeringOnce()
  const live = liveEvents(services.store, timers)
  app.addHook('preClose', async () => live.close())
  logRequests(app, edge)
  secure(app, edge.origin)
  checkOrigins(app, edge.origin)
  closeWhenStopping(app, stopping)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  )
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  app.setNotFoundHandler((request, reply) => {
    admission.stranger(request)
    return sendProblem(reply, new Refusal('not-found', 'there is no such address'))
  })
  healthRoutes(app, { services, edge, stopping })
  if (edge.apiDocs) apiPages(app, routes)
  for (const route of routes) {
    app.route({
      ...addressOf(route),
      // before the body is read: a stranger's is not
      onRequest: async (request) => {
        const { tenant } = request.params as { readonly tenant: string }
        actors.set(request.raw, await admission.admit(request, () => authenticate(request, tenant)))
      },
      exposeHeadRoute: route.answers.stream === undefined,
      handler: async (request, reply) => {
        const actor = actors.get(request.raw)!
        const ctx = { ...services, actor }
        const given = givenTo(route, request)
        if (route.answers.stream !== undefined) {
          const { tenant, user } = actor
          const streamOf = async (one: Actor) => (await route.run({ ...services, actor: one }, given)).stream!
          const still = async () => streamOf(await authenticate(request, tenant))
          return streamEvents({ live, timers }, reply, { tenant, user, streamed: await streamOf(actor), still })
        }
        const run = async (asked: UseCase) => partsOf(route, await route.run(asked, given), request.headers)
        return send(reply, await once(route, request, { ctx, run }))
      },
    })
  }
  for (const route of personRoutes) {
    app.route({
      ...addressOf(route),
      onRequest: async (request) => {
        callers.set(request.raw, await admission.admit(request, () => signedIn(request)))
      },
      handler: async (request, reply) => {
        const given = { ...givenTo(route, request), caller: callers.get(request.raw)! }
        return send(reply, await partsOf(route, await route.run(services, given), request.headers))
      },
    })
  }
  for (const add of more) add(app)
  return app
}

async function nobody(): Promise<Caller> {
  throw new Refusal('unauthenticated', 'sign in first')
}

function addressOf({ method, path, name }: Route | PersonRoute) {
  return { method, url: path.replaceAll(/\{(\w+)\}/g, ':$1'), config: { name } }
}
