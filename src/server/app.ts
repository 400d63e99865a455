// The HTTP server: routes as data in, use cases called, problems told.
import Fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../core/access/actor.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf } from '../core/schema-issues.ts'
import type { Services } from '../usecases/context.ts'
import { problemOf } from './problem.ts'
import type { Answer, Route, SentFile } from './route.ts'
import { routes } from './routes.ts'
import { secure } from './security-headers.ts'

export interface AppOptions {
  readonly services: Services
  /** who asks, in the tenant that the path names; throws a refusal */
  readonly authenticate: (request: FastifyRequest, tenant: string) => Promise<Actor>
}

/** A matrix of 1,200 rows is under 4 MB. */
const bodyLimit = 8 * 1024 * 1024

export function appOf({ services, authenticate }: AppOptions): FastifyInstance {
  const app = Fastify({ bodyLimit, logger: false, exposeHeadRoutes: true })
  secure(app)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  )
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error))
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Refusal('not-found', 'there is no such address')))
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const { tenant } = request.params as { readonly tenant: string }
        const actor = await authenticate(request, tenant)
        const given = givenTo(route, request)
        return answered(reply, route, await route.run({ ...services, actor }, given))
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

function answered(reply: FastifyReply, route: Route, answer: Answer): FastifyReply {
  const { file, etag, location, status = route.answers.status } = answer
  if (answer.immutable) reply.header('cache-control', 'private, max-age=31536000, immutable')
  if (location !== undefined) reply.header('location', location)
  if (etag !== undefined) {
    const strong = `"${etag}"`
    reply.header('etag', strong)
    if (route.method === 'GET' && matches(reply.request.headers['if-none-match'], strong)) return reply.code(304).send()
  }
  reply.code(status)
  if (file !== undefined) return sendFile(reply, file)
  if (route.answers.body === undefined) return reply.send()
  reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(bodyOf(reply, route.answers.body, answer))
}

function bodyOf(reply: FastifyReply, schema: z.ZodType, { body, packed }: Answer): Uint8Array | string {
  if (packed !== undefined) reply.header('vary', 'accept-encoding')
  if (packed !== undefined && takesGzip(reply.request.headers['accept-encoding'])) {
    reply.header('content-encoding', 'gzip')
    return packed
  }
  return Buffer.isBuffer(body) ? body : JSON.stringify(schema.parse(body))
}

/** RFC 6266: the name in ASCII and, for those who read it, whole. */
function sendFile(reply: FastifyReply, { name, type, bytes }: SentFile): FastifyReply {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

/** RFC 9110 §12.5.3; `q=0` says no. */
function takesGzip(header: string | string[] | undefined): boolean {
  return /(?:^|[,\s])(?:gzip|\*)\s*(?:,|$|;\s*q=(?!0(?:\.0*)?\s*(?:,|$)))/i.test(String(header ?? ''))
}

/** RFC 9110 §13.1.2: weakly compared, so a proxy that compressed the body does no harm. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
