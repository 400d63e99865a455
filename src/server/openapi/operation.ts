// One route as an operation of the API's description.
import type { RefusalCode } from '../../core/refusal.ts'
import { kinds } from '../problem.ts'
import type { DescribedRoute } from './described-route.ts'
import type { Json, JsonSchemas } from './json-schemas.ts'
import { isKept, isRepeatable, parametersOf, spaced } from './parameters.ts'

export function operationOf(route: DescribedRoute, schemas: JsonSchemas): Json {
  const body = bodyOf(route, schemas)
  return {
    operationId: route.name,
    tags: [tagOf(route)],
    summary: route.summary,
    ...told(route),
    parameters: parametersOf(route, schemas),
    ...(body !== undefined && { requestBody: body }),
    responses: { ...answerOf(route, schemas), ...problemsOf(route) },
  }
}

function told({ action, asks, secret, fresh }: DescribedRoute): Json {
  const sentences = [
    ...(action === undefined ? [] : [`Needs the right \`${action}\`.`]),
    ...(fresh === undefined ? [] : [freshly]),
    ...(asks === undefined ? [] : [whoAsks[asks]]),
    ...(secret === undefined ? [] : ['Repeated with its Idempotency-Key it is refused: the secret is shown once.']),
  ]
  return {
    description: sentences.join(' '),
    ...(asks !== undefined && { security: asks === 'nobody' ? [] : [{ session: [] }] }),
  }
}

const freshly =
  'Of a session, one that was proven within five minutes: otherwise 403 with the issue `fresh-sign-in-needed`, and `/api/auth/prove/…` proves it again.'

const whoAsks = {
  nobody: 'Needs nobody to be signed in.',
  session: 'Needs the session of somebody who is signed in; no token will do.',
  'fresh session':
    'Needs the session of somebody who signed in, or proved again that it is them, within the last five minutes; no token will do.',
} as const

const subjects: Readonly<Record<string, string>> = { auth: 'sign-in', session: 'sign-in' }

/** The subject that it is about: what stands in the path after the tenant. */
export function tagOf({ path }: Pick<DescribedRoute, 'path'>): string {
  const [, subject = 'general'] = /^\/api\/(?:tenants\/\{tenant\}\/?)?([^/{]+)?/.exec(path) ?? []
  const words = subjects[subject] ?? spaced(subject).replaceAll('-', ' ')
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

function answerOf(route: DescribedRoute, schemas: JsonSchemas): Json {
  const { answers } = route
  const content = contentOf(answers, schemas)
  const answer = (status: number, description: string): Json => ({
    description,
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/RequestId' },
      ...(isKept(route) && { ETag: { $ref: '#/components/headers/ETag' } }),
      ...([201, 202, 303].includes(status) && { Location: { $ref: '#/components/headers/Location' } }),
    },
    ...(content !== undefined && { content }),
  })
  const also = Object.entries(answers.also ?? {})
  return {
    [answers.status]: answer(answers.status, answers.says),
    ...Object.fromEntries(also.map(([status, says]) => [status, answer(Number(status), says)])),
    ...(isKept(route) && { 304: { description: 'It is as you have it (`If-None-Match`).' } }),
  }
}

function contentOf({ file, stream, body }: DescribedRoute['answers'], schemas: JsonSchemas): Json | undefined {
  if (file !== undefined)
    return Object.fromEntries(file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
  if (stream !== undefined) {
    const data = { contentMediaType: 'application/json', contentSchema: schemas.answered(stream) }
    const description = 'Server-sent events; the `data` of each is JSON.'
    return { 'text/event-stream': { schema: { type: 'string', description, ...data } } }
  }
  return body && { 'application/json': { schema: schemas.answered(body) } }
}

const always = ['invalid', 'unauthenticated', 'forbidden', 'not-found', 'too-many', 'busy'] as const

function problemsOf(route: DescribedRoute): Json {
  const codes: readonly RefusalCode[] = [
    ...always,
    ...(route.method === 'GET' ? [] : (['conflict'] as const)),
    ...(isRepeatable(route) ? (['key-reused'] as const) : []),
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
