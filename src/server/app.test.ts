import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { apiOnEachEngine, askedAs } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'

describe.each(apiOnEachEngine)('the API on $engine', ({ open }) => {
  let api: AskedApi
  let world: TwoMsps
  let app: FastifyInstance
  beforeAll(async () => {
    api = await open()
    ;({ world, app } = api)
  })
  afterAll(() => api.close())

  const ours = () => world.ours.owner.actor
  const matrixUrl = () => `/api/tenants/${ours().tenant}/engagements/${world.ours.engagement}/matrix`
  const asUs = () => askedAs(ours())

  test('a matrix comes with its version, and not again while it is the same', async () => {
    const first = await app.inject({ url: matrixUrl(), headers: asUs() })
    expect(first.statusCode).toBe(200)
    expect(first.headers['content-type']).toBe('application/json; charset=utf-8')
    const again = await app.inject({
      url: matrixUrl(),
      headers: { ...asUs(), 'if-none-match': String(first.headers.etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('an edit changes it, and its version', async () => {
    const before = await app.inject({ url: matrixUrl(), headers: asUs() })
    const activity = before.json<{ activities: readonly { id: string; title: string }[] }>().activities[0]!
    const changed = await app.inject({
      method: 'PATCH',
      url: matrixUrl().replace('/matrix', '/activities'),
      headers: asUs(),
      payload: { changes: [{ version: 1, activity: { ...activity, title: 'Another title' } }] },
    })
    expect(changed.statusCode).toBe(200)
    const after = await app.inject({ url: matrixUrl(), headers: asUs() })
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(after.json<{ activities: readonly unknown[] }>().activities[0]).toMatchObject({ title: 'Another title' })
  })

  test('who comes late is told what stands there now', async () => {
    const matrix = await app.inject({ url: matrixUrl(), headers: asUs() })
    const activity = matrix.json<{ activities: readonly { id: string }[] }>().activities[0]!
    const late = await app.inject({
      method: 'PATCH',
      url: matrixUrl().replace('/matrix', '/activities'),
      headers: asUs(),
      payload: { changes: [{ version: 1, activity }] },
    })
    expect(late.statusCode).toBe(409)
    expect(late.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(late.json()).toMatchObject({ type: '/problems/conflict', current: [{ activity, version: 2 }] })
  })

  test.each([
    ['no user', () => ({ url: matrixUrl() }), 401],
    ['another MSP in our tenant', () => ({ url: matrixUrl(), headers: askedAs(world.theirs.owner.actor) }), 404],
    [
      'another MSP in its own, with the id of our engagement',
      () => ({
        url: matrixUrl().replace(ours().tenant, world.theirs.owner.actor.tenant),
        headers: askedAs(world.theirs.owner.actor),
      }),
      404,
    ],
    ['an id that is none', () => ({ url: matrixUrl().replace('eng_', 'eng-'), headers: asUs() }), 404],
    ['no such address', () => ({ url: '/api/nothing' }), 404],
    [
      'an unknown field',
      () => ({
        method: 'POST' as const,
        url: `/api/tenants/${ours().tenant}/clients`,
        headers: asUs(),
        payload: { name: 'A', admin: true },
      }),
      400,
    ],
    [
      'no JSON',
      () => ({
        method: 'POST' as const,
        url: `/api/tenants/${ours().tenant}/clients`,
        headers: { ...asUs(), 'content-type': 'application/json' },
        payload: '{"name":',
      }),
      400,
    ],
    [
      'a prototype',
      () => ({
        method: 'POST' as const,
        url: `/api/tenants/${ours().tenant}/clients`,
        headers: { ...asUs(), 'content-type': 'application/json' },
        payload: '{"name":"A","__proto__":{"admin":true}}',
      }),
      400,
    ],
  ])('%s is refused', async (_, request, status) => {
    const response = await app.inject(request())
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(response.headers['content-security-policy']).toContain("default-src 'none'")
  })
})
