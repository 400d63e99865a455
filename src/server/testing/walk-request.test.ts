import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { route } from '../route.ts'
import type { Route } from '../route.ts'
import { ask, swapsOf, unknownLike } from './walk-request.ts'

const some = (letter: string, kind = 'cli') => `${kind}_${letter.repeat(26)}`
const none = z.strictObject({})

const sample = route({
  name: 'sample',
  method: 'POST',
  path: '/api/clients/{client}/rows/{row}',
  summary: 'A sample',
  action: 'client.read',
  params: none,
  takes: 'bytes',
  answers: { status: 200, says: 'what came' },
  run: async () => ({}),
})
const streaming: Route = { ...sample, method: 'GET', path: '/api/stream' }

const app = Fastify()
app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
  done(null, bytes),
)
app.post('/api/clients/:client/rows/:row', async ({ params, query, body }) => ({ params, query, body }))
app.get('/api/stream', (_request, reply) => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  reply.raw.write('id: 1\n\n')
})
afterAll(() => app.close())

test('bytes, path and query go as they are', async () => {
  const params = { client: 'a/b', row: 'ü?' }
  const request = { route: sample, params, query: { at: '2026-03-14' }, body: Uint8Array.of(1, 2) }
  const { status, detail } = await ask(app, request, { headers: {} })
  expect(status).toBe(200)
  expect(JSON.parse(detail)).toEqual({ params, query: { at: '2026-03-14' }, body: { type: 'Buffer', data: [1, 2] } })
})

test('a stream that does not end is not waited for', async () => {
  const request = { route: streaming, params: {}, query: {}, body: undefined }
  expect(await ask(app, request, { headers: {} })).toEqual({ status: 200, detail: '' })
})

test('every id of a request is swapped in turn, and nothing else of it', () => {
  const requestWith = (letter: string) => ({
    route: sample,
    params: { tenant: some(letter, 'ten'), engagement: some(letter, 'eng'), client: some(letter), row: 'leaver' },
    query: { contact: some(letter, 'con'), at: 'now' },
    body: { owner: some(letter, 'usr'), of: [some(letter, 'imp')], note: 'cli_' },
  })
  const ours = requestWith('1')
  const swaps = swapsOf(ours, requestWith('2'))
  expect(swaps.map(({ where, name, foreign }) => [where, name, foreign])).toEqual([
    ['path', 'client', some('2')],
    ['query', 'contact', some('2', 'con')],
    ['body', 'usr', some('2', 'usr')],
    ['body', 'imp', some('2', 'imp')],
  ])
  expect(swaps[0]!.to(some('9'))).toEqual({ ...ours, params: { ...ours.params, client: some('9') } })
  expect(swaps[3]!.to(some('9', 'imp')).body).toEqual({ ...ours.body, of: [some('9', 'imp')] })
  expect(unknownLike(some('2', 'imp'))).toBe(some('0', 'imp'))
})
