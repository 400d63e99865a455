// What went wrong, as HTTP says it: problem details (RFC 9457), one status a code; our own faults say nothing of the inside.
import type { Issue } from '../core/issue.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import type { RefusalCode } from '../core/refusal.ts'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly issues?: readonly Issue[]
  readonly current?: unknown
}

export const kinds: Readonly<Record<RefusalCode, { readonly status: number; readonly title: string }>> = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'It cannot be done as things stand now' },
  'too-many': { status: 429, title: 'Too many requests' },
  'key-reused': { status: 422, title: 'This key was used for another request' },
  busy: { status: 503, title: 'Try again later' },
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Refusal)) return fromFramework(error) ?? (isOutOfReach(error) ? outOfReach : failed)
  const { status, title } = kinds[error.code]
  return {
    type: `/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    ...(error.issues.length > 0 && { issues: error.issues }),
    ...(error instanceof Overtaken && { current: error.current }),
  }
}

const failed: Problem = {
  type: '/problems/failed',
  title: 'Demarc failed',
  status: 500,
  detail: 'The fault is ours and not in your request. It was logged; nothing was changed.',
}

const outOfReach: Problem = {
  type: '/problems/busy',
  title: kinds.busy.title,
  status: kinds.busy.status,
  detail: 'the records cannot be reached just now; before you repeat a change, look whether it was made',
}

const worded: Readonly<Record<number, string>> = {
  400: 'the request cannot be read: its body is no JSON, or empty',
  413: 'the request is larger than this server takes',
  414: 'the address is longer than this server takes',
  415: 'send the body as application/json; a file as application/octet-stream',
}

/** A request that is not looked at for how it was sent, with a status that no refusal has. */
export class NotTaken extends Error {
  readonly statusCode: number

  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

/** What Fastify refuses before a route is asked: its own status, our words. */
function fromFramework(error: unknown): Problem | undefined {
  const status = (error as { readonly statusCode?: unknown }).statusCode
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return {
    type: '/problems/invalid',
    title: kinds.invalid.title,
    status,
    detail: error instanceof NotTaken ? error.message : (worded[status] ?? 'the request cannot be read'),
  }
}

/** The database is down, full, locked, cut off or (25006) only to be read: no fault of the request, and none of the program. */
function isOutOfReach(error: unknown): boolean {
  const { code, errcode, message } = error as {
    readonly code?: unknown
    readonly errcode?: unknown
    readonly message?: unknown
  }
  if (typeof errcode === 'number') return unusable.has(errcode % 256)
  if (typeof code === 'string' && /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH)/.test(code))
    return true
  if (typeof code === 'string' && /^(?:(?:08|40|53|57)[0-9A-Z]{3}|25006)$/.test(code)) return true
  return (
    typeof message === 'string' && /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(message)
  )
}

/** SQLite: busy, locked, read-only, I/O error, full, cannot be opened. */
const unusable = new Set([5, 6, 8, 10, 13, 14])
