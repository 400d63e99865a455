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

const kinds: Readonly<Record<RefusalCode, { readonly status: number; readonly title: string }>> = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'You may not do this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  conflict: { status: 409, title: 'It cannot be done as things stand now' },
  'too-many': { status: 429, title: 'That was tried too often' },
  busy: { status: 503, title: 'Try again later' },
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof Refusal)) return fromFramework(error) ?? failed
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

const worded: Readonly<Record<number, string>> = {
  400: 'the request cannot be read: its body is no JSON, or empty',
  413: 'the request is larger than this server takes',
  415: 'send the body as application/json',
}

/** What Fastify refuses before a route is asked: its own status, our words. */
function fromFramework(error: unknown): Problem | undefined {
  const status = (error as { readonly statusCode?: unknown }).statusCode
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return {
    type: '/problems/invalid',
    title: kinds.invalid.title,
    status,
    detail: worded[status] ?? 'the request cannot be read',
  }
}
