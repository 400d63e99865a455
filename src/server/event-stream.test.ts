import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../core/access/actor.ts'
import { recordId } from '../core/record-id.ts'
import type { UserId } from '../core/record-id.ts'
import { changeActivities } from '../usecases/change-activities.ts'
import { createClient } from '../usecases/create-client.ts'
import { openEngagement } from '../usecases/open-engagement.ts'
import { onEachEngine, servicesOn } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { appOf } from './app.ts'
import { askedAs, named } from './testing/asked-as.ts'
import { readEvents, until } from './testing/event-reader.ts'

describe.each(onEachEngine)('a stream of events on $engine', ({ open }) => {
  let world: TwoMsps
  let app: FastifyInstance
  let address: string
  let actor: Actor
  /** as if signed out since */
  let gone: Set<string>
  let ticks: { readonly every: number; readonly ring: () => void }[]
  beforeEach(async () => {
    world = await open()
    actor = world.ours.owner.actor
    gone = new Set()
    ticks = []
    app = appOf({
      services: world.services,
      authenticate: async (request, tenant) => {
        const who = await named(request, tenant)
        return gone.has(who.user) ? { tenant: who.tenant, user: who.user, by: who.by, seats: [] } : who
      },
      timers: {
        every: (every, ring) => {
          const one = { every, ring }
          ticks.push(one)
          return () => ticks.splice(ticks.indexOf(one), 1)
        },
      },
    })
    address = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterEach(async () => {
    await app.close()
    await world.close()
  })

  const tick = (every: number) => ticks.filter((one) => one.every === every).forEach(({ ring }) => ring())
  const lookEvery = () => world.services.store.lookEvery
  const read = (path = 'events/stream', { as = actor, last = '' } = {}) =>
    readEvents(`${address}/api/tenants/${as.tenant}/${path}`, {
      ...askedAs(as),
      ...(last !== '' && { 'last-event-id': last }),
    })
  const add = (name: string) => createClient(world.ours.owner, { name })
  const ours = () => `engagements/${world.ours.engagement}/events/stream`
  const seated = (): Actor => ({
    tenant: actor.tenant,
    user: recordId('user', 5, new Uint8Array(16)) as UserId,
    by: 'test',
    seats: [{ engagement: world.ours.engagement, role: 'reviewer' }],
  })

  test('tells what happens from now on, in this tenant', async () => {
    const reader = await read()
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    await createClient(world.theirs.owner, { name: 'Not ours' })
    const client = await add('Ours')
    await until(() => reader.events.length > 0)
    expect(reader.events).toMatchObject([
      { event: 'client.created', data: { subject: client.id, body: { name: 'Ours' } } },
    ])
  })

  test('goes on after the last id, and without one that it does not know says so', async () => {
    for (let n = 0; n < 5; n++) await add(`Client ${n}`)
    const all = await read('events/stream?after=-1')
    await until(() => all.events.length >= 8)
    expect(all.events.map(({ id }) => id)).toEqual(all.events.map((_, index) => index))
    const rest = await read('events/stream?after=0', { last: '4' })
    await until(() => rest.events.length >= 3)
    expect(rest.events.map(({ id }) => id)).toEqual([5, 6, 7])
    const lost = await read('events/stream', { last: '999999' })
    await until(() => lost.events.length > 0)
    await add('After')
    await until(() => lost.events.length > 1)
    expect(lost.events.map(({ event }) => event)).toEqual(['reset', 'client.created'])
  })

  test('readers that come and go while two processes write miss nothing and hear nothing twice', async () => {
    const other = await servicesOn(world.database)
    const elsewhere = { ...other, actor }
    const start = (await read('events/stream?after=-1')).events
    await until(() => start.length === 3)
    const total = 3 + 120
    const writing = { on: true }
    const looking = (async () => {
      while (writing.on) {
        tick(lookEvery())
        await new Promise((turn) => setImmediate(turn))
      }
    })()
    const writers = [world.ours.owner, elsewhere, world.ours.owner].map(async (who, w) => {
      for (let n = 0; n < 40; n++) await createClient(who, { name: `Writer ${w} ${n}` })
    })
    const readers = Array.from({ length: 6 }, async (_, r) => {
      const heard: number[] = []
      let reader = await read('events/stream?after=-1')
      for (;;) {
        await until(
          () => reader.events.length > (r === 0 ? total - 1 : 7 * r) || heard.length + reader.events.length >= total,
        )
        heard.push(...reader.events.map(({ id }) => id!))
        if (heard.length >= total) return heard
        reader.reset()
        reader = await read('events/stream', { last: `${heard.at(-1)!}` })
      }
    })
    await Promise.all(writers)
    const heard = await Promise.all(readers)
    writing.on = false
    await looking
    for (const one of heard) expect(one).toEqual(Array.from({ length: total }, (_, seq) => seq))
    await until(() => start.length === total)
    await other.store.close()
  })

  test('what another process commits is heard at the next look at the latest', async () => {
    const other = await servicesOn(world.database)
    const reader = await read()
    await createClient({ ...other, actor }, { name: 'From elsewhere' })
    await until(() => {
      tick(lookEvery())
      return reader.events.length > 0
    })
    expect(reader.events).toMatchObject([{ data: { body: { name: 'From elsewhere' } } }])
    await other.store.close()
  })

  test('a guest sees the matrix of their engagement and nothing else', async () => {
    const guest = seated()
    const reader = await read(`${ours()}?after=-1`, { as: guest })
    const { owner, engagement } = world.ours
    const { held } = await openEngagement(owner, engagement)
    const { activity, version } = [...held.records.values()][0]!
    await add('A client that no guest hears of')
    await changeActivities(owner, engagement, [{ version, activity: { ...activity, title: 'Another title' } }])
    await until(() => reader.events.length > 1)
    expect(reader.events.map(({ event }) => event)).toEqual(['engagement.created', 'activity.changed'])
    expect(reader.events[1]!.data).not.toHaveProperty('by')
    expect((await read('events/stream', { as: guest })).response.statusCode).toBe(403)
    const elsewhere = ours().replace(engagement, world.theirs.engagement)
    expect((await read(elsewhere, { as: guest })).response.statusCode).toBe(404)
    expect((await read(ours(), { as: world.theirs.owner.actor })).response.statusCode).toBe(404)
  })

  test('shows that it is alive, and ends when one may not follow any longer', async () => {
    const reader = await read()
    tick(25_000)
    await until(() => reader.beats() === 1)
    gone.add(actor.user)
    tick(25_000)
    await until(() => reader.ended())
    expect(reader.events).toMatchObject([
      { event: 'end', data: { reason: expect.stringContaining('does not allow') as unknown } },
    ])
    expect(ticks).toEqual([])
  })

  test('of a hundred that are reset none is left', async () => {
    const people = Array.from({ length: 100 }, (_, n) => ({
      ...actor,
      user: recordId('user', n, new Uint8Array(16)) as UserId,
    }))
    const readers = await Promise.all(people.map((as) => read('events/stream', { as })))
    expect(ticks).toHaveLength(101)
    for (const reader of readers) reader.reset()
    await until(() => ticks.length === 0)
    await add('Nobody hears')
    const next = await read()
    await add('Somebody hears')
    await until(() => next.events.length > 0)
    expect(next.events).toMatchObject([{ data: { body: { name: 'Somebody hears' } } }])
  })

  test('a person follows twenty at most', async () => {
    const readers = await Promise.all(Array.from({ length: 21 }, () => read()))
    const refused = readers.filter(({ response }) => response.statusCode === 429)
    expect(refused.map(({ response }) => response.headers['retry-after'])).toEqual(['5'])
  })

  test('a reader that does not read is cut off, and comes back by its last id', async () => {
    const reader = await read()
    reader.response.pause()
    const note = 'x'.repeat(15_000)
    for (let n = 0; n < 600 && ticks.length > 0; n++) await createClient(world.ours.owner, { name: `Large ${n}`, note })
    expect(ticks).toEqual([])
    reader.response.resume()
    await until(() => reader.ended())
    const last = reader.events.at(-1)!.id!
    const again = await read('events/stream', { last: `${last}` })
    await until(() => again.events.length > 0)
    expect(again.events[0]!.id).toBe(last + 1)
  })

  test('a server that stops ends them', async () => {
    const reader = await read()
    const closing = app.close()
    await until(() => reader.ended())
    await closing
    expect(reader.events).toMatchObject([{ event: 'end' }])
  })
})
