// An answer as it goes out: its status, its headers and its body, made from what the route gave.
import type { FastifyReply } from 'fastify'
import { StillAnswering } from '../core/refusal.ts'
import type { KeptAnswer } from '../usecases/answer-once.ts'
import { problemOf } from './problem.ts'
import type { Answer, Route, SentFile } from './route.ts'

export interface AnswerParts {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** undefined: empty */
  readonly body?: string | Buffer
  /** a file is never kept for those who ask twice */
  readonly file?: true
}

export function partsOf(route: Route, { body, file, etag, location }: Answer): AnswerParts {
  const { status } = route.answers
  const headers = { ...(location !== undefined && { location }), ...(etag !== undefined && { etag: `"${etag}"` }) }
  if (file !== undefined)
    return { status, headers: { ...headers, ...headersOf(file) }, body: bytesOf(file), file: true }
  if (route.answers.body === undefined) return { status, headers }
  return {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.isBuffer(body) ? body : JSON.stringify(route.answers.body.parse(body)),
  }
}

export function problemParts(error: unknown): AnswerParts {
  const problem = problemOf(error)
  const seconds = error instanceof StillAnswering ? error.seconds : problem.status === 503 ? 1 : undefined
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(seconds !== undefined && { 'retry-after': `${seconds}` }),
    },
    body: JSON.stringify(problem),
  }
}

export function send(reply: FastifyReply, { status, headers, body }: AnswerParts): FastifyReply {
  return reply.code(status).headers(headers).send(body)
}

/** What of it is kept; nothing where it is a file or larger than a megabyte. */
export function keepable({ status, headers, body = '', file }: AnswerParts): KeptAnswer | undefined {
  if (file || body.length > 1_000_000) return undefined
  return { status, headers, body: body.toString() }
}

/** RFC 6266: the name in ASCII and, for those who read it, whole. */
function headersOf({ name, type }: SentFile) {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  }
}

function bytesOf({ bytes }: SentFile): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
