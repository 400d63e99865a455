// What a connection may do before there is a request: how slow, how long, how odd. All else is cut with a word.
import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'
import type { Socket } from 'node:net'
import type { Edge } from './edge.ts'
import { requestId } from './request-notes.ts'

/** Cookies and a token are far below it. */
const maxHeader = 16 * 1024

/** Milliseconds; longer than the proxies in common use keep theirs, so that it is never we who close first. */
const keepAlive = 72_000

export function connectionOptions({ maxBody, requestSeconds, trustedProxies, log }: Edge) {
  return {
    bodyLimit: maxBody,
    requestTimeout: requestSeconds * 1000,
    keepAliveTimeout: keepAlive,
    http: {
      maxHeaderSize: maxHeader,
      headersTimeout: Math.min(requestSeconds, 15) * 1000,
      connectionsCheckingInterval: 1000,
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    routerOptions: { maxParamLength: 500 },
    genReqId: requestId(trustedProxies),
    trustProxy:
      trustedProxies.length === 0
        ? false
        : (address: string) => trustedProxies.some((range) => range.contains(address)),
    clientErrorHandler: (error: Error & { readonly code?: string }, socket: Socket) => {
      const [status, detail] = said[error.code ?? ''] ?? unreadable
      log('warn', { event: 'connection', status: Number.parseInt(status, 10), code: error.code ?? 'none' })
      if (socket.writable && error.code !== 'ECONNRESET') socket.end(answer(status, detail))
      socket.destroySoon()
    },
  } satisfies FastifyHttpOptions<Server>
}

const unreadable = ['400 Bad Request', 'the request is not HTTP as this server takes it'] as const

const said: Readonly<Record<string, readonly [status: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'the headers are larger than this server takes'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'the request did not come whole in time'],
}

function answer(status: string, detail: string): string {
  const body = JSON.stringify({
    type: '/problems/invalid',
    title: 'The request is not valid',
    status: Number.parseInt(status, 10),
    detail,
  })
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/problem+json; charset=utf-8',
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
