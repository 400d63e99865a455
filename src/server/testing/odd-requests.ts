// Requests that nobody would send: one that would be granted, with odd values in its path, query and body.
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { jsonSchemas } from '../openapi/json-schemas.ts'
import type { PersonRoute, Route } from '../route.ts'
import type { SampleRequest } from './samples/sample.ts'
import { valuesFor } from './values-for.ts'

/** @param sample that would be granted */
export function oddRequests(route: Route | PersonRoute, sample: SampleRequest): fc.Arbitrary<InjectOptions> {
  const schemas = jsonSchemas()
  const inPath = fc.record(
    Object.fromEntries(
      Object.keys(route.params.shape).map((name) => {
        const one = sample.params?.[name]
        const odd = fc.string({ minLength: 1, unit: 'binary' }).filter((word) => word.isWellFormed())
        return [name, one === undefined ? odd : mostly(fc.constant(one), odd)]
      }),
    ),
  )
  const oddQuery = fc.dictionary(
    fc.constantFrom(...Object.keys(route.query?.shape ?? {}), 'odd', '__proto__', 'limit'),
    fc.oneof(fc.string(), fc.integer().map(String)),
    { maxKeys: 2 },
  )
  const query = sample.query === undefined ? oddQuery : mostly(fc.constant(sample.query), oddQuery)
  const body =
    route.body === undefined
      ? fc.constant(undefined)
      : bodiesFor(route, { schema: schemas.asked(route.body), components: schemas.components(), sample: sample.body })
  return fc.record({ inPath, query, body }).map(({ inPath: values, query: asked, body: payload }) => ({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!)),
    query: asked,
    headers: {
      ...(payload !== undefined && {
        'content-type': route.takes === 'bytes' ? 'application/octet-stream' : 'application/json',
      }),
      ...(sample.ifMatch !== undefined && { 'if-match': `"${sample.ifMatch}"` }),
    },
    ...(payload !== undefined && { payload }),
  }))
}

function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: odd, weight: 1 })
}

interface Body {
  readonly schema: object
  readonly components: object
  readonly sample: unknown
}

function bodiesFor(
  { takes }: Route | PersonRoute,
  { schema, components, sample }: Body,
): fc.Arbitrary<string | Buffer | undefined> {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one))
  if (takes === 'bytes') return sample instanceof Uint8Array ? fc.oneof(bytes, broken(sample)) : bytes
  const fitting = valuesFor(schema, components).map((value) => JSON.stringify(value))
  const hostile = fc.constantFrom(
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '[]',
    'null',
    '',
    '{"a":1',
  )
  const arbitrary = sample === undefined ? fitting : fc.oneof(fitting, altered(sample))
  return fc.oneof({ arbitrary, weight: 6 }, fc.json({ maxDepth: 3 }), hostile, bytes)
}

/** What would be granted, with some of its bytes others. */
function broken(bytes: Uint8Array): fc.Arbitrary<Buffer> {
  const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 3 })
  return changes.map((all) => {
    const copy = Buffer.from(bytes)
    for (const [at, value] of all) copy[at] = value
    return copy
  })
}

/** What would be granted, with one of its values another. */
function altered(body: unknown): fc.Arbitrary<string> {
  const places = [...JSON.stringify(body).matchAll(/(?<=[[:,])(?:"[^"\\]*"|\d+|true|false|null)(?=[,\]}])/g)]
  const other = fc.oneof(
    fc.json({ maxDepth: 1 }),
    fc.integer().map(String),
    fc.string().map((word) => JSON.stringify(word)),
  )
  return fc.tuple(fc.nat(Math.max(places.length - 1, 0)), other).map(([index, value]) => {
    const at = places[index]
    const json = JSON.stringify(body)
    return at === undefined ? json : `${json.slice(0, at.index)}${value}${json.slice(at.index + at[0].length)}`
  })
}
