// A refusal or a fault, sent; what it was is noted for the log.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, StillAnswering, TooMany } from '../core/refusal.ts'
import type { Admission } from './admission.ts'
import type { AnswerParts } from './answer-parts.ts'
import type { Edge } from './edge.ts'
import { problemOf } from './problem.ts'
import { notesOf } from './request-notes.ts'
import { dataHeaders } from './security-headers.ts'

/** Of what is gone by itself. */
const soon = 5

export function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  const { status, headers, body } = problemParts(error)
  const notes = notesOf(reply.request)
  notes.refused = problemOf(error).type.slice('/problems/'.length)
  if (status >= 500) notes.error = error
  return reply.code(status).removeHeader('etag').removeHeader('content-disposition').headers(headers).send(body)
}

/** An address that cannot be read comes before every hook: what these would do is done here. */
export function sendUnreadable({ log }: Pick<Edge, 'log'>, admission: Pick<Admission, 'stranger'>) {
  return (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const refusal = refusalFrom(() => admission.stranger(request))
    const { status } = problemOf(refusal)
    log('warn', { event: 'request', request: request.id, route: 'none', method: request.method, status })
    void sendProblem(reply.headers(dataHeaders), refusal)
  }
}

function refusalFrom(count: () => void): unknown {
  try {
    count()
    return new Refusal('not-found', 'there is no such address')
  } catch (error) {
    return error
  }
}

export function problemParts(error: unknown): AnswerParts {
  const problem = problemOf(error)
  const seconds = waitFor(error, problem.status)
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(seconds !== undefined && { 'retry-after': `${seconds}` }),
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="Demarc"' }),
    },
    body: JSON.stringify(problem),
  }
}

function waitFor(error: unknown, status: number): number | undefined {
  if (error instanceof TooMany) return error.retryAfter
  if (error instanceof StillAnswering) return error.seconds
  return status === 503 ? soon : undefined
}
