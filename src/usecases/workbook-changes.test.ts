import { Workbook } from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventsAfter } from '../store/events.ts'
import { askExport } from './ask-export.ts'
import { changeActivities } from './change-activities.ts'
import { doNextJob } from './do-next-job.ts'
import { ExportAsked } from './export-asked.ts'
import { openEngagement } from './open-engagement.ts'
import { readJobFile } from './read-jobs.ts'
import { as, onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { applyWorkbookChanges, readWorkbookChanges } from './workbook-changes.ts'

describe.each(onEachEngine)('edited workbooks on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  async function exported(): Promise<Uint8Array> {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, ExportAsked.parse({ what: 'matrix', format: 'xlsx' }))
    await doNextJob(world.services)
    return (await readJobFile(owner, job.id)).bytes
  }

  /** With these titles on the sheet of activities. */
  async function edited(bytes: Uint8Array, titles: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const book = new Workbook()
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
    book.getWorksheet('Activities')!.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && titles[cell.value] !== undefined) cell.value = titles[cell.value]!
      }),
    )
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const rows = async () => {
    const { held } = await openEngagement(world.ours.owner, world.ours.engagement)
    return [...held.records.values()]
  }

  test('its edits are proposed, and those that are chosen applied; what changed meanwhile is not overwritten', async () => {
    const { owner, engagement } = world.ours
    const [first, second, third] = await rows()
    const bytes = await edited(await exported(), {
      [first!.activity.title]: 'First, as the client words it',
      [second!.activity.title]: 'Second, as the client words it',
      [third!.activity.title]: 'Third, as the client words it',
    })
    const proposed = await readWorkbookChanges(owner, engagement, { bytes })
    expect(proposed).toMatchObject({ version: 1, current: true, notTaken: [] })
    expect(proposed.changes).toMatchObject(
      [first, second, third].map((row) => ({ subject: row!.activity.id, stale: false, kind: 'wording' })),
    )
    await changeActivities(owner, engagement, [
      { version: 1, activity: { ...second!.activity, title: 'Changed here meanwhile' } },
    ])
    const later = await readWorkbookChanges(owner, engagement, { bytes })
    expect(later).toMatchObject({ version: 2, current: false })
    expect(later.changes).toMatchObject([{ stale: false }, { stale: true }, { stale: false }])
    const apply = (version: number, take: string) =>
      applyWorkbookChanges(owner, engagement, { bytes, chosen: { version, take } })
    await expect(apply(1, first!.activity.id)).rejects.toMatchObject({ code: 'conflict', current: { version: 2 } })
    await expect(apply(2, 'all')).rejects.toMatchObject({ code: 'conflict', issues: [{ at: second!.activity.id }] })
    await expect(apply(2, 'nothing-of-this')).rejects.toMatchObject({ code: 'invalid' })
    expect(await apply(2, first!.activity.id)).toEqual({ answer: [first!.activity.id], version: 3 })
    expect((await rows()).slice(0, 3).map(({ activity, version }) => [activity.title, version])).toEqual([
      ['First, as the client words it', 2],
      ['Changed here meanwhile', 2],
      [third!.activity.title, 1],
    ])
    const events = await owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 1000))
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['workbook.applied', 'activity.changed'])
  })

  test('a file that is no workbook of this engagement is refused', async () => {
    const { owner, engagement } = world.ours
    const noWorkbook = new TextEncoder().encode('hello')
    await expect(readWorkbookChanges(owner, engagement, { bytes: noWorkbook })).rejects.toMatchObject({
      code: 'invalid',
    })
    const bytes = await exported()
    await expect(readWorkbookChanges(world.theirs.owner, world.theirs.engagement, { bytes })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('a viewer may not; another MSP learns nothing', async () => {
    const { owner, engagement } = world.ours
    const bytes = await exported()
    const viewer = as(owner, { member: 'viewer' })
    await expect(readWorkbookChanges(viewer, engagement, { bytes })).rejects.toMatchObject({ code: 'forbidden' })
    const chosen = { version: 1, take: 'all' }
    const stranger = applyWorkbookChanges(world.theirs.owner, engagement, { bytes, chosen })
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
  })
})
