import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import type { Activity } from '../core/activity.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Offering, Template } from '../core/template.ts'
import { changeActivities } from '../usecases/change-activities.ts'
import { createEngagement } from '../usecases/create-engagement.ts'
import { openEngagement } from '../usecases/open-engagement.ts'
import { recorded } from '../usecases/testing/recorded.ts'
import { appOf } from './app.ts'
import { apiOnEachEngine, askedAs } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'

interface Item {
  readonly offering: Offering
  readonly version: number
  readonly upstream?: { readonly was: Offering; readonly now?: Offering }
}
interface List<T> {
  readonly items: readonly T[]
}

describe.each(apiOnEachEngine)('catalogue and template over HTTP on $engine', ({ open }) => {
  let api: AskedApi
  let later: FastifyInstance
  let library: Template
  const newerTitle = 'Another title, says the library'
  beforeAll(async () => {
    api = await open()
    library = api.world.services.template
    // As after an update of the program: one offering and three activities in other words, one gone.
    const [first, second, third, fourth, ...rest] = library.activities
    const renewed: Template = {
      ...library,
      offerings: library.offerings.map((one, index) => (index === 0 ? { ...one, title: newerTitle } : one)),
      activities: [
        ...[first!, second!, third!].map((one) => ({ ...one, title: newerTitle })),
        ...rest.filter(({ id }) => id !== fourth!.id),
      ],
    }
    later = appOf({
      services: { ...api.world.services, template: renewed },
      authenticate: async () => api.world.ours.owner.actor,
    })
  })
  afterAll(async () => {
    await later.close()
    await api.close()
  })

  const ours = () => api.world.ours.owner.actor
  type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
  const ask = (method: Method, path: string, payload?: object, app = api.app, actor = ours()) =>
    app.inject({
      method,
      url: `/api/tenants/${actor.tenant}${path}`,
      headers: askedAs(actor),
      ...(payload && { payload }),
    })
  const get = async <T>(path: string, app = api.app) => (await ask('GET', path, undefined, app)).json<T>()
  const ids = (items: readonly Item[]) => items.map(({ offering }) => offering.id)
  const kinds = async () => (await recorded({ ...api.world.services, actor: ours() })).map(({ kind }) => kind)

  test('the catalogue is started from the library, some and then all', async () => {
    const [one, two] = library.offerings
    expect((await ask('POST', '/catalogue/library', { offerings: ['no-such-thing'] })).statusCode).toBe(400)
    const some = await ask('POST', '/catalogue/library', { offerings: [two!.id] })
    expect([some.statusCode, ids(some.json<List<Item>>().items)]).toEqual([201, [two!.id]])
    const known = await get<List<{ offering: Offering; taken: boolean }>>('/catalogue/library')
    expect(known.items.filter(({ taken }) => taken).map(({ offering }) => offering.id)).toEqual([two!.id])
    await ask('POST', '/catalogue/library', {})
    const { items } = await get<List<Item>>('/catalogue?limit=200')
    expect(items).toHaveLength(library.offerings.length)
    expect(ids(items).slice(0, 2)).toEqual([two!.id, one!.id])
    expect((await ask('POST', '/catalogue/library', {})).statusCode).toBe(409)
    expect(await kinds()).toContain('catalogue.taken')
  })

  test('an offering is added, worded, ordered, archived and restored', async () => {
    const own = {
      id: 'walk-in-desk',
      title: 'Walk-in desk',
      delivers: 'x',
      doesNot: 'y',
      contract: 'The MSP sits there.',
    }
    expect((await ask('POST', '/catalogue', own)).statusCode).toBe(201)
    expect((await ask('POST', '/catalogue', own)).statusCode).toBe(409)
    const path = `/catalogue/${own.id}`
    const worded = await ask('PATCH', path, { version: 1, title: 'Desk' })
    expect(worded.json()).toMatchObject({ version: 2, offering: { ...own, title: 'Desk' } })
    expect((await ask('PATCH', path, { version: 1, title: 'Late' })).json()).toMatchObject({ current: { version: 2 } })
    const order = ids((await get<List<Item>>('/catalogue?limit=200')).items)
    const turned = [own.id, ...order.filter((id) => id !== own.id)]
    expect((await ask('PUT', '/catalogue/order', { offerings: turned.slice(1) })).statusCode).toBe(409)
    expect((await ask('PUT', '/catalogue/order', { offerings: turned })).statusCode).toBe(200)
    expect(ids((await get<List<Item>>('/catalogue?limit=200')).items)).toEqual(turned)
    expect((await ask('POST', `${path}/archive`, { version: 2 })).json()).toHaveProperty('archivedAt')
    expect(ids((await get<List<Item>>('/catalogue?archived=true')).items)).toEqual([own.id])
    expect((await ask('POST', `${path}/restore`, { version: 3 })).json()).not.toHaveProperty('archivedAt')
    const events = ['offering.added', 'offering.changed', 'offering.archived', 'offering.restored', 'catalogue.ordered']
    expect(await kinds()).toEqual(expect.arrayContaining(events))
  })

  test('newer words of the library are shown beside ours, and taken or kept', async () => {
    const { id } = library.offerings[0]!
    await ask('PATCH', `/catalogue/${id}`, { version: 1, doesNot: 'Nothing is left out.' })
    expect((await get<List<Item>>('/catalogue?limit=200')).items.filter(({ upstream }) => upstream)).toEqual([])
    const { items } = await get<List<Item>>('/catalogue?limit=200', later)
    const [newer, ...others] = items.filter(({ upstream }) => upstream)
    expect(others).toEqual([])
    expect(newer).toMatchObject({
      offering: { id, doesNot: 'Nothing is left out.' },
      upstream: { was: library.offerings[0], now: { title: newerTitle } },
    })
    const kept = await ask('POST', `/catalogue/${id}/upstream`, { version: 2, choose: 'keep' }, later)
    expect(kept.json()).toMatchObject({ version: 3, offering: { doesNot: 'Nothing is left out.' } })
    expect(kept.json()).not.toHaveProperty('upstream')
    const taken = await ask('POST', `/catalogue/${id}/upstream`, { version: 3, choose: 'take' })
    expect(taken.json()).toMatchObject({ offering: library.offerings[0] })
    expect(await kinds()).toEqual(expect.arrayContaining(['offering.kept', 'offering.taken']))
  })

  test('what the MSP does not sell it does not deliver', async () => {
    const { owner, client } = api.world.ours
    const { held } = await openEngagement(owner, api.world.ours.engagement)
    const { activities: _, topics: _t, parts: _p, ...engagement } = held.matrix
    const sold = engagement.offerings.find(({ by }) => by === 'msp')!
    const item = (await get<List<Item>>('/catalogue?limit=200')).items.find(({ offering }) => offering.id === sold.id)!
    const make = () => createEngagement(owner, { client, document: { kind: 'engagement', engagement } })
    await ask('POST', `/catalogue/${sold.id}/archive`, { version: item.version })
    const refused = await make().catch((error: unknown) => error as Refusal)
    expect(refused).toMatchObject({
      code: 'invalid',
      issues: [{ message: expect.stringContaining(sold.id) as string }],
    })
    await ask('POST', `/catalogue/${sold.id}/restore`, { version: item.version + 1 })
    await expect(make()).resolves.toMatchObject({ state: 'draft' })
  })

  test('our words are composed from, and rows that depart are told and taken by choice', async () => {
    const { owner, client, engagement: old } = api.world.ours
    const { held } = await openEngagement(owner, old)
    const plain = held.matrix.activities.filter(({ id }) => library.activities.some((one) => one.id === id))
    const base = (index: number): Activity => library.activities.find(({ id }) => id === plain[index]!.id)!
    const [reworded, dropped, edited] = [base(0), base(1), base(2)]
    const own: Activity = { ...base(3), id: 'our-own-row', title: 'Our own row' }
    const put = (activity: Activity, version = 0) => ask('PUT', '/template/activities', { version, activity })
    expect((await put({ ...reworded, title: 'In our words' })).json()).toEqual({
      activity: reworded.id,
      kind: 'worded',
      version: 1,
    })
    expect((await put({ ...reworded, title: 'Late' })).statusCode).toBe(409)
    expect((await put(own)).json()).toMatchObject({ kind: 'added' })
    const strange = {
      ...own,
      id: 'strange',
      covers: ['mars:1'],
      duties: [{ party: 'msp', offering: 'warp', does: 'x' }],
    }
    expect((await put(strange)).json<{ issues: readonly unknown[] }>().issues).toHaveLength(2)
    expect((await ask('POST', `/template/activities/${dropped.id}/leave-out`, { version: 0 })).json()).toMatchObject({
      kind: 'left-out',
    })
    expect((await ask('POST', '/template/activities/our-own-row/leave-out', { version: 1 })).statusCode).toBe(409)
    const ownRows = await get<List<{ activity: Activity }>>('/template/activities?kind=added')
    expect(ownRows.items.map(({ activity }) => activity.id)).toEqual([own.id])

    const record = held.records.get(edited.id)!
    await changeActivities(owner, old, [
      { version: record.version, activity: { ...record.activity, title: 'Edited here' } },
    ])
    const path = `/engagements/${old}/template-departures`
    const { items } = await get<List<{ activity: string; kind: string; version: number }>>(`${path}?limit=200`)
    expect(Object.fromEntries(items.map(({ activity, kind }) => [activity, kind]))).toEqual({
      [reworded.id]: 'changed',
      [edited.id]: 'changed',
      [own.id]: 'missing',
      [dropped.id]: 'extra',
    })
    const row = (id: string) => items.find(({ activity }) => activity === id)!
    expect(row(reworded.id)).toMatchObject({ editedHere: false, templateMoved: true })
    expect(row(edited.id)).toMatchObject({ editedHere: true, templateMoved: false, version: 2 })

    const chosen = [reworded.id, own.id, dropped.id].map((activity) => ({ activity, version: row(activity).version }))
    const stale = await ask('POST', path, { rows: [{ activity: edited.id, version: 1 }] })
    expect(stale.json()).toMatchObject({ current: [{ version: 2 }] })
    expect((await ask('POST', path, { rows: chosen })).statusCode).toBe(200)
    const after = await get<List<{ activity: string }>>(path)
    expect(after.items.map(({ activity }) => activity)).toEqual([edited.id])
    const { held: now } = await openEngagement(owner, old)
    const { activities: _, topics: _t, parts: _p, ...engagement } = now.matrix
    const made = await createEngagement(owner, { client, document: { kind: 'engagement', engagement } })
    const fresh = (await openEngagement(owner, made.id)).held.matrix
    expect(fresh.activities.map(({ id }) => id)).toEqual(now.matrix.activities.map(({ id }) => id))
    expect(fresh.activities.find(({ id }) => id === reworded.id)?.title).toBe('In our words')
    const found = await get<List<{ activity: { id: string } }>>('/search?words=our%20own%20row')
    expect(found.items.map(({ activity }) => activity.id)).toEqual([own.id, own.id])
    expect(await kinds()).toEqual(expect.arrayContaining(['activity.added', 'activity.removed', 'wording.changed']))
  })

  test('newer wording upstream: taken, kept, merged, each once', async () => {
    const [first, second, third, fourth] = library.activities
    const versions = new Map<string, number>()
    for (const one of [first!, second!, third!, fourth!]) {
      const { items } = await get<List<{ version: number; activity: Activity }>>('/template/activities?limit=200')
      const version = items.find(({ activity }) => activity.id === one.id)?.version ?? 0
      if (version > 0) await ask('POST', `/template/activities/${one.id}/give-back`, { version })
    }
    const put = async (activity: Activity) =>
      versions.set(
        activity.id,
        (await ask('PUT', '/template/activities', { version: 0, activity })).json<{ version: number }>().version,
      )
    await put({ ...first!, trap: 'Ours.' })
    await put({
      ...second!,
      accountable: 'client',
      duties: second!.duties.map((duty) => ({ ...duty, party: 'client' })),
    })
    await put({ ...third!, title: 'Ours' })
    await put({ ...fourth!, title: 'Ours' })
    expect((await get<List<unknown>>('/template/upstream')).items).toEqual([])
    const { items } = await get<List<{ id: string; conflicts: readonly string[]; now?: Activity; merged?: Activity }>>(
      '/template/upstream',
      later,
    )
    const row = (id: string) => items.find((one) => one.id === id)!
    expect(row(first!.id)).toMatchObject({
      conflicts: ['wording'],
      was: first,
      now: { title: newerTitle },
      ours: { trap: 'Ours.' },
    })
    expect(row(second!.id).merged).toMatchObject({ title: newerTitle, accountable: 'client' })
    expect(row(fourth!.id)).not.toHaveProperty('now')
    const settle = (id: string, choose: string) =>
      ask('POST', `/template/upstream/${id}`, { version: versions.get(id)!, choose }, later)
    expect((await settle(first!.id, 'merge')).statusCode).toBe(409)
    expect((await settle(first!.id, 'take')).json()).toEqual({ activity: first!.id, kind: 'library', version: 0 })
    expect((await settle(second!.id, 'merge')).json()).toMatchObject({ kind: 'worded', version: 2 })
    expect((await settle(third!.id, 'keep')).json()).toMatchObject({ kind: 'worded', version: 2 })
    expect((await settle(fourth!.id, 'keep')).json()).toMatchObject({ kind: 'added', version: 2 })
    expect((await settle(third!.id, 'keep')).statusCode).toBe(409)
    const left = (await get<List<{ id: string }>>('/template/upstream', later)).items.map(({ id }) => id)
    for (const id of [first!.id, second!.id, third!.id, fourth!.id]) expect(left).not.toContain(id)
    expect(await kinds()).toEqual(
      expect.arrayContaining(['wording.taken', 'wording.merged', 'wording.kept', 'wording.removed']),
    )
  })

  test('a viewer reads and changes nothing; another MSP has its own', async () => {
    const viewer = { ...ours(), member: 'viewer' as const }
    const theirs = api.world.theirs.owner.actor
    const activity = library.activities[0]!
    for (const [method, path, payload] of [
      ['POST', '/catalogue/library', {}],
      ['PUT', '/template/activities', { version: 0, activity }],
      ['POST', `/template/activities/${activity.id}/leave-out`, { version: 0 }],
      [
        'POST',
        `/engagements/${api.world.ours.engagement}/template-departures`,
        { rows: [{ activity: 'x', version: 0 }] },
      ],
    ] as const)
      expect((await ask(method, path, payload, api.app, viewer)).statusCode).toBe(403)
    for (const path of ['/catalogue', '/template/activities', '/template/upstream'])
      expect((await ask('GET', path, undefined, api.app, viewer)).statusCode).toBe(200)
    expect((await ask('GET', '/catalogue', undefined, api.app, theirs)).json()).toEqual({ items: [] })
    expect((await ask('GET', '/template/activities?kind=worded', undefined, api.app, theirs)).json()).toEqual({
      items: [],
    })
    const departures = `/engagements/${api.world.ours.engagement}/template-departures`
    expect((await ask('GET', departures, undefined, api.app, theirs)).statusCode).toBe(404)
  })
})
