// Every request leaves one line: which route by its name, how it ended, for whom. No address with values in it, no header, no body.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Edge } from './edge.ts'
import type { Level } from './log.ts'
import { addressOf, notesOf } from './request-notes.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the name that the API's description has for it */
    readonly name?: string
    /** asked all the time by machines: logged at `debug` unless it fails */
    readonly quiet?: boolean
  }
}

export function logRequests(app: FastifyInstance, { log, metrics }: Edge): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = routeName(request)
    const seconds = reply.elapsedTime / 1000
    metrics?.request({ route, method: knownMethod(request.method), status: reply.statusCode }, seconds)
    const { error, ...notes } = notesOf(request)
    log(levelOf(request, reply), {
      event: 'request',
      request: request.id,
      route,
      method: knownMethod(request.method),
      status: reply.statusCode,
      milliseconds: Math.round(seconds * 10_000) / 10,
      address: addressOf(request),
      ...notes,
      ...(error !== undefined && { error: told(error) }),
    })
    done()
  })
}

/** What is not in the table of routes goes by its pattern; what is no address at all, by none. */
function routeName({ routeOptions }: FastifyRequest): string {
  return routeOptions.config.name ?? routeOptions.url ?? 'none'
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function knownMethod(method: string): string {
  return methods.has(method) ? method : 'other'
}

function levelOf(request: FastifyRequest, { statusCode }: FastifyReply): Level {
  if (statusCode >= 500) return 'error'
  if ([401, 403, 429].includes(statusCode) || notesOf(request).refused === 'not-found') return 'warn'
  return request.routeOptions.config.quiet === true ? 'debug' : 'info'
}

/** Whole, for whoever runs the server; a statement’s values are not in it. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return 'something that is no error was thrown'
  const { code } = error as { readonly code?: unknown }
  return { name: error.name, message: error.message, ...(code !== undefined && { code }), stack: error.stack }
}
