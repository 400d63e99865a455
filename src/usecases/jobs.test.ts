import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../core/access/actor.ts'
import type { JobId } from '../core/record-id.ts'
import { eventsAfter } from '../store/events.ts'
import { askExport } from './ask-export.ts'
import { cancelJob } from './cancel-job.ts'
import type { Services } from './context.ts'
import { doNextJob } from './do-next-job.ts'
import { ExportAsked } from './export-asked.ts'
import { makeRevision } from './make-revision.ts'
import { listJobs, openJob, readJobFile } from './read-jobs.ts'
import { readRevisionView } from './read-revision-view.ts'
import { dropOldResults, runJobs } from './run-jobs.ts'
import { onEachEngine, servicesOn } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'

const asked = (wish: object) => ExportAsked.parse({ what: 'matrix', ...wish })
const pdf = asked({ format: 'pdf', view: 'duties', party: 'client' })
const workbook = asked({ format: 'xlsx' })
const minute = 60_000
const day = 24 * 60 * minute

describe.each(onEachEngine)('jobs on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())
  afterEach(async () => {
    while ((await doNextJob(later(10 * minute))) !== undefined);
  })

  const later = (milliseconds: number): Services => ({
    ...world.services,
    now: () => world.services.now() + milliseconds,
  })
  /** The clock of a process begins here: its lease still stands. */
  const whenItWasTaken = () => Date.parse('2026-03-14T09:00:00Z')
  function seated(actor: Partial<Actor>) {
    const { member: _member, ...rest } = world.ours.owner.actor
    return { ...world.ours.owner, actor: { ...rest, ...actor } }
  }
  const kinds = async () => {
    const { owner } = world.ours
    const events = await owner.store.read(owner.actor.tenant, (scope) => eventsAfter(scope, -1, 1000))
    return events.map(({ kind }) => kind)
  }

  test.each([
    [{ format: 'emass' }, 'template', /fills in a copy/],
    [{ format: 'pdf', template: btoa('x') }, undefined, /template goes with format emass/],
    [{ format: 'pdf', view: 'duties', party: 'nobody-here' }, undefined, /no party "nobody-here"/],
    [{ format: 'pdf', party: 'client' }, undefined, /party goes with view duties/],
    [{ format: 'pdf', view: 'crm', party: 'client' }, undefined, /party goes with view duties/],
    [{ format: 'xlsx', framework: 'iso-27001' }, undefined, /no framework "iso-27001"/],
    [{ format: 'docx', view: 'srm', framework: 'iso-27001' }, undefined, /no framework "iso-27001"/],
    [{ format: 'xlsx', standard: 'ua-1' }, undefined, /standard goes with format pdf/],
  ])('what can never be exported is refused when it is asked for: %j', async (wish, at, message) => {
    const { owner, engagement } = world.ours
    const before = await kinds()
    const refusal: unknown = await askExport(owner, engagement, asked(wish)).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'invalid', message: expect.stringMatching(message) as unknown })
    if (at !== undefined) expect(refusal).toMatchObject({ issues: [{ at }] })
    expect(await kinds()).toEqual(before)
  })

  test('a short export is done when it is asked for, and tells what it leaves out', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, asked({ format: 'csv', view: 'crm' }))
    expect(job).toMatchObject({ state: 'done', progress: 100, result: { type: 'text/csv; charset=utf-8' } })
    expect((job.told as { leftOut: readonly string[] }).leftOut.join()).toMatch(/\d+ traps/)
    const file = await readJobFile(owner, job.id)
    expect(file.name).toMatch(/-draft-1-crm\.csv$/)
    expect(file.bytes).toHaveLength(job.result!.size)
    expect((await kinds()).slice(-2)).toEqual(['export.asked', 'export.made'])
  })

  test('a long one waits, is done by another process, and its file can be fetched', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, pdf)
    expect(job).toMatchObject({ state: 'waiting', progress: 0 })
    await expect(readJobFile(owner, job.id)).rejects.toMatchObject({ code: 'conflict' })
    const other = await servicesOn(world.database)
    expect(await doNextJob(other)).toEqual({ job: job.id, outcome: 'done' })
    expect(await doNextJob(other)).toBeUndefined()
    await other.store.close()
    expect(await openJob(owner, job.id)).toMatchObject({ state: 'done', told: { only: expect.any(String) as string } })
    const { bytes } = await readJobFile(owner, job.id)
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    expect((await kinds()).at(-1)).toBe('export.made')
  })

  test('a redline of a revision and the draft, and a revision as OSCAL', async () => {
    const { owner, engagement } = world.ours
    await makeRevision(owner, engagement, {})
    const redline = ExportAsked.parse({ what: 'redline', from: 1, format: 'html' })
    const told = await askExport(owner, engagement, redline)
    expect(told).toMatchObject({ state: 'done', told: { remarks: ['The two texts are the same.'] } })
    const oscal = await askExport(owner, engagement, asked({ of: 1, format: 'oscal-ssp-client' }))
    expect(oscal.result!.name).toMatch(/-revision-1\.json$/)
    expect(oscal.told).not.toHaveProperty('version')
  })

  test.each([
    ['a party that the matrix does not have', { format: 'md', view: 'duties', party: 'nobody' }],
    ['a view in a format with a layout of its own', { format: 'caiq', view: 'srm' }],
    ['a PDF standard of a text', { format: 'md', standard: 'ua-1' }],
    ['a locale that is none', { format: 'md', locale: 'not a locale' }],
    ['colors that cannot be read', { format: 'pdf', branding: { primary: '#ffff00' } }],
  ])('%s is refused when it is asked for', async (_, wish) => {
    const { owner, engagement } = world.ours
    await expect(askExport(owner, engagement, asked(wish))).rejects.toMatchObject({ code: 'invalid' })
  })

  test('what cannot be made ends as failed, with the reason', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, asked({ format: 'emass', template: btoa('no workbook') }))
    expect(await doNextJob(world.services)).toMatchObject({ job: job.id, outcome: 'failed' })
    const ended = await openJob(owner, job.id)
    expect(ended.state).toBe('failed')
    expect(ended.failure).toBeTruthy()
    expect(JSON.stringify(ended.asked)).not.toContain(btoa('no workbook'))
    expect((await kinds()).at(-1)).toBe('export.failed')
  })

  test('two processes that look at once take one each', async () => {
    const { owner, engagement } = world.ours
    const jobs = [await askExport(owner, engagement, workbook), await askExport(owner, engagement, workbook)]
    const other = await servicesOn(world.database)
    const ends = await Promise.all([doNextJob(world.services), doNextJob(other)])
    await other.store.close()
    expect(new Set(ends.map((end) => end?.job))).toEqual(new Set(jobs.map(({ id }) => id)))
    expect(ends.map((end) => end?.outcome)).toEqual(['done', 'done'])
  })

  test.each(['taken', 'written, not committed'])(
    'killed where the job was %s, nothing is lost and nothing done twice',
    async (place) => {
      const { owner, engagement } = world.ours
      const job = await askExport(owner, engagement, workbook)
      const child = spawn(process.execPath, [
        join(import.meta.dirname, 'testing/dies-in-job.ts'),
        world.database.url,
        place,
      ])
      const [said] = (await once(child.stdout, 'data')) as [Buffer]
      expect(said.toString()).toBe(`${place}\n`)
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect((await openJob(owner, job.id)).state).toBe('running')
      expect(await doNextJob({ ...world.services, now: whenItWasTaken })).toBeUndefined()
      const made = (await kinds()).filter((kind) => kind === 'export.made').length
      expect(await doNextJob(later(10 * minute))).toEqual({ job: job.id, outcome: 'done' })
      expect(await openJob(owner, job.id)).toMatchObject({ state: 'done', attempts: 2 })
      expect((await readJobFile(owner, job.id)).bytes.length).toBeGreaterThan(1000)
      expect((await kinds()).filter((kind) => kind === 'export.made')).toHaveLength(made + 1)
    },
  )

  test('who was too slow writes nothing: another has the job', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, workbook)
    let inside: Promise<unknown> = Promise.resolve()
    const { store } = world.services
    const writeSystem: typeof store.writeSystem = async (work) => {
      await inside
      return store.writeSystem(work)
    }
    const slow = await doNextJob(
      { ...world.services, store: { ...store, writeSystem } },
      {
        every: () => {
          inside = doNextJob(later(10 * minute))
          return () => undefined
        },
      },
    )
    const ends = [slow, await inside] as readonly { outcome: string }[]
    expect(ends.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'lost'])
    expect(await openJob(owner, job.id)).toMatchObject({ state: 'done' })
  })

  test.each([
    [
      'another took it',
      'running',
      (id: JobId) => world.database.run(`update jobs set lease = 'theirs' where job_id = '${id}'`),
    ],
    ['it was cancelled', 'cancelled', (id: JobId) => cancelJob(world.ours.owner, id)],
  ])('%s in the moment before it was written: nothing is', async (_, state, meanwhile) => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, workbook)
    const { store } = world.services
    let before = true
    const write: typeof store.write = async (tenant, work) => {
      if (before) await meanwhile(job.id)
      before = false
      return store.write(tenant, work)
    }
    const end = await doNextJob({ ...world.services, store: { ...store, write } })
    expect(end).toEqual({ job: job.id, outcome: 'lost' })
    expect(await openJob(owner, job.id)).toMatchObject({ state })
    expect((await kinds()).at(-1)).not.toBe('export.made')
  })

  test('after three processes died in it, it fails and says so', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, workbook)
    await world.database.run(
      `update jobs set state = 'running', attempts = 3, taken_until = '2020-01-01T00:00:00.000Z', lease = 'dead' where job_id = '${job.id}'`,
    )
    expect(await doNextJob(world.services)).toMatchObject({ outcome: 'failed' })
    expect((await openJob(owner, job.id)).failure).toContain('ended 3 times')
  })

  test('a process that stops gives back what it has not ended', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, workbook)
    const end = await doNextJob(world.services, { giveUp: AbortSignal.abort() })
    expect(end).toEqual({ job: job.id, outcome: 'returned' })
    expect(await openJob(owner, job.id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await doNextJob(world.services)).toEqual({ job: job.id, outcome: 'done' })
  })

  test('the loop does what waits and ends when it is told to, with nothing half done', async () => {
    const { owner, engagement } = world.ours
    const jobs = await Promise.all([1, 2, 3].map(() => askExport(owner, engagement, workbook)))
    const stop = new AbortController()
    const ended: JobId[] = []
    await runJobs(world.services, {
      signal: stop.signal,
      ended: ({ job }) => {
        ended.push(job)
        if (ended.length === 2) stop.abort()
      },
    })
    const states = await Promise.all(jobs.map(async ({ id }) => (await openJob(owner, id)).state))
    expect(states).not.toContain('running')
    expect(states.filter((state) => state === 'done').length).toBe(ended.length)
  })

  test('a job can be cancelled until it has ended, also while it is worked on', async () => {
    const { owner, engagement } = world.ours
    const waiting = await askExport(owner, engagement, workbook)
    expect(await cancelJob(owner, waiting.id)).toMatchObject({ state: 'cancelled' })
    expect((await kinds()).at(-1)).toBe('export.cancelled')
    await expect(cancelJob(owner, waiting.id)).rejects.toMatchObject({ code: 'conflict' })
    const worked = await askExport(owner, engagement, workbook)
    let cancelled: Promise<unknown> = Promise.resolve()
    const end = await doNextJob(world.services, {
      every: () => {
        cancelled = cancelJob(owner, worked.id)
        return () => undefined
      },
    })
    await cancelled
    expect(end).toEqual({ job: worked.id, outcome: 'lost' })
    expect(await openJob(owner, worked.id)).toMatchObject({ state: 'cancelled' })
  })

  test('files are dropped after a day; that they were made stays known', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, asked({ format: 'json' }))
    await dropOldResults(world.services)
    expect((await readJobFile(owner, job.id)).bytes.length).toBeGreaterThan(1000)
    expect(await dropOldResults(later(day + minute))).toBeGreaterThan(0)
    await expect(readJobFile(owner, job.id)).rejects.toThrow('kept for a day')
    expect(await openJob(owner, job.id)).toMatchObject({ state: 'done' })
  })

  test('a guest sees its own exports, another MSP none', async () => {
    const { owner, engagement } = world.ours
    const job = await askExport(owner, engagement, asked({ format: 'json' }))
    const user = owner.newId('user') as typeof owner.actor.user
    const guest = seated({ user, seats: [{ engagement, role: 'reviewer' }] })
    const own = await askExport(guest, engagement, asked({ format: 'md', view: 'client' }))
    expect((await listJobs(guest, engagement, { limit: 200 })).items.map(({ id }) => id)).toEqual([own.id])
    const all = await listJobs(owner, engagement, { limit: 200 })
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([job.id, own.id]))
    for (const stranger of [guest, world.theirs.owner]) {
      await expect(openJob(stranger, job.id)).rejects.toMatchObject({
        code: 'not-found',
        message: 'there is no such job',
      })
      await expect(readJobFile(stranger, job.id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelJob(stranger, job.id)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(askExport(world.theirs.owner, engagement, workbook)).rejects.toMatchObject({ code: 'not-found' })
    const outsider = seated({ seats: [] })
    await expect(readRevisionView(outsider, engagement, { of: 1, view: 'srm' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
