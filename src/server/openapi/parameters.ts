// What stands in the address and in the headers of a request, as its description says it.
import type { z } from 'zod'
import type { DescribedRoute } from './described-route.ts'
import type { Json, JsonSchemas } from './json-schemas.ts'

export function parametersOf(route: DescribedRoute, schemas: JsonSchemas): readonly Json[] {
  return [
    ...Object.entries(route.params.shape).map(([name, schema]) => inPath(name, schema as z.ZodType, schemas)),
    ...Object.entries(route.query?.shape ?? {}).map(([name, schema]) => inQuery(name, schema as z.ZodType, schemas)),
    ...(route.method === 'GET' ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
    ...(route.method === 'POST' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
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
  return {
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    ...(description !== undefined && { description }),
    ...withExample(example),
    schema: json,
  }
}

function withExample(example: unknown): Json {
  return example === undefined ? {} : { example }
}

export function spaced(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
