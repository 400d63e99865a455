// The description of the API: OpenAPI 3.1, made from the table of routes.
import type { DescribedRoute } from './described-route.ts'
import { jsonSchemas } from './json-schemas.ts'
import type { Json } from './json-schemas.ts'
import { operationOf, sharedResponses, tagOf } from './operation.ts'
import { sharedParameters } from './parameters.ts'

export function openApiOf(routes: readonly DescribedRoute[], version: string): Json {
  const schemas = jsonSchemas()
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route, schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Demarc',
      version,
      summary: 'Who does what in compliance: shared responsibility matrices, kept for all clients of an MSP.',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'this server' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.components(), Problem, Issue },
      responses: sharedResponses(),
      parameters: sharedParameters,
      headers,
      securitySchemes,
    },
  }
}

const introduction = `Whatever the pages do goes through this API, with the same rights.

**Who asks.** A program sends a personal token as \`Authorization: Bearer …\`; it may do what its owner may, within its scopes. The pages use a session cookie; with that, a request that changes something must come from Demarc’s own pages.

**Lists** come in pages: \`limit\` (1 to 200) and \`cursor\`, which is \`next\` of the page before; on the last page there is no \`next\`.

**Nothing is written over.** What you change names the \`version\` that you saw; if somebody was first you get 409 with what stands there now. A list of changes is made whole or not at all.

**Problems** are problem details (RFC 9457): \`type\` says which kind, \`detail\` and \`issues\` what to do. Fields and query parameters that nobody knows are refused. What you may not see does not exist: 404.

**How often.** Above the limit of requests you get 429, and \`Retry-After\` says in how many seconds to come again.`

const Problem = {
  type: 'object',
  description: 'What went wrong (RFC 9457).',
  properties: {
    type: { type: 'string', description: 'Which kind: `/problems/conflict` …' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened, and what to do.' },
    issues: { type: 'array', items: { $ref: '#/components/schemas/Issue' }, description: 'Each fault with its place.' },
    current: { description: 'With 409: what stands there now.' },
  },
  required: ['type', 'title', 'status', 'detail'],
}

const Issue = {
  type: 'object',
  properties: { at: { type: 'string', description: 'The place.' }, message: { type: 'string' } },
  required: ['at', 'message'],
}

const headers = {
  RequestId: { description: 'The request’s id in the server’s log.', schema: { type: 'string' } },
  ETag: { description: 'The version of what is sent, where it has one.', schema: { type: 'string' } },
  Location: { description: 'The address of what was made, where it has one.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds until you may try again.', schema: { type: 'integer' } },
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'A personal API token.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-demarc.session',
    description:
      'The session of somebody who is signed in, in a browser. On `http://localhost` the cookie is `demarc-PORT.session`, with the server’s port.',
  },
}
