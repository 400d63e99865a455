// What becomes known of a request while it is answered, for its one line in the log.
import { randomFillSync } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIPv4 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import type { AddressRange } from './configuration/values.ts'
import { perRequest } from './per-request.ts'

export interface Notes {
  tenant?: string
  user?: string
  /** the way in: `session`, `token tok_…` */
  by?: string
  /** why it was refused: the problem's code */
  refused?: string
  /** a fault of ours, or of what we stand on */
  error?: unknown
}

const noted = perRequest<Notes>()

export function notesOf(request: Pick<FastifyRequest, 'raw'>): Notes {
  const known = noted.get(request)
  if (known !== undefined) return known
  const made: Notes = {}
  noted.set(request, made)
  return made
}

/** Who sent it: as the nearest proxy that is not ours saw it, and never what the sender says of itself. */
export function addressOf({ ip, raw }: Pick<FastifyRequest, 'ip' | 'raw'>): string {
  if (isIPv4(ip)) return ip
  const address = ipaddr.isValid(ip) ? ip : (raw.socket.remoteAddress ?? '')
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : 'unknown'
}

/** The proxy's own id where a proxy of ours sent one. */
export function requestId(trusted: readonly AddressRange[]): (raw: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const given = headers['x-request-id']
    const peer = socket.remoteAddress ?? ''
    if (typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) && trusted.some(({ contains }) => contains(peer)))
      return given
    return `req_${nextRandom()}`
  }
}

const length = 12
const drawn = Buffer.alloc(length * 512)
let next = drawn.length

/** Random bytes are drawn for many at once: each draw costs as much as an answer. */
function nextRandom(): string {
  if (next === drawn.length) {
    randomFillSync(drawn)
    next = 0
  }
  next += length
  return drawn.toString('hex', next - length, next)
}
