// What is found out of a request and wanted again later in it. On the request itself: a weak map of all requests costs the garbage
// collector more than all else that is done for one.
import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'

export interface PerRequest<T> {
  readonly set: (request: Pick<FastifyRequest, 'raw'>, value: T) => void
  /** what was set; undefined where nothing was */
  readonly get: (request: Pick<FastifyRequest, 'raw'>) => T | undefined
}

export function perRequest<T>(): PerRequest<T> {
  const own = Symbol('per request')
  type Marked = IncomingMessage & { [own]?: T }
  return {
    set: ({ raw }, value) => {
      ;(raw as Marked)[own] = value
    },
    get: ({ raw }) => (raw as Marked)[own],
  }
}
