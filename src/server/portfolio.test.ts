import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/actor.ts'
import type { EngagementId } from '../core/record-id.ts'
import { createClient } from '../usecases/create-client.ts'
import { changeStanding, engagementLike } from '../usecases/testing/placed-engagement.ts'
import { apiOnEachEngine, askedAs } from './testing/asked-as.ts'
import type { AskedApi } from './testing/asked-as.ts'

interface Item {
  readonly id: EngagementId
  readonly title: string
  readonly client: { readonly name: string }
  readonly overdue?: boolean
}

describe.each(apiOnEachEngine)('the portfolio over HTTP on $engine', ({ open }) => {
  let api: AskedApi
  const ids = new Map<string, EngagementId>()
  beforeAll(async () => {
    api = await open()
    const { owner, engagement } = api.world.ours
    ids.set('first', engagement)
    await changeStanding(owner, engagement, { head: { title: 'First', review: { next: '2026-03-20' } } })
    const { id: client } = await createClient(owner, { name: 'Ñandú Foods' })
    const others = [
      ['Émigré Bank', 7, { next: '2026-03-01' }, -20],
      ['Bakery', 0, {}, 110],
      ['Zoo', 7, { next: '2027-01-01' }, 88],
    ] as const
    for (const [title, open_, review, score] of others) {
      const figures = {
        activities: 3,
        settled: 10,
        notApplicable: 1,
        open: open_,
        ceilings: { 'cmmc-l2': { score, withheld: score < 0 } },
      }
      const head = { title, review, frameworks: [{ id: 'cmmc-l2', assessed: 'client' as const }] }
      ids.set(title, await engagementLike(owner, engagement, { client, head, figures }))
    }
  })
  afterAll(() => api.close())

  const ours = () => api.world.ours.owner.actor
  const ask = (path: string, actor: Actor = ours()) =>
    api.app.inject({ url: `/api/tenants/${actor.tenant}${path}`, headers: askedAs(actor) })
  async function titles(query: string, actor?: Actor): Promise<readonly string[]> {
    const seen: string[] = []
    let next: string | undefined
    do {
      const asked = await ask(`/engagements?limit=1&${query}${next ? `&cursor=${next}` : ''}`, actor)
      const page = asked.json<{ items: readonly Item[]; next?: string }>()
      seen.push(...page.items.map(({ title }) => title))
      next = page.next
    } while (next !== undefined)
    return seen
  }

  test.each([
    ['sort=title', ['Bakery', 'Émigré Bank', 'First', 'Zoo']],
    ['sort=review', ['Émigré Bank', 'First', 'Zoo', 'Bakery']],
    ['framework=cmmc-l2', ['Bakery', 'Émigré Bank', 'Zoo']],
    ['framework=cmmc', []],
    ['words=EMIGRE', ['Émigré Bank']],
    ['words=nandu%20zoo', ['Zoo']],
    ['words=elm', ['First']],
    ['state=archived', []],
    ['state=draft&words=ba', ['Bakery', 'Émigré Bank']],
  ])('engagements with %s are %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  test('by open objectives the most come first', async () => {
    const { items } = (await ask('/engagements?sort=open')).json<{
      items: readonly { title: string; figures: { open: number } }[]
    }>()
    const open_ = items.map(({ figures }) => figures.open)
    expect(open_).toEqual(open_.toSorted((a, b) => b - a))
    expect(await titles('sort=open')).toEqual(items.map(({ title }) => title))
    expect(items.map(({ title }) => title)).toEqual(['Zoo', 'Émigré Bank', 'Bakery', 'First'])
  })

  test('of one client', async () => {
    expect(await titles(`client=${api.world.ours.client}`)).toEqual(['First'])
  })

  test('a guest sees what they were let into, whatever they ask for', async () => {
    const { tenant, user, by } = ours()
    const guest: Actor = { tenant, user, by, seats: [{ engagement: ids.get('Zoo')!, role: 'signatory' }] }
    expect(await titles('sort=title', guest)).toEqual(['Zoo'])
    expect(await titles('words=bakery', guest)).toEqual([])
    expect(await titles('', { ...guest, seats: [] })).toEqual([])
    expect(await titles('', { ...guest, tenant: api.world.theirs.owner.actor.tenant })).toEqual([])
    expect((await ask('/portfolio', guest)).statusCode).toBe(403)
    expect((await ask('/reviews-due', guest)).statusCode).toBe(403)
  })

  test('a client stands by the sums of its engagements and the lowest ceiling of each framework', async () => {
    const { items } = (await ask('/portfolio')).json<{ items: readonly unknown[] }>()
    expect(items).toHaveLength(2)
    expect(items[1]).toEqual({
      client: { id: expect.any(String) as string, name: 'Ñandú Foods' },
      status: 'open',
      engagements: 3,
      open: 14,
      settled: 30,
      notApplicable: 3,
      nextReview: '2026-03-01',
      reviewOverdue: true,
      ceilings: { 'cmmc-l2': { score: -20, withheld: true } },
    })
  })

  test('the totals are those of all clients, on each page, and of this tenant', async () => {
    const all = (await ask('/portfolio')).json<{ totals: unknown; items: readonly { open: number }[] }>()
    const page = (await ask('/portfolio?limit=1')).json<{ totals: unknown; items: readonly unknown[] }>()
    expect(page.items).toHaveLength(1)
    expect(page.totals).toEqual(all.totals)
    expect(all.totals).toMatchObject({
      clients: 2,
      engagements: 4,
      archived: 0,
      withOpen: 2,
      reviewsOverdue: 1,
      open: all.items.reduce((sum, item) => sum + item.open, 0),
    })
    expect((await ask('/portfolio', api.world.theirs.owner.actor)).json()).toMatchObject({
      totals: { clients: 1, engagements: 1 },
    })
  })

  test.each([
    ['', ['Émigré Bank', 'First']],
    ['?within=3', ['Émigré Bank']],
    ['?within=365', ['Émigré Bank', 'First', 'Zoo']],
  ])('reviews due%s', async (query, expected) => {
    const { items } = (await ask(`/reviews-due${query}`)).json<{ items: readonly Item[] }>()
    expect(items.map(({ title }) => title)).toEqual(expected)
    expect(items.map(({ overdue }) => overdue)).toEqual(expected.map((title) => title === 'Émigré Bank'))
  })

  test('archived, it leaves the sums and takes no edit; restored it is as before', async () => {
    const { app } = api
    const path = `/api/tenants/${ours().tenant}/engagements/${ids.get('Zoo')!}`
    const post = (verb: string, actor: Actor = ours()) =>
      app.inject({ method: 'POST', url: `${path}/${verb}`, headers: askedAs(actor) })
    expect((await post('archive', { ...ours(), member: 'viewer' })).statusCode).toBe(403)
    expect((await post('archive')).json()).toMatchObject({ state: 'archived' })
    expect((await post('archive')).statusCode).toBe(409)
    expect((await ask('/portfolio')).json()).toMatchObject({ totals: { engagements: 3, archived: 1 } })
    expect(await titles('state=archived')).toEqual(['Zoo'])
    expect((await post('restore')).json()).toMatchObject({ state: 'draft' })
    expect((await post('restore')).statusCode).toBe(409)
    expect((await ask('/portfolio')).json()).toMatchObject({ totals: { engagements: 4, archived: 0 } })
    const theirs = api.world.theirs.owner.actor
    const foreign = path.replace(ours().tenant, theirs.tenant)
    expect((await app.inject({ method: 'POST', url: `${foreign}/archive`, headers: askedAs(theirs) })).statusCode).toBe(
      404,
    )
  })
})
