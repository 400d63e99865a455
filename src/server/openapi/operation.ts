// One route as an operation of the API's description.
import type { RefusalCode } from '../../core/refusal.ts'
import { kinds } from '../problem.ts'
import type { DescribedRoute } from './described-route.ts'
import type { Json, JsonSchemas } from './json-schemas.ts'
import { parametersOf, spaced } from './parameters.ts'

export function operationOf(route: DescribedRoute, schemas: JsonSchemas): Json {
  const body = bodyOf(route, schemas)
  return {
    operationId: route.name,
    tags: [tagOf(route)],
    summary: route.summary,
    ...(route.action !== undefined && { description: needsOf(route.action, route.fresh) }),
    parameters: parametersOf(route, schemas),
    ...(body !== undefined && { requestBody: body }),
    responses: { ...answerOf(route, schemas), ...problemsOf(route) },
  }
}

function needsOf(action: string, fresh: true | undefined): string {
  const right = `Needs the right \`${action}\`.`
  if (!fresh) return right
  return `${right} Of a session, one that was proven within five minutes: otherwise 403 with the issue \`fresh-sign-in-needed\`, and \`/api/auth/prove/…\` proves it again.`
}

/** The subject that it is about: what stands in the path after the tenant. */
export function tagOf({ path }: Pick<DescribedRoute, 'path'>): string {
  const [, subject = 'general'] = /^\/api\/(?:tenants\/\{tenant\}\/?)?([^/{]+)?/.exec(path) ?? []
  const words = spaced(subject).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function bodyOf({ body, takes }: DescribedRoute, schemas: JsonSchemas): Json | undefined {
  if (takes === 'bytes')
    return {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }
  if (body === undefined) return undefined
  const schema = schemas.asked(body)
  const given = schema['example'] ?? (schema['examples'] as readonly unknown[] | undefined)?.[0]
  return {
    required: !body.safeParse(undefined).success,
    content: { 'application/json': { schema, ...(given !== undefined && { example: given }) } },
  }
}

function answerOf({ answers, method }: DescribedRoute, schemas: JsonSchemas): Json {
  const content =
    answers.file === undefined
      ? answers.body && { 'application/json': { schema: schemas.answered(answers.body) } }
      : Object.fromEntries(answers.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
  return {
    [answers.status]: {
      description: answers.says,
      headers: {
        'X-Request-Id': { $ref: '#/components/headers/RequestId' },
        ...(method === 'GET' && { ETag: { $ref: '#/components/headers/ETag' } }),
        ...(answers.status === 201 && { Location: { $ref: '#/components/headers/Location' } }),
      },
      ...(content !== undefined && { content }),
    },
    ...(method === 'GET' && { 304: { description: 'It is as you have it (`If-None-Match`).' } }),
  }
}

const always = ['invalid', 'unauthenticated', 'forbidden', 'not-found', 'too-many', 'busy'] as const

function problemsOf({ method }: DescribedRoute): Json {
  const codes: readonly RefusalCode[] = [
    ...always,
    ...(method === 'GET' ? [] : ['conflict' as const]),
    ...(method === 'POST' ? ['key-reused' as const] : []),
  ]
  const bySize = codes.toSorted((one, other) => kinds[one].status - kinds[other].status)
  return Object.fromEntries(bySize.map((code) => [kinds[code].status, { $ref: `#/components/responses/${code}` }]))
}

/** Referred to by the operations. */
export function sharedResponses(): Json {
  return Object.fromEntries(
    Object.entries(kinds).map(([code, { status, title }]) => [
      code,
      {
        description: title,
        ...([429, 503].includes(status) && { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } }),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            example: { type: `/problems/${code}`, title, status, detail: examples[code as RefusalCode] },
          },
        },
      },
    ]),
  )
}

const examples: Readonly<Record<RefusalCode, string>> = {
  invalid: 'the body is not what this address takes',
  unauthenticated: 'sign in first',
  forbidden: 'your role does not allow this (client.edit)',
  'not-found': 'there is no such engagement',
  conflict: 'somebody else changed this activity meanwhile',
  'key-reused': 'this Idempotency-Key was used for another request; use a new key for a new request',
  'too-many': 'too many requests; try again in 2 seconds',
  busy: 'the records cannot be reached just now; before you repeat a change, look whether it was made',
}
