import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../core/access/actor.ts'
import { recordId } from '../core/record-id.ts'
import type { UserId } from '../core/record-id.ts'
import { recorded } from '../usecases/testing/recorded.ts'
import { servicesOn } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { appOf } from './app.ts'
import { apiOnEachEngine, askedAs, named } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'

describe.each(apiOnEachEngine)('a POST with an idempotency key on $engine', ({ open }) => {
  let api: AskedApi
  let world: TwoMsps
  let app: FastifyInstance
  let actor: Actor
  beforeAll(async () => {
    api = await open()
    ;({ world, app } = api)
    actor = world.ours.owner.actor
  })
  afterAll(() => api.close())

  const post = (key: string, payload: object, { to = 'clients', as = actor, server = app } = {}) =>
    server.inject({
      method: 'POST',
      url: `/api/tenants/${as.tenant}/${to}`,
      headers: { ...askedAs(as), 'idempotency-key': key },
      payload,
    })
  const made = async (kind: string, word: string) => {
    const events = await recorded({ ...world.services, actor })
    return events.filter((event) => event.kind === kind && event.body.includes(word))
  }
  const later = (milliseconds: number) =>
    appOf({ services: { ...world.services, now: () => world.services.now() + milliseconds }, authenticate: named })

  const at = (time: string) =>
    appOf({ services: { ...world.services, now: () => Date.parse(time) }, authenticate: named })

  test('asked again it answers the same, and does nothing', async () => {
    const [first, again] = [await post('"k-1"', { name: 'Once' }), await post('k-1', { name: 'Once' })]
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect([again.body, again.headers.location, again.headers['content-type']]).toEqual([
      first.body,
      first.headers.location,
      first.headers['content-type'],
    ])
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
    expect(await made('client.created', 'Once')).toHaveLength(1)
  })

  test('with another request the key is refused', async () => {
    await post('k-2', { name: 'This one' })
    const other = await post('k-2', { name: 'That one' })
    expect([other.statusCode, other.json()]).toMatchObject([422, { type: '/problems/key-reused' }])
    expect(await made('client.created', 'That one')).toEqual([])
  })

  test('twins at once: one is carried out, and all get its answer', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => post('k-3', { name: 'Twins' })))
    expect(new Set(all.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
    expect(await made('client.created', 'Twins')).toHaveLength(1)
  })

  test('twins in two processes: one is carried out, the other gets its answer or is told to ask again', async () => {
    const services = await servicesOn(world.database)
    const now = () => Date.parse('2026-03-14T12:00:00Z')
    const first = appOf({ services: { ...world.services, now }, authenticate: named })
    const second = appOf({ services: { ...services, now }, authenticate: named })
    for (let n = 0; n < 15; n++) {
      const asked = { name: `Pair ${n}.` }
      const answers = await Promise.all([
        post(`p-${n}`, asked, { server: first }),
        post(`p-${n}`, asked, { server: second }),
      ])
      for (const { statusCode, headers } of answers)
        expect([201, 409]).toContain(
          statusCode === 409 && headers['retry-after'] === undefined ? 'no Retry-After' : statusCode,
        )
      expect(await made('client.created', `Pair ${n}.`)).toHaveLength(1)
      const [left, right] = [
        await post(`p-${n}`, asked, { server: first }),
        await post(`p-${n}`, asked, { server: second }),
      ]
      expect([left.statusCode, right.body]).toEqual([201, left.body])
    }
    await second.close()
    await services.store.close()
  })

  test('what was refused leaves the key free', async () => {
    expect((await post('k-4', { name: '' })).statusCode).toBe(400)
    expect((await post('k-4', { name: 'Now right' })).statusCode).toBe(201)
  })

  test('another person’s key is another', async () => {
    const user = recordId('user', 1, new Uint8Array(16)) as UserId
    await post('k-5', { name: 'Mine' })
    const theirs = await post('k-5', { name: 'Hers' }, { as: { ...actor, user } })
    expect(theirs.statusCode).toBe(201)
    expect((await post('k-5', { name: 'Theirs' }, { as: world.theirs.owner.actor })).statusCode).toBe(201)
  })

  test('after a day the key is free again', async () => {
    await post('k-6', { name: 'Daily' })
    const tomorrow = later(25 * 3_600_000)
    expect((await post('k-6', { name: 'Daily' }, { server: tomorrow })).headers['idempotency-replayed']).toBeUndefined()
    expect(await made('client.created', 'Daily')).toHaveLength(2)
  })

  test.each(['', ' ', 'x'.repeat(201), 'ключ', 'a b', '"open'])('the key %j is refused', async (key) => {
    expect((await post(Buffer.from(key).toString('latin1'), { name: 'Never' })).statusCode).toBe(400)
  })

  test('a secret is not kept: asked again, it is told that all is done', async () => {
    const asked = { url: 'https://example.com/once', kinds: [] }
    const first = await post('k-7', asked, { to: 'webhooks' })
    const { secret } = first.json<{ readonly secret: string }>()
    const again = await post('k-7', asked, { to: 'webhooks' })
    expect([first.statusCode, again.statusCode, again.body.includes('whsec_')]).toEqual([201, 409, false])
    expect(again.json<{ readonly detail: string }>().detail).toContain('shown once')
    expect(await made('webhook.created', 'example.com/once')).toHaveLength(1)
    const kept = await world.services.store.readSystem(({ sql }) =>
      sql.selectFrom('answers_given').selectAll().execute(),
    )
    expect(JSON.stringify(kept)).not.toContain(secret)
  })

  async function killed(moment: string, key: string): Promise<void> {
    const program = join(import.meta.dirname, 'testing/dying-server.ts')
    const child = spawn(process.execPath, [program, world.database.url, JSON.stringify(actor), key, moment], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
  }
  const asked = { name: 'Killed in between' }

  test('a server killed before it committed did nothing; asked again, it is done', async () => {
    await killed('before the commit', 'kill-1')
    expect(await made('client.created', asked.name)).toEqual([])
    expect((await post('kill-1', asked)).statusCode).toBe(201)
    expect(await made('client.created', asked.name)).toHaveLength(1)
  })

  test('a server killed after it committed: it is not done again, and what was done is told', async () => {
    const before = await made('client.created', asked.name)
    await killed('before the answer is kept', 'kill-2')
    const now = await made('client.created', asked.name)
    expect(now).toHaveLength(before.length + 1)
    const soon = await post('kill-2', asked, { server: at('2026-03-14T09:00:30Z') })
    expect([soon.statusCode, soon.headers['retry-after']]).toEqual([409, '1'])
    const minutes = await post('kill-2', asked, { server: at('2026-03-14T09:10:00Z') })
    const { subject } = now.at(-1)!
    expect([minutes.statusCode, minutes.json()]).toMatchObject([
      409,
      { current: [{ kind: 'client.created', subject }] },
    ])
    expect(await made('client.created', asked.name)).toHaveLength(now.length)
  })

  test('a server killed before it sent its answer: another gives the same', async () => {
    const before = await made('client.created', asked.name)
    await killed('before the answer is sent', 'kill-3')
    const again = await post('kill-3', asked)
    const now = await made('client.created', asked.name)
    expect(now).toHaveLength(before.length + 1)
    expect([again.statusCode, again.json()]).toMatchObject([201, { id: now.at(-1)!.subject }])
  })
})
