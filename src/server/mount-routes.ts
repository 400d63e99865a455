// The routes of the table on the server: who asks is found out before the body is read; then parsed, run once, answered.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../core/access/actor.ts'
import type { Services, UseCase } from '../usecases/context.ts'
import type { LiveEvents, Timers } from '../usecases/live/live-events.ts'
import type { Stands } from '../usecases/standing.ts'
import type { Caller } from '../usecases/who-acts.ts'
import type { Admission } from './admission.ts'
import { partsOf, send } from './answer-parts.ts'
import { streamEvents } from './event-stream.ts'
import { givenTo } from './given.ts'
import { answeringOnce } from './idempotency.ts'
import { perRequest } from './per-request.ts'
import type { PersonRoute, Route } from './route.ts'

/** Who asks, in the tenant that the path names; throws a refusal. */
export type Authenticate = (request: FastifyRequest, tenant: string) => Promise<Actor>
/** The same of whoever asked before and goes on following: as it stands now, and nothing is noted. */
export type Standing = (request: FastifyRequest, tenant: string) => Promise<Stands>

interface Ground {
  readonly services: Services
  readonly admission: Admission
  readonly authenticate: Authenticate
  readonly standing: Standing
  /** throws a refusal where a session was not proven within five minutes */
  readonly proven: (request: FastifyRequest) => Promise<void>
  readonly live: LiveEvents
  readonly timers: Timers
}

export type Proven = Ground['proven']

export function mountRoutes(app: FastifyInstance, routes: readonly Route[], ground: Ground): void {
  const { services, admission, authenticate, proven } = ground
  const actors = perRequest<Actor>()
  const once = answeringOnce()
  for (const route of routes) {
    app.route({
      ...addressOf(route),
      exposeHeadRoute: route.answers.stream === undefined,
      onRequest: async (request) => {
        const { tenant } = request.params as { readonly tenant: string }
        actors.set(request, await admission.admit(request, () => authenticate(request, tenant)))
      },
      handler: async (request, reply) => {
        const actor = actors.get(request)!
        if (route.answers.stream !== undefined) return streamed(route, { request, reply, actor }, ground)
        if (route.fresh) await proven(request)
        const given = givenTo(route, request)
        const run = async (ctx: UseCase) => partsOf(route, await route.run(ctx, given), request.headers)
        return send(reply, await once(route, request, { ctx: { ...services, actor }, run }))
      },
    })
  }
}

interface Asked {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly actor: Actor
}

async function streamed(route: Route, { request, reply, actor }: Asked, { services, standing, live, timers }: Ground) {
  const given = givenTo(route, request)
  const { tenant, user } = actor
  const streamOf = async (one: Actor) => (await route.run({ ...services, actor: one }, given)).stream!
  const still = async () => {
    const { actor: now, ...until } = await standing(request, tenant)
    return { ...(await streamOf(now)), ...until }
  }
  return streamEvents({ live, timers, now: services.now }, reply, {
    tenant,
    user,
    streamed: await streamOf(actor),
    still,
  })
}

export interface PersonGround {
  readonly services: Services
  readonly admission: Admission
  /** who is signed in, by no token; throws a refusal */
  readonly signedIn: (request: FastifyRequest) => Promise<Caller>
}

export function mountPersonRoutes(
  app: FastifyInstance,
  routes: readonly PersonRoute[],
  { services, admission, signedIn }: PersonGround,
): void {
  const callers = perRequest<Caller>()
  for (const route of routes) {
    app.route({
      ...addressOf(route),
      onRequest: async (request) => {
        callers.set(request, await admission.admit(request, () => signedIn(request)))
      },
      handler: async (request, reply) => {
        const given = { ...givenTo(route, request), caller: callers.get(request)! }
        return send(reply, await partsOf(route, await route.run(services, given), request.headers))
      },
    })
  }
}

/** As Fastify writes it. */
export function addressOf({ method, path, name }: Pick<Route, 'method' | 'path' | 'name'>) {
  return { method, url: path.replaceAll(/\{(\w+)\}/g, ':$1'), config: { name } }
}
