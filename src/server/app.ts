// The HTTP server: routes as data in, use cases called, problems told.
import type { IncomingMessage } from 'node:http'
import Fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../core/access/actor.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf } from '../core/schema-issues.ts'
import type { Services } from '../usecases/context.ts'
import { admissionOf } from './admission.ts'
import { apiPages } from './api-pages.ts'
import { connectionOptions } from './connection.ts'
import { bareEdge } from './edge.ts'
import type { Edge } from './edge.ts'
import { healthRoutes } from './health-routes.ts'
import { checkOrigins } from './origin-check.ts'
import { logRequests } from './request-log.ts'
import type { Answer, Route, SentFile } from './route.ts'
import { routes as ours } from './routes.ts'
import { secure } from './security-headers.ts'
import { sendProblem } from './send-problem.ts'
import { closeWhenStopping } from './stopping.ts'

/** Who asks, in the tenant that the path names; throws a refusal. */
export type Authenticate = (request: FastifyRequest, tenant: string) => Promise<Actor>

export interface AppOptions {
  readonly services: Services
  readonly authenticate: Authenticate
  readonly edge?: Edge
  /** more than the table of routes: pages, streams */
  readonly more?: readonly ((app: FastifyInstance) => void)[]
  readonly stopping?: () => boolean
  /** others than those of the API, in tests of the walls */
  readonly routes?: readonly Route[]
}

export function appOf({ services, authenticate, ...options }: AppOptions) {
  const { edge = bareEdge, more = [], stopping = () => false, routes = ours } = options
  const app: FastifyInstance = Fastify({ ...connectionOptions(edge), logger: false, exposeHeadRoutes: true })
  const admission = admissionOf(edge)
  const actors = new WeakMap<IncomingMessage, Actor>()
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
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      config: { name: route.name },
      // before the body is read: a stranger's is not
      onRequest: async (request) => {
        const { tenant } = request.params as { readonly tenant: string }
        actors.set(request.raw, await admission.admit(request, () => authenticate(request, tenant)))
      },
      handler: async (request, reply) => {
        const actor = actors.get(request.raw)!
        return answered(reply, route, await route.run({ ...services, actor }, givenTo(route, request)))
      },
    })
  }
  for (const add of more) add(app)
  return app
}

const nothingAsked = z.strictObject({})

function givenTo({ params, query, body }: Route, request: FastifyRequest) {
  return {
    params: parsed(params, request.params, 'path'),
    query: parsed(query ?? nothingAsked, request.query, 'query'),
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

function answered(reply: FastifyReply, route: Route, { body, file, etag, location }: Answer): FastifyReply {
  if (location !== undefined) reply.header('location', location)
  if (etag !== undefined) {
    const strong = `"${etag}"`
    reply.header('etag', strong)
    if (route.method === 'GET' && matches(reply.request.headers['if-none-match'], strong)) return reply.code(304).send()
  }
  reply.code(route.answers.status)
  if (file !== undefined) return sendFile(reply, file)
  if (route.answers.body === undefined) return reply.send()
  reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(Buffer.isBuffer(body) ? body : JSON.stringify(route.answers.body.parse(body)))
}

/** RFC 6266: the name in ASCII and, for those who read it, whole. */
function sendFile(reply: FastifyReply, { name, type, bytes }: SentFile): FastifyReply {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** RFC 9110 §13.1.2: weakly compared, so a proxy that compressed the body does no harm. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
