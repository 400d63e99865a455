// A refusal or a fault, sent; what it was is noted for the log.
import type { FastifyReply } from 'fastify'
import { TooMany } from '../core/refusal.ts'
import { notesOf } from './request-notes.ts'
import { problemOf } from './problem.ts'

/** Of what is gone by itself. */
const soon = 5

export function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error)
  const notes = notesOf(reply.request)
  notes.refused = problem.type.slice('/problems/'.length)
  if (problem.status >= 500) notes.error = error
  if (error instanceof TooMany) reply.header('retry-after', error.retryAfter)
  else if (problem.status === 503) reply.header('retry-after', soon)
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="Demarc"')
  return reply
    .code(problem.status)
    .removeHeader('etag')
    .removeHeader('content-disposition')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
