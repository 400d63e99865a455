import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventsAfter } from '../store/events.ts'
import { draftAt, whatGoverned } from './as-of.ts'
import { changeActivities } from './change-activities.ts'
import { compareTexts } from './compare-revisions.ts'
import { makeRevision } from './make-revision.ts'
import { openEngagement } from './open-engagement.ts'
import { listRevisionsOf, openRevision, readRevisionBytes } from './read-revisions.ts'
import { as, onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

describe.each(onEachEngine)('revisions on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  async function retitle(title: string) {
    const { owner, engagement } = world.ours
    const { held } = await openEngagement(owner, engagement)
    const { activity, version } = [...held.records.values()][0]!
    await changeActivities(owner, engagement, [{ version, activity: { ...activity, title } }])
    return activity.id
  }

  test('a revision is the canonical bytes of the draft under their SHA-256, and stays so', async () => {
    const { owner, engagement } = world.ours
    const { held } = await openEngagement(owner, engagement)
    const { revision, made } = await makeRevision(owner, engagement, { note: 'for review', version: held.version })
    expect([revision.number, revision.note, made]).toEqual([1, 'for review', true])
    await retitle('Changed since')
    const { body, packed } = await readRevisionBytes(owner, engagement, 1)
    expect(createHash('sha256').update(body).digest('hex')).toBe(revision.digest)
    expect(gunzipSync(packed)).toEqual(Buffer.from(body))
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual(held.matrix)
    expect(await openRevision(owner, engagement, 1)).toEqual(revision)
  })

  test('of the same text none is made twice', async () => {
    const { owner, engagement } = world.ours
    const first = await makeRevision(owner, engagement, {})
    const again = await makeRevision(owner, engagement, { note: 'once more' })
    expect(again).toEqual({ revision: first.revision, made: false })
    const events = await owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 1000))
    expect(events.filter(({ kind }) => kind === 'revision.made')).toHaveLength(first.revision.number)
    expect(events.at(-1)).toMatchObject({ kind: 'revision.made', engagement })
  })

  test('who makes one of a draft that changed meanwhile is told', async () => {
    const { owner, engagement } = world.ours
    const refused = makeRevision(owner, engagement, { version: 1 })
    await expect(refused).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } })
  })

  test('two who make one at once make one', async () => {
    const { owner, engagement } = world.ours
    await retitle('Two at once')
    const both = await Promise.allSettled([makeRevision(owner, engagement, {}), makeRevision(owner, engagement, {})])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    const { items } = await listRevisionsOf(owner, engagement, { limit: 50 })
    expect(items.map(({ number }) => number)).toEqual([3, 2, 1])
  })

  test('they are listed in pages, and compared with each other and with the draft', async () => {
    const { owner, engagement } = world.ours
    const first = await listRevisionsOf(owner, engagement, { limit: 2 })
    const rest = await listRevisionsOf(owner, engagement, { limit: 2, cursor: first.next })
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual([3, 2, 1])
    expect(rest.next).toBeUndefined()
    const id = await retitle('Against the draft')
    const change = { kind: 'wording', activity: id }
    expect((await compareTexts(owner, engagement, { from: 3, to: 3 })).changes).toEqual([])
    expect(await compareTexts(owner, engagement, { from: 1, to: 2 })).toMatchObject({ changes: [change] })
    expect(await compareTexts(owner, engagement, { from: 3, to: 'draft' })).toMatchObject({ changes: [change] })
    await expect(compareTexts(owner, engagement, { from: 9, to: 'draft' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the draft as it stood at a moment', async () => {
    const { owner, engagement } = world.ours
    const before = await openEngagement(owner, engagement)
    const moment = new Date(owner.now()).toISOString()
    await retitle('After the moment')
    expect(await draftAt(owner, engagement, moment)).toEqual(before.held.matrix)
    const after = await openEngagement(owner, engagement)
    expect(await draftAt(owner, engagement, new Date(owner.now()).toISOString())).toEqual(after.held.matrix)
    await expect(draftAt(owner, engagement, '2020-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'not-found' })
    await expect(draftAt(owner, engagement, '2030-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('what governed on a day is said plainly where nothing was signed', async () => {
    const { owner, engagement } = world.ours
    const told = await whatGoverned(owner, engagement, '2026-03-14')
    expect(told).toMatchObject({ inForce: null, newest: { number: 3 } })
    expect(told.said).toContain('without signatures it binds nobody')
    expect((await whatGoverned(owner, engagement, '2026-03-13')).newest).toBeNull()
  })

  test('a viewer may not make one; another MSP learns nothing', async () => {
    const { owner, engagement } = world.ours
    const viewer = as(owner, { member: 'viewer' })
    await expect(makeRevision(viewer, engagement, {})).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = world.theirs.owner
    const asked = [
      () => makeRevision(stranger, engagement, {}),
      () => readRevisionBytes(stranger, engagement, 1),
      () => openRevision(stranger, engagement, 1),
      () => listRevisionsOf(stranger, engagement, { limit: 5 }),
      () => compareTexts(stranger, engagement, { from: 1, to: 'draft' }),
      () => whatGoverned(stranger, engagement, '2026-03-14'),
      () => draftAt(stranger, engagement, '2026-03-14T09:00:30Z'),
    ]
    for (const one of asked)
      await expect(one()).rejects.toMatchObject({ code: 'not-found', message: 'there is no such engagement' })
  })
})
