// Every route with what nobody would send: nothing of it may be a fault of ours (ASVS 2.2.1), nor change what an object is (15.3.6).
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InjectOptions } from 'fastify'
import { apiOnEachEngine, askedAs } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'
import { valuesFor } from './testing/values-for.ts'
import { jsonSchemas } from './openapi/json-schemas.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

const runs = Number(process.env['DEMARC_SOAK_RUNS'] ?? 60)

describe.each(apiOnEachEngine)('on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  test.each(routes.map((route) => [route.name, route] as const))('%s', async (_, route) => {
    const { actor } = api.world.ours.owner
    const known = { tenant: actor.tenant, client: api.world.ours.client, engagement: api.world.ours.engagement }
    await fc.assert(
      fc.asyncProperty(requestsFor(route, known), async (request) => {
        const { statusCode, body, headers } = await api.app.inject({
          ...request,
          headers: { ...request.headers, ...askedAs(actor) },
        })
        expect(statusCode, body).toBeLessThan(500)
        if (statusCode >= 400) expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      }),
      { numRuns: runs },
    )
  })
})

function requestsFor(route: Route, known: Readonly<Record<string, string>>): fc.Arbitrary<InjectOptions> {
  const schemas = jsonSchemas()
  const inPath = fc.record(
    Object.fromEntries(
      Object.keys(route.params.shape).map((name) => {
        const one = known[name]
        const odd = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.isWellFormed())
        return [
          name,
          one === undefined ? odd : fc.oneof({ arbitrary: fc.constant(one), weight: 9 }, { arbitrary: odd, weight: 1 }),
        ]
      }),
    ),
  )
  const query = fc.dictionary(
    fc.constantFrom(...Object.keys(route.query?.shape ?? {}), 'odd', '__proto__', 'limit'),
    fc.oneof(fc.string(), fc.integer().map(String)),
    { maxKeys: 2 },
  )
  const body =
    route.body === undefined
      ? fc.constant(undefined)
      : bodiesFor(route, schemas.asked(route.body), schemas.components())
  return fc.record({ inPath, query, body }).map(({ inPath: values, query: asked, body: payload }) => ({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!)),
    query: asked,
    headers:
      payload === undefined
        ? {}
        : { 'content-type': route.takes === 'bytes' ? 'application/octet-stream' : 'application/json' },
    ...(payload !== undefined && { payload }),
  }))
}

function bodiesFor(route: Route, schema: object, components: object): fc.Arbitrary<string | Buffer | undefined> {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((one) => Buffer.from(one))
  if (route.takes === 'bytes') return bytes
  const fitting = valuesFor(schema, components).map((value) => JSON.stringify(value))
  const hostile = fc.constantFrom(
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '[]',
    'null',
    '',
    '{"a":1',
  )
  return fc.oneof({ arbitrary: fitting, weight: 6 }, fc.json({ maxDepth: 3 }), hostile, bytes)
}
