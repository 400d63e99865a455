// Drafts over HTTP, as a stranger with the API's description would work on one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Activity } from '../../core/activity.ts'
import { figuresOf } from '../../core/portfolio-figures.ts'
import { openEngagement } from '../../usecases/open-engagement.ts'
import type { TwoMsps } from '../../usecases/testing/two-msps.ts'
import { apiOnEachEngine, askedAs } from '../testing/asked-as.ts'
import type { AskedApi } from '../testing/asked-as.ts'

interface Row {
  readonly activity: Activity
  readonly version: number
}

interface EditAnswer {
  readonly version: number
  readonly headVersion: number
  readonly activities: readonly Row[]
  readonly removed: readonly string[]
  readonly effect?: { readonly opens: readonly { readonly objective: string }[]; readonly closes: readonly string[] }
}

describe.each(apiOnEachEngine)('a draft on $engine', ({ open }) => {
  let api: AskedApi
  let world: TwoMsps
  let app: FastifyInstance
  beforeAll(async () => {
    api = await open()
    ;({ world, app } = api)
  })
  afterAll(() => api.close())

  const base = () => `/api/tenants/${world.ours.owner.actor.tenant}/engagements/${world.ours.engagement}`
  async function ask(path: string, options: Omit<InjectOptions, 'url'> = {}) {
    const { owner } = world.ours
    return app.inject({ ...options, url: `${base()}${path}`, headers: { ...askedAs(owner.actor), ...options.headers } })
  }
  async function change(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) {
    const response = await ask(path, { method, ...(payload && { payload }) })
    return {
      status: response.statusCode,
      body: response.json<EditAnswer>(),
      problem: response.json<{ current: unknown }>(),
    }
  }
  const rows = async (query = '') =>
    (await ask(`/activities${query}`)).json<{ readonly items: readonly Row[]; readonly next?: string }>()
  const someRow = async (index: number) => (await rows()).items[index]!
  const headVersion = async () => (await ask('/head')).json<{ headVersion: number }>().headVersion
  const newestEvent = async () =>
    (await ask('/history?limit=1')).json<{ items: readonly { kind: string; subject: string }[] }>().items[0]!
  const now = () => openEngagement(world.ours.owner, world.ours.engagement)
  async function expectSound() {
    const { engagement, held } = await now()
    expect(engagement.figures).toEqual(figuresOf(held.matrix, world.services.knowledge))
  }

  describe('the head', () => {
    test('an edit of an activity by somebody else does not make a change of it stale', async () => {
      const seen = await headVersion()
      const row = await someRow(0)
      await change('PATCH', '/activities', {
        changes: [{ ...row, activity: { ...row.activity, title: 'Another title' } }].map(({ activity, version }) => ({
          activity,
          version,
        })),
      })
      const changed = await change('PATCH', '/head', {
        headVersion: seen,
        change: { title: 'Elm Street Dental, 2026', review: { every: '6 months', next: '2026-09-01' } },
      })
      expect([changed.status, changed.body.headVersion]).toEqual([200, seen + 1])
      expect(await newestEvent()).toMatchObject({ kind: 'engagement.changed' })
      expect((await now()).engagement.head).toMatchObject({ title: 'Elm Street Dental, 2026' })
    })

    test('a change of it does, and is told what stands there', async () => {
      const seen = await headVersion()
      await change('PATCH', '/head', { headVersion: seen, change: { agreement: { title: 'Managed services, 2026' } } })
      const late = await change('PATCH', '/head', { headVersion: seen, change: { title: 'Too late' } })
      expect(late.status).toBe(409)
      expect(late.problem.current).toMatchObject({ headVersion: seen + 1 })
    })

    test('a party with duties cannot go', async () => {
      const { head } = (await ask('/head')).json<{ head: { parties: readonly { id: string }[] } }>()
      const parties = head.parties.filter(({ id }) => id !== 'client')
      const refused = await change('PATCH', '/head', { headVersion: await headVersion(), change: { parties } })
      expect(refused.status).toBe(400)
      expect(JSON.stringify(refused.problem)).toContain('there is no party')
    })

    test('frameworks change the figures at once', async () => {
      const { head } = (await ask('/head')).json<{ head: { frameworks: readonly { id: string }[] } }>()
      const frameworks = [...head.frameworks, { id: 'soc2', assessed: 'client' }]
      const changed = await change('PATCH', '/head', { headVersion: await headVersion(), change: { frameworks } })
      expect(changed.status).toBe(200)
      await expectSound()
    })
  })

  describe('one activity', () => {
    test('is read with its version and changed by If-Match', async () => {
      const { activity } = await someRow(1)
      const read = await ask(`/activities/${activity.id}`)
      const put = (tag: string) =>
        ask(`/activities/${activity.id}`, {
          method: 'PUT',
          headers: { 'if-match': tag },
          payload: { ...activity, title: 'Changed by If-Match' },
        })
      expect((await put(String(read.headers.etag))).statusCode).toBe(200)
      const late = await put(String(read.headers.etag))
      expect(late.statusCode).toBe(409)
      expect(late.json()).toMatchObject({ current: [{ activity: { title: 'Changed by If-Match' } }] })
      expect((await ask(`/activities/${activity.id}`, { method: 'PUT', payload: activity })).statusCode).toBe(400)
    })

    test('is added behind another, removed and restored there', async () => {
      const [first, second] = (await rows()).items
      const activity: Activity = { ...second!.activity, id: 'walk-the-server-room', title: 'Walk the server room' }
      const added = await change('POST', '/activities', { activity, behind: first!.activity.id })
      expect([added.status, added.body.activities[0]!.version]).toEqual([201, 1])
      expect(await newestEvent()).toMatchObject({ kind: 'activity.added', subject: activity.id })
      expect((await change('POST', '/activities', { activity })).status).toBe(409)
      expect((await someRow(1)).activity.id).toBe(activity.id)
      const removed = await ask(`/activities/${activity.id}`, { method: 'DELETE', headers: { 'if-match': '"1"' } })
      expect(removed.statusCode).toBe(200)
      expect((await ask(`/activities/${activity.id}`)).statusCode).toBe(404)
      expect((await ask('/removed-activities')).json()).toMatchObject({ items: [{ activity: { id: activity.id } }] })
      const restored = await change('POST', `/activities/${activity.id}/restore`, { behind: first!.activity.id })
      expect(restored.body.activities).toMatchObject([{ activity, version: 2 }])
      expect(await newestEvent()).toMatchObject({ kind: 'activity.restored' })
      expect((await someRow(1)).activity.id).toBe(activity.id)
      await expectSound()
      const { entries } = (await ask(`/activities/${activity.id}/history`)).json<{ entries: readonly object[] }>()
      expect(entries).toMatchObject([
        { what: 'restored', version: 2 },
        { what: 'removed', version: 1 },
        { what: 'added', version: 1 },
      ])
    })

    test('its history says who changed which part', async () => {
      const { activity, version } = await someRow(3)
      const changes = [{ version, activity: { ...activity, accountable: 'client', title: 'By the client' } }]
      await change('PATCH', '/activities', { changes })
      const history = (await ask(`/activities/${activity.id}/history`)).json<{ entries: readonly object[] }>()
      expect(history.entries[0]).toMatchObject({
        what: 'changed',
        by: world.ours.owner.actor.user,
        changes: expect.arrayContaining([expect.objectContaining({ kind: 'wording' })]) as unknown,
      })
      const back = await change('POST', `/activities/${activity.id}/restore`, { version, seen: version + 1 })
      expect(back.body.activities).toMatchObject([{ activity, version: version + 2 }])
    })
  })

  describe('the list', () => {
    test('comes in pages, in its order', async () => {
      const whole = await rows('?limit=200')
      const found: Row[] = []
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const page: { items: readonly Row[]; next?: string } = await rows(
          `?limit=37${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
        found.push(...page.items)
        cursor = page.next
      }
      const { held } = await now()
      expect(found.map(({ activity }) => activity.id)).toEqual(held.matrix.activities.map(({ id }) => id))
      expect(whole.items).toEqual(found.slice(0, 200))
    })

    test.each([
      [
        'party=client',
        ({ duties, accountable }: Activity) =>
          accountable === 'client' || duties.some(({ party }) => party === 'client'),
      ],
      ['framework=hipaa', ({ covers }: Activity) => JSON.stringify(covers).includes('hipaa:')],
      [
        'words=BACKUP%20restore',
        (activity: Activity) => /backup/i.test(JSON.stringify(activity)) && /restore/i.test(JSON.stringify(activity)),
      ],
    ])('%s', async (query, holds) => {
      const { items } = await rows(`?limit=200&${query}`)
      expect(items.length).toBeGreaterThan(0)
      expect(items.length).toBeLessThan((await now()).held.matrix.activities.length)
      expect(items.filter(({ activity }) => !holds(activity))).toEqual([])
    })

    test('a cursor of somebody’s making is refused', async () => {
      expect((await ask('/activities?cursor=abc')).statusCode).toBe(400)
    })

    test('its order is changed by one move, or said whole', async () => {
      const { held } = await now()
      const ids = held.matrix.activities.map(({ id }) => id)
      const moved = await change('POST', '/activities/reorder', { move: ids.at(-1), behind: null })
      expect(moved.status).toBe(200)
      expect(await newestEvent()).toMatchObject({ kind: 'activities.reordered' })
      expect((await someRow(0)).activity.id).toBe(ids.at(-1))
      expect((await change('POST', '/activities/reorder', { order: ids })).status).toBe(200)
      expect((await change('POST', '/activities/reorder', { order: ids.slice(1) })).status).toBe(409)
      expect((await now()).held.matrix.activities.map(({ id }) => id)).toEqual(ids)
    })
  })

  describe('a selection', () => {
    const selected = async () => {
      const { items } = await rows('?limit=5&party=msp')
      return items.map(({ activity, version }) => ({ id: activity.id, version }))
    }

    test('gets one accountable party, all of it or none', async () => {
      const seen = await selected()
      const allotment = { set: 'accountable', party: 'client' }
      const stale = seen.with(2, { ...seen[2]!, version: 99 })
      const refused = await change('POST', '/activities/allot', { rows: stale, allotment })
      expect(refused.status).toBe(409)
      expect(refused.problem.current).toMatchObject([{ activity: { id: seen[2]!.id } }])
      const done = await change('POST', '/activities/allot', { rows: seen, allotment })
      expect(done.status).toBe(200)
      for (const { activity } of done.body.activities) expect(activity.accountable).toBe('client')
      await expectSound()
    })

    test('a preview tells what it would do, and does nothing', async () => {
      const seen = await selected()
      const before = await now()
      const allotment = { set: 'party', from: 'msp', to: 'unassigned' }
      const told = await change('POST', '/activities/allot?preview=true', { rows: seen, allotment })
      expect(told.body.effect!.opens.length).toBeGreaterThan(0)
      expect((await now()).engagement).toEqual(before.engagement)
      const done = await change('POST', '/activities/allot', { rows: seen, allotment })
      const opened = (await ask('/coverage')).json<{ openObjectives: readonly { objective: string }[] }>()
        .openObjectives
      expect(opened.map(({ objective }) => objective)).toEqual(
        expect.arrayContaining(told.body.effect!.opens.map(({ objective }) => objective)),
      )
      expect(done.body.activities.map(({ activity }) => activity)).toEqual(
        told.body.activities.map(({ activity }) => activity),
      )
    })

    test('is removed, all of it or none', async () => {
      const seen = (await selected()).slice(0, 2)
      const done = await change('POST', '/activities/remove', { rows: seen })
      expect(done.body.removed).toEqual(seen.map(({ id }) => id))
      await expectSound()
    })
  })
})
