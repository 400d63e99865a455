// The HTTP server: routes as data in, use cases called, problems told.
import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../core/refusal.ts'
import type { Services } from '../usecases/context.ts'
import { liveEvents, systemTimers } from '../usecases/live/live-events.ts'
import type { Timers } from '../usecases/live/live-events.ts'
import { requireFresh } from '../usecases/sign-in/who.ts'
import type { Caller } from '../usecases/who-acts.ts'
import { admissionOf } from './admission.ts'
import type { Admission } from './admission.ts'
import { apiPages } from './api-pages.ts'
import { takeBodies } from './bodies.ts'
import { connectionOptions } from './connection.ts'
import { bareEdge } from './edge.ts'
import type { Edge } from './edge.ts'
import { healthRoutes } from './health-routes.ts'
import { checkOrigins } from './origin-check.ts'
import { logRequests } from './request-log.ts'
import { mountPersonRoutes, mountRoutes } from './mount-routes.ts'
import type { Authenticate, PersonGround, Proven, Standing } from './mount-routes.ts'
import type { Route } from './route.ts'
import { personRoutes, routes as ours } from './routes.ts'
import { secure } from './security-headers.ts'
import { sendProblem, sendUnreadable } from './send-problem.ts'
import { closeWhenStopping } from './stopping.ts'

export interface AppOptions {
  readonly services: Services
  readonly authenticate: Authenticate
  /** of those who follow; `authenticate` unless told */
  readonly standing?: Standing
  readonly signedIn?: PersonGround['signedIn']
  readonly proven?: Proven
  readonly edge?: Edge
  /** more than the table of routes: pages, streams */
  readonly more?: readonly ((app: FastifyInstance, admission: Admission) => void)[]
  readonly stopping?: () => boolean
  /** of streams; the system's, unless a test has its own */
  readonly timers?: Timers
  /** others than those of the API, in tests of the walls */
  readonly routes?: readonly Route[]
}

export function appOf({ services, authenticate, ...options }: AppOptions) {
  const { edge = bareEdge, more = [], stopping = () => false, routes = ours } = options
  const { standing = async (request, tenant) => ({ actor: await authenticate(request, tenant) }) } = options
  const { signedIn = nobody, proven = neverProven, timers = systemTimers } = options
  const admission = admissionOf(edge)
  const app: FastifyInstance = Fastify({
    ...connectionOptions(edge),
    logger: false,
    exposeHeadRoutes: true,
    frameworkErrors: sendUnreadable(edge, admission),
  })
  const live = liveEvents(services.store, timers)
  app.addHook('preClose', async () => live.close())
  logRequests(app, edge)
  secure(app, edge.origin)
  checkOrigins(app, edge.origin)
  closeWhenStopping(app, stopping)
  takeBodies(app)
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  app.setNotFoundHandler((request, reply) => {
    admission.stranger(request)
    return sendProblem(reply, new Refusal('not-found', 'there is no such address'))
  })
  healthRoutes(app, { services, edge, stopping })
  if (edge.apiDocs) apiPages(app, routes)
  mountRoutes(app, routes, { services, admission, authenticate, standing, proven, live, timers })
  mountPersonRoutes(app, personRoutes, { services, admission, signedIn })
  for (const add of more) add(app, admission)
  return app
}

/** Where nothing says how somebody proves who they are, nobody has. */
async function neverProven(): Promise<void> {
  requireFresh({})
}

async function nobody(): Promise<Caller> {
  throw new Refusal('unauthenticated', 'sign in first')
}
