import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../core/activity.ts'
import { figuresOf } from '../core/portfolio-figures.ts'
import { Refusal } from '../core/refusal.ts'
import { eventsAfter } from '../store/events.ts'
import { changeActivities } from './change-activities.ts'
import { openEngagement } from './open-engagement.ts'
import { as, onEachEngine, servicesOn } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

describe.each(onEachEngine)('changing activities on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  /** Some activity of our engagement as it is now. */
  async function rowAt(index: number) {
    const { held } = await openEngagement(world.ours.owner, world.ours.engagement)
    return [...held.records.values()][index]!
  }
  const titled = (activity: Activity, title: string): Activity => ({ ...activity, title })

  test('the row, its version and the engagement’s go on; what was is kept', async () => {
    const { owner, engagement } = world.ours
    const before = await rowAt(0)
    const { engagement: old } = await openEngagement(owner, engagement)
    const [after] = await changeActivities(owner, engagement, [
      { version: before.version, activity: titled(before.activity, 'Review who has access') },
    ])
    const { engagement: now, held } = await openEngagement(owner, engagement)
    expect(held.records.get(before.activity.id)).toEqual(after)
    expect(after).toMatchObject({ version: before.version + 1, activity: { title: 'Review who has access' } })
    expect(now.version).toBe(old.version + 1)
  })

  test('the figures stay those of the whole proof', async () => {
    const { owner, engagement } = world.ours
    const before = await rowAt(1)
    await changeActivities(owner, engagement, [
      { version: before.version, activity: { ...before.activity, duties: [] } },
    ])
    const { engagement: now, held } = await openEngagement(owner, engagement)
    expect(now.figures).toEqual(figuresOf(held.matrix, world.services.knowledge))
  })

  test('another process finds the same', async () => {
    const other = await servicesOn(world.database)
    const { owner, engagement } = world.ours
    const here = await openEngagement(owner, engagement)
    const there = await openEngagement({ ...other, actor: owner.actor }, engagement)
    expect(there).toEqual(here)
    await other.store.close()
  })

  test('a change is in the log with what was and what is', async () => {
    const { owner, engagement } = world.ours
    const { activity, version } = await rowAt(2)
    await changeActivities(owner, engagement, [{ version, activity: titled(activity, 'Logged') }])
    const events = await owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 1000))
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
    const last = events.at(-1)!
    expect(last).toMatchObject({ kind: 'activity.changed', subject: activity.id, engagement })
    expect(JSON.parse(last.body)).toMatchObject({ before: { title: activity.title }, after: { title: 'Logged' } })
  })

  test('of fifty who change one row at once, one does, and the others see what it became', async () => {
    const { owner, engagement } = world.ours
    const { activity, version } = await rowAt(3)
    const tries = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        changeActivities(owner, engagement, [{ version, activity: titled(activity, `Editor ${n}`) }]),
      ),
    )
    const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []))
    expect(refused).toHaveLength(49)
    const now = await rowAt(3)
    for (const refusal of refused) expect(refusal).toMatchObject({ code: 'conflict', current: [now] })
  })

  test('one stale row keeps all of a bulk change out', async () => {
    const { owner, engagement } = world.ours
    const [first, second] = [await rowAt(4), await rowAt(5)]
    const bulk = [
      { version: first.version, activity: titled(first.activity, 'One of two') },
      { version: second.version + 1, activity: titled(second.activity, 'Two of two') },
    ]
    await expect(changeActivities(owner, engagement, bulk)).rejects.toMatchObject({
      code: 'conflict',
      current: [second],
    })
    expect([await rowAt(4), await rowAt(5)]).toEqual([first, second])
  })

  test.each([
    ['a party that the engagement does not have', { accountable: 'nobody-we-know' }],
    ['a scope that it does not have', { scopes: ['mars'] }],
  ])('%s is refused, and nothing changes', async (_, change) => {
    const { owner, engagement } = world.ours
    const { activity, version } = await rowAt(6)
    const refused = changeActivities(owner, engagement, [{ version, activity: { ...activity, ...change } }])
    await expect(refused).rejects.toMatchObject({ code: 'invalid' })
    expect((await rowAt(6)).version).toBe(version)
  })

  test('a viewer may not', async () => {
    const { activity, version } = await rowAt(7)
    const viewer = as(world.ours.owner, { member: 'viewer' })
    const refused = changeActivities(viewer, world.ours.engagement, [{ version, activity }])
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('another MSP’s engagement does not exist', async () => {
    const { activity, version } = await rowAt(8)
    const refused = changeActivities(world.theirs.owner, world.ours.engagement, [{ version, activity }])
    await expect(refused).rejects.toMatchObject({ code: 'not-found', message: 'there is no such engagement' })
    await expect(openEngagement(world.theirs.owner, world.ours.engagement)).rejects.toBeInstanceOf(Refusal)
  })
})
