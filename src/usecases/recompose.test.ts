import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../core/activity.ts'
import { same } from '../core/compare.ts'
import { figuresOf } from '../core/portfolio-figures.ts'
import { eventsAfter } from '../store/events.ts'
import { changeActivities } from './change-activities.ts'
import { changeHead } from './engagement-head.ts'
import { openEngagement } from './open-engagement.ts'
import { offerRecomposition, takeRecomposition } from './recompose.ts'
import type { TakenRow } from './recompose.ts'
import { removeActivities } from './remove-activities.ts'
import { as, onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

describe.each(onEachEngine)('composing again on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const offer = () => offerRecomposition(world.ours.owner, world.ours.engagement)
  const now = () => openEngagement(world.ours.owner, world.ours.engagement)
  async function take(pick: (row: Awaited<ReturnType<typeof offer>>['rows'][number]) => TakenRow['take'] | undefined) {
    const { headVersion, rows } = await offer()
    const chosen = rows.flatMap((row) => {
      const how = pick(row)
      return how === undefined ? [] : [{ id: row.id, version: row.version, take: how }]
    })
    return takeRecomposition(world.ours.owner, { id: world.ours.engagement }, { seen: headVersion, rows: chosen })
  }
  async function change(fields: Parameters<typeof changeHead>[2]['change']) {
    const { engagement } = await now()
    const asked = { seen: engagement.headVersion, change: fields }
    return changeHead(world.ours.owner, { id: world.ours.engagement }, asked)
  }
  async function edit(id: string, by: (activity: Activity) => Activity) {
    const { held } = await now()
    const { activity, version } = held.records.get(id)!
    return changeActivities(world.ours.owner, world.ours.engagement, [{ version, activity: by(activity) }])
  }

  test('nothing changed: nothing is offered', async () => {
    expect((await offer()).rows).toEqual([])
  })

  test('a framework that goes takes its rows, edited ones marked; taking them leaves their history', async () => {
    const before = await now()
    const { frameworks } = before.engagement.head
    await change({ frameworks: [{ id: 'soc2', assessed: 'client' }] })
    const { rows } = await offer()
    const going = rows.filter(({ what }) => what === 'goes')
    const coming = rows.filter(({ what }) => what === 'comes')
    expect(going.length).toBeGreaterThan(10)
    expect(coming.length).toBeGreaterThan(10)
    for (const { because, byHand } of going)
      expect([because.includes('no chosen framework'), byHand]).toEqual([true, false])
    await edit(going[0]!.id, (activity) => ({ ...activity, title: 'Our own words' }))
    const marked = (await offer()).rows.find(({ id }) => id === going[0]!.id)
    expect(marked).toMatchObject({ what: 'goes', byHand: true })

    const taken = await take(({ id }) => (id === going[0]!.id ? undefined : 'template'))
    expect(taken.removed).toHaveLength(going.length - 1)
    expect((await offer()).rows.map(({ id }) => id)).toEqual([going[0]!.id])
    const after = await now()
    expect(after.engagement.figures).toEqual(figuresOf(after.held.matrix, world.services.knowledge))

    await change({ frameworks })
    const back = (await offer()).rows.filter(({ what }) => what === 'comes')
    expect(back.filter(({ byHand }) => byHand)).toEqual([])
    await take(() => 'template')
    const again = (await now()).held.matrix
    const wanted = before.held.matrix.activities.map(({ id }) => id)
    expect(again.activities.map(({ id }) => id)).toEqual(wanted)
    for (const activity of again.activities)
      if (activity.id !== going[0]!.id)
        expect(
          same(
            activity,
            before.held.matrix.activities.find(({ id }) => id === activity.id),
          ),
        ).toBe(true)
  })

  test('an offering no longer bought changes its rows; what somebody wrote is kept by merging', async () => {
    const { engagement, held } = await now()
    const { offerings } = engagement.head
    const bought = offerings.find(({ by }) => by === 'msp')!
    const its = held.matrix.activities.find(({ duties }) => duties.some(({ offering }) => offering === bought.id))
    await edit(its!.id, (activity) => ({ ...activity, scopes: [engagement.head.scopes[0]!.id] }))
    await change({ offerings: offerings.filter(({ id }) => id !== bought.id) })
    const { rows } = await offer()
    const row = rows.find(({ id }) => id === its!.id)!
    expect(row).toMatchObject({ what: 'changes', byHand: true, conflicts: [] })
    expect(row.because).toContain('who does it')
    expect(row.merged).toMatchObject({ scopes: [engagement.head.scopes[0]!.id] })
    expect(row.merged!.duties).toEqual(row.after!.duties)
    await take(({ id }) => (id === row.id ? 'merged' : undefined))
    expect((await now()).held.records.get(row.id)!.activity).toEqual(row.merged)
    expect((await offer()).rows.map(({ id }) => id)).not.toContain(row.id)
    const other = rows.find(({ id, what }) => what === 'changes' && id !== row.id)
    if (other !== undefined) {
      await take(({ id }) => (id === other.id ? 'mine' : undefined))
      expect((await now()).held.records.get(other.id)!.activity).toEqual(other.before)
      expect((await offer()).rows.map(({ id }) => id)).not.toContain(other.id)
    }
    await change({ offerings })
    await take(() => 'template')
    expect((await offer()).rows).toEqual([])
  })

  test('a row that somebody removed is offered, and said to be', async () => {
    const { held } = await now()
    const { activity, version } = held.records.get(held.matrix.activities[0]!.id)!
    await removeActivities(world.ours.owner, { id: world.ours.engagement }, [{ id: activity.id, version }])
    const { rows } = await offer()
    expect(rows).toMatchObject([{ id: activity.id, what: 'comes', byHand: true, version: null }])
    await take(() => 'template')
    expect((await now()).held.matrix.activities[0]!.id).toBe(activity.id)
  })

  test('what changed since it was offered is refused', async () => {
    const { engagement } = await now()
    await change({ frameworks: [...engagement.head.frameworks, { id: 'soc2', assessed: 'client' }] })
    const { headVersion, rows } = await offer()
    const row = rows.find(({ what }) => what === 'changes')!
    await edit(row.id, (activity) => ({ ...activity, title: 'Meanwhile' }))
    const chosen = { seen: headVersion, rows: [{ id: row.id, version: row.version, take: 'template' as const }] }
    const asked = { id: world.ours.engagement }
    await expect(takeRecomposition(world.ours.owner, asked, chosen)).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      takeRecomposition(world.ours.owner, asked, { ...chosen, seen: headVersion - 1 }),
    ).rejects.toMatchObject({ code: 'conflict', current: { headVersion } })
  })

  test('each row that is taken is in the log', async () => {
    const { owner } = world.ours
    const count = () => owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 100_000))
    const before = (await count()).length
    const { rows } = await offer()
    await take(() => 'template')
    const kinds = (await count()).slice(before).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'activity.added')).toHaveLength(
      rows.filter(({ what }) => what === 'comes').length,
    )
    expect(kinds.filter((kind) => kind === 'activity.changed')).toHaveLength(
      rows.filter(({ what }) => what === 'changes').length,
    )
  })

  test('a viewer may look, and not take', async () => {
    const viewer = as(world.ours.owner, { member: 'viewer' })
    const { headVersion } = await offerRecomposition(viewer, world.ours.engagement)
    const taking = takeRecomposition(viewer, { id: world.ours.engagement }, { seen: headVersion, rows: [] })
    await expect(taking).rejects.toMatchObject({ code: 'forbidden' })
  })
})
