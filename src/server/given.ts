// What a request gives to its route: parsed by the route's schemas, or refused with the places that are wrong.
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isList, listNamed } from './list-named.ts'
import { Refusal } from '../core/refusal.ts'
import { issuesOf, wholeDocument } from '../core/schema-issues.ts'

interface Takes {
  readonly name?: string
  readonly params?: z.ZodType | undefined
  readonly query?: z.ZodType | undefined
  readonly body?: z.ZodType | undefined
}

const nothingAsked = z.strictObject({})

export function givenTo({ name, params, query, body }: Takes, request: FastifyRequest) {
  const path = parsed(params ?? nothingAsked, request.params, 'path')
  const asked = parsed(query ?? nothingAsked, request.query, 'query') as object
  return {
    params: path as never,
    query: (isList(query) ? { ...asked, question: listNamed(name, path, asked) } : asked) as never,
    body: (body === undefined ? undefined : parsed(body, request.body, 'body')) as never,
    ifMatch: versionIn(request.headers['if-match']),
  }
}

/** `"3"`, as our ETags are; anything else names no version. */
function versionIn(ifMatch: string | undefined): number | undefined {
  const [, version] = /^"(\d{1,15})"$/.exec(ifMatch?.trim() ?? '') ?? []
  return version === undefined ? undefined : Number(version)
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new Refusal(
    where === 'path' ? 'not-found' : 'invalid',
    `the ${where} is not what this address takes`,
    issuesOf(read.error, value).map((issue) => (issue.at === wholeDocument ? { ...issue, at: `the ${where}` } : issue)),
  )
}
