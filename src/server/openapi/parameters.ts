// What stands in the address and in the headers of a request, as its description says it.
import type { z } from 'zod'
import type { DescribedRoute } from './described-route.ts'
import type { Json, JsonSchemas } from './json-schemas.ts'

export function parametersOf(route: DescribedRoute, schemas: JsonSchemas): readonly Json[] {
  return [
    ...Object.entries(route.params.shape).map(([name, schema]) => inPath(name, schema as z.ZodType, schemas)),
    ...Object.entries(route.query?.shape ?? {}).map(([name, schema]) => inQuery(name, schema as z.ZodType, schemas)),
    ...inHeaders(route).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ]
}

/** Whether who has an answer may ask whether it is still the same. */
export function isKept({ method, answers, action }: DescribedRoute): boolean {
  return method === 'GET' && answers.stream === undefined && action !== undefined
}

/** Whether it is done once, however often it is sent with its key. */
export function isRepeatable({ method, action }: DescribedRoute): boolean {
  return method === 'POST' && action !== undefined
}

function inHeaders(route: DescribedRoute): readonly (keyof typeof sharedParameters)[] {
  return [
    ...(isKept(route) ? (['IfNoneMatch'] as const) : []),
    ...(route.ifMatch === undefined ? [] : (['IfMatch'] as const)),
    ...(route.answers.stream === undefined ? [] : (['LastEventId'] as const)),
    ...(isRepeatable(route) ? (['IdempotencyKey'] as const) : []),
  ]
}

/** Referred to by every route that reads them. */
export const sharedParameters = {
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of an answer that you have: while it is the same you get 304 and no body.',
    schema: { type: 'string' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The `ETag` of what you saw: if it was changed since you get 409 with what stands there now.',
    example: '"3"',
    schema: { type: 'string', pattern: '^"\\d{1,15}"$' },
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description:
      'The `id` of the last event that you had: the stream goes on behind it. An EventSource sends it itself.',
    schema: { type: 'string', pattern: '^\\d{1,15}$' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A text of your choice, at most 200 characters, new for each thing that you want done: if you repeat a request with its key because no answer came, it is done once.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as const

function inPath(name: string, schema: z.ZodType, schemas: JsonSchemas): Json {
  const { description, example, examples, ...json } = schemas.asked(schema)
  return {
    name,
    in: 'path',
    required: true,
    description: description ?? (name === 'tenant' ? 'The MSP.' : `The ${spaced(name)}.`),
    ...withExample(example ?? (examples as readonly unknown[] | undefined)?.[0]),
    schema: json,
  }
}

function inQuery(name: string, schema: z.ZodType, schemas: JsonSchemas): Json {
  const asked = schemas.asked(schema)
  const { description, example, ...json } =
    asked['type'] === undefined && asked['anyOf'] === undefined && asked['enum'] === undefined
      ? { ...schemas.answered(schema), ...asked }
      : asked
  const required = !schema.safeParse(undefined).success
  return {
    name,
    in: 'query',
    required,
    ...(description !== undefined && { description: required ? description : withWords(description, example) }),
    ...(required && withExample(example)),
    schema: json,
  }
}

/** The page that tries requests out would send the example of what may be left out. */
function withWords(description: unknown, example: unknown): unknown {
  const plain = typeof example === 'string' || typeof example === 'number'
  return plain && typeof description === 'string' ? `${description} (such as \`${example}\`)` : description
}

function withExample(example: unknown): Json {
  return example === undefined ? {} : { example }
}

export function spaced(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
