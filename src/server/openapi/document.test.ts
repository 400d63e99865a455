import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { Matrix } from '../../core/matrix.ts'
import { kinds } from '../problem.ts'
import { routes } from '../routes.ts'
import { quietApp } from '../testing/listening.ts'
import { openApiOf } from './document.ts'
import type { Json } from './json-schemas.ts'
import { tagOf } from './operation.ts'

const root = join(import.meta.dirname, '../../..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
const document = openApiOf(routes, version)
const operations = Object.entries(
  document['paths'] as Readonly<Record<string, Readonly<Record<string, Json>>>>,
).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))

test('it is what docs/openapi.json says; npm run api writes it', () => {
  expect(`${JSON.stringify(document, null, 2)}\n`).toBe(readFileSync(join(root, 'docs/openapi.json'), 'utf8'))
})

test('it is valid by the schema of OpenAPI 3.1, and a planted fault is not', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(() => validator.resolveRefs()).not.toThrow()
  const { info: _, ...nameless } = document
  expect(await new Validator().validate(nameless)).toMatchObject({ valid: false })
})

test('every route is in it by its name, and nothing else', () => {
  const told = operations.map(({ path, method, operation }) => `${method} ${path} ${String(operation['operationId'])}`)
  const ours = routes.map(({ method, path, name }) => `${method.toLowerCase()} ${path} ${name}`)
  expect(told.toSorted()).toEqual(ours.toSorted())
  expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length)
})

test.each(operations.map(({ path, method, operation }) => [`${method} ${path}`, operation] as const))(
  '%s says all it takes and how it is refused',
  (name, operation) => {
    const parameters = operation['parameters'] as readonly Json[]
    const inPath = parameters.filter((one) => one['in'] === 'path').map((one) => String(one['name']))
    expect(inPath.toSorted()).toEqual([...name.matchAll(/\{(\w+)\}/g)].map(([, one]) => one!).toSorted())
    for (const one of parameters) expect(one['$ref'] ?? one['schema']).toBeDefined()
    const statuses = Object.keys(operation['responses'] as Json).map(Number)
    const problems = Object.values(kinds).flatMap(({ status }) => ([409, 422].includes(status) ? [] : [status]))
    expect(statuses).toEqual(expect.arrayContaining(problems))
    expect(statuses.includes(409)).toBe(!name.startsWith('get '))
    expect(statuses.includes(422)).toBe(name.startsWith('post '))
  },
)

test.each([
  ['/api/tenants/{tenant}/clients', 'Clients'],
  ['/api/tenants/{tenant}/engagements/{engagement}/matrix', 'Engagements'],
  ['/api/tenants/{tenant}/saved-views', 'Saved views'],
  ['/api/tenants/{tenant}', 'General'],
  ['/api/me/tokens', 'Me'],
] as const)('%s is about %s', (path, tag) => expect(tagOf({ path })).toBe(tag))

describe('its schemas', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'api', ...document })
  const fits = (pointer: string, value: unknown) => ajv.validate({ $ref: `api#${pointer}` }, value)

  test('fit what the server says of a refusal', async () => {
    const { app } = quietApp()
    const { body } = await app.inject({ method: 'POST', url: '/api/tenants/ten_x/clients', payload: {} })
    expect(fits('/components/schemas/Problem', JSON.parse(body))).toBe(true)
    expect(fits('/components/schemas/Problem', { title: 'x' })).toBe(false)
  })

  test('a matrix is defined once', () => {
    const names = Object.keys((document['components'] as { readonly schemas: Json }).schemas)
    expect(names).toEqual(expect.arrayContaining(['Matrix', 'Activity', 'Problem']))
    expect(Matrix.safeParse({}).success).toBe(fits('/components/schemas/Matrix', {}))
  })
})

test('it is served, and not where that is switched off', async () => {
  const served = await quietApp().app.inject('/api/openapi.json')
  expect(served.json()).toEqual(document)
  const { headers } = served
  const again = await quietApp().app.inject({
    url: '/api/openapi.json',
    headers: { 'if-none-match': String(headers.etag) },
  })
  expect(again.statusCode).toBe(304)
  const { app } = quietApp({ edge: { apiDocs: false } })
  for (const url of ['/api/openapi.json', '/api/docs', '/api/docs/start.js'])
    expect((await app.inject(url)).statusCode).toBe(404)
})
