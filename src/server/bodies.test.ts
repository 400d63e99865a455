// What a request brings: read strictly, and what is wrong with it said in words that a person can act on.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedApi } from './testing/asked-as.ts'
import { apiOnEachEngine, askedAs } from './testing/asked-as.ts'

describe.each(apiOnEachEngine.slice(0, 1))('a body', ({ open }) => {
  let api: AskedApi
  let app: FastifyInstance
  beforeAll(async () => {
    api = await open()
    ;({ app } = api)
  })
  afterAll(() => api.close())

  const actor = () => api.world.ours.owner.actor
  const clients = () => `/api/tenants/${actor().tenant}/clients`
  const send = async (payload: string | Buffer, headers: Readonly<Record<string, string>> = {}, url = clients()) => {
    const typed = { ...askedAs(actor()), 'content-type': 'application/json', ...headers }
    const response = await app.inject({ method: 'POST', url, headers: typed, payload })
    const told = response.json<{ detail?: string; issues?: readonly { at: string; message: string }[] }>()
    return { status: response.statusCode, headers: response.headers, ...told }
  }

  test.each([
    ['a name twice', '{"name":"One","note":"x","name":"Two"}', 'line 1', /"name" stands twice|twice/],
    ['a name twice, the second escaped', '{"name":"One","n\\u0061me":"Two"}', 'line 1', /twice/],
    ['broken JSON', '{"name":"One",}', 'line 1', /expected|name/],
    ['something after it', '{"name":"One"} {}', 'line 1', /nothing after/],
    ['__proto__', '{"name":"One","__proto__":{}}', '__proto__', /./],
    ['bottomless nesting', `{"name":${'['.repeat(3000)}${']'.repeat(3000)}}`, 'line 1', /nests deeper/],
  ])('with %s is refused with the place', async (_, payload, at, message) => {
    const { status, issues } = await send(payload)
    expect(status).toBe(400)
    expect(issues?.[0]?.at).toContain(at)
    expect(issues?.[0]?.message).toMatch(message)
  })

  test.each([
    ['bytes that are no UTF-8', Buffer.from([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')]), 'UTF-8'],
    ['half a character', Buffer.from([...Buffer.from('{"name":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')]), 'UTF-8'],
    ['UTF-16', Buffer.from('{"name":"One"}', 'utf16le'), 'no JSON'],
    ['nothing', Buffer.from(' '), 'empty'],
  ])('of %s is refused', async (_, payload, words) => {
    expect(await send(payload)).toMatchObject({ status: 400, detail: expect.stringContaining(words) as unknown })
  })

  test.each(['gzip', 'br', 'GZIP', 'identity, gzip'])(
    'packed as %s is not taken, and the answer says how',
    async (coding) => {
      const packed = await send('{"name":"One"}', { 'content-encoding': coding })
      expect(packed).toMatchObject({ status: 415, detail: expect.stringContaining('Content-Encoding') as unknown })
      expect(packed.headers['accept-encoding']).toBe('identity')
    },
  )

  test('that says it is not packed is taken', async () => {
    expect((await send('{"name":"One"}', { 'content-encoding': 'identity' })).status).toBe(201)
  })

  test.each([
    [
      'a name of a million characters',
      { name: 'x'.repeat(1_000_000) },
      'name',
      'this has 1000000 characters; at most 200 are kept',
    ],
    ['a name on two lines', { name: 'Elm\r\nStreet' }, 'name', 'on one line'],
    ['a name in two paragraphs', { name: 'Elm\u2029Street' }, 'name', 'on one line'],
    ['a name that turns round', { name: 'Elm\u202egpj' }, 'name', 'control character'],
    ['a name within an isolate', { name: 'Elm\u2066gpj\u2069' }, 'name', 'control character'],
    ['an empty name', { name: '' }, 'name', 'write something here'],
    ['an endless note', { name: 'Elm', note: 'x'.repeat(4001) }, 'note', 'at most 4000'],
    ['a number for a name', { name: 5 }, 'name', 'expected a text'],
  ])('with %s is refused in plain words', async (_, body, at, words) => {
    const { status, issues } = await send(JSON.stringify(body))
    expect([status, issues]).toEqual([400, [{ at, message: expect.stringContaining(words) as unknown }]])
  })

  test('notes may stand on several lines', async () => {
    expect((await send(JSON.stringify({ name: 'Elm', note: 'One\r\n\ttwo' }))).status).toBe(201)
  })

  test.each([
    ['', 'write something here'],
    ['name=', 'write something here'],
    [`name=${'x'.repeat(256)}&party=x`, 'at most 255 are kept'],
    ['name=a%0D%0Ab.csv&party=x', 'on one line'],
    ['name=a%E2%80%AEvsc.csv&party=x', 'control character'],
  ])('an import asked for by ?%s is refused in plain words', async (query, words) => {
    const url = `/api/tenants/${actor().tenant}/engagements/${api.world.ours.engagement}/imports?${query}`
    const { status, issues } = await send('Requirement', { 'content-type': 'application/octet-stream' }, url)
    expect(status).toBe(400)
    if (query !== '') expect(issues?.find(({ at }) => at === 'name')?.message).toContain(words)
    expect(JSON.stringify(issues)).not.toMatch(/Too small|Too big|Invalid|expected string|received/)
  })
})
