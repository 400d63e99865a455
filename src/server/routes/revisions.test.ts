import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

describe.each(apiOnEachEngine)('revisions over HTTP on $engine', ({ open }) => {
  let api: AskedApi
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const ask = (method: 'GET' | 'POST', path: string, more: { headers?: object; payload?: object } = {}) => {
    const { owner, engagement } = api.world.ours
    return api.app.inject({
      method,
      url: `/api/tenants/${owner.actor.tenant}/engagements/${engagement}${path}`,
      headers: { ...askedAs(owner.actor), ...more.headers },
      ...(more.payload && { payload: more.payload }),
    })
  }

  test('its text is sent as it was stored, compressed to whoever takes it, and never twice', async () => {
    const made = await ask('POST', '/revisions', { payload: {} })
    expect(made.statusCode).toBe(201)
    const { digest } = made.json<{ revision: { digest: string } }>().revision
    expect((await ask('POST', '/revisions', { payload: {} })).statusCode).toBe(200)
    const plain = await ask('GET', '/revisions/1/matrix')
    expect(createHash('sha256').update(plain.rawPayload).digest('hex')).toBe(digest)
    expect(plain.headers).toMatchObject({
      etag: `"${digest}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect(plain.headers['content-encoding']).toBeUndefined()
    const packed = await ask('GET', '/revisions/1/matrix', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload)).toEqual(plain.rawPayload)
    const unwanted = await ask('GET', '/revisions/1/matrix', { headers: { 'accept-encoding': 'gzip;q=0' } })
    expect(unwanted.rawPayload).toEqual(plain.rawPayload)
    const again = await ask('GET', '/revisions/1/matrix', { headers: { 'if-none-match': `"${digest}"` } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test.each([
    ['/revisions', 200],
    ['/revisions/1', 200],
    ['/comparison?from=1', 200],
    ['/as-of?date=2026-03-14', 200],
    ['/draft-at?at=2026-03-14T09:00:09Z', 200],
    ['/revisions/2', 404],
    ['/revisions/0', 404],
    ['/comparison?from=yesterday', 400],
    ['/as-of?date=14.3.2026', 400],
    ['/as-of', 400],
  ])('GET …%s answers %i', async (path, status) => {
    expect((await ask('GET', path)).statusCode).toBe(status)
  })
})
