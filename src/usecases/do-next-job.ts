// One job done: taken under a lease, worked on, ended with its result. A process that dies in it leaves it to another.
import { Refusal } from '../core/refusal.ts'
import type { JobId } from '../core/record-id.ts'
import { findEngagement } from '../store/engagements.ts'
import { giveJobBack, holdJob, takeJob } from '../store/job-queue.ts'
import { endJob, saveJobResult } from '../store/jobs.ts'
import type { JobRecord, Lease } from '../store/jobs.ts'
import { textOf } from './ask-export.ts'
import type { Services, UseCase } from './context.ts'
import { ExportAsked, withoutFiles } from './export-asked.ts'
import { exportFile } from './export-file.ts'
import { textsOf } from './export-texts.ts'
import { transact } from './transact.ts'

/** Milliseconds that a process has a job for; it says again and again that it still has it. */
const leaseTime = 60_000
const beatTime = 20_000
const mostAttempts = 3

export interface JobEnd {
  readonly job: JobId
  /** lost: cancelled, or another process has it; returned: to be tried again */
  readonly outcome: 'done' | 'failed' | 'lost' | 'returned'
  /** our own fault, for the operator's log */
  readonly error?: unknown
}

export interface Doing {
  /** calls again and again until it is stopped */
  readonly every?: (milliseconds: number, call: () => void) => () => void
  /** aborted: what is not ended yet is given back for another process, and counts as not tried */
  readonly giveUp?: AbortSignal
}

/** Undefined when nothing waits. */
export async function doNextJob(
  services: Services,
  { every = interval, giveUp }: Doing = {},
): Promise<JobEnd | undefined> {
  const lease = services.newId('job')
  const { store } = services
  const job = await store.writeSystem((scope) =>
    takeJob(scope, { engine: store.engine, now: at(services), until: at(services, leaseTime), lease }),
  )
  if (job === undefined) return undefined
  const held: Lease = { tenant: job.tenant, id: job.id, lease }
  const hold = (progress?: number) =>
    store.writeSystem((scope) =>
      holdJob(scope, held, { until: at(services, leaseTime), ...(progress !== undefined && { progress }) }),
    )
  const stop = every(beatTime, () => void hold().catch(() => undefined)) // without it the lease runs out, and another takes the job
  const { abandoned, over } = abandoning(giveUp)
  try {
    return { job: job.id, outcome: await Promise.race([worked(services, job, { held, hold }), abandoned]) }
  } catch (error) {
    return await failed(services, job, { held, error })
  } finally {
    stop()
    over()
  }
}

interface Holding {
  readonly held: Lease
  readonly hold: (progress?: number) => Promise<boolean>
}

async function worked(services: Services, job: JobRecord, { held, hold }: Holding): Promise<'done'> {
  if (job.attempts > mostAttempts)
    throw new Refusal('busy', `the server ended ${mostAttempts} times while it worked on this; ask for less at once`)
  await stillOurs(hold(10))
  const asked = ExportAsked.parse(job.asked)
  const { engagement, texts } = await services.store.read(job.tenant, async (scope) => {
    const found = (await findEngagement(scope, job.engagement))!
    return { engagement: found, texts: await textsOf(scope, found, { asked, knowledge: services.knowledge }) }
  })
  await stillOurs(hold(30))
  const file = await exportFile(asked, texts)
  await stillOurs(hold(90))
  const { name, type, bytes, told } = file
  const result = { name, type, size: bytes.length }
  const text = textOf(asked, file, engagement)
  await transact(workerOf(services, job), async (change) => {
    const ended = {
      state: 'done',
      at: change.at,
      asked: withoutFiles(asked),
      told,
      result,
      ...(text && { text }),
    } as const
    await stillOurs(endJob(change, held, ended))
    await saveJobResult(change, job.id, bytes)
    change.record({ kind: 'export.made', subject: job.id, engagement: job.engagement, body: { told, result } })
  })
  return 'done'
}

/** Cancelled, or taken by another because we were too slow: nothing that we do counts any more. */
class Lost extends Error {}
class GivenUp extends Error {}

async function stillOurs(held: Promise<boolean>): Promise<void> {
  if (!(await held)) throw new Lost()
}

/** Rejects when the signal comes; `over` takes its listener off a signal that outlives many jobs. */
function abandoning(giveUp: AbortSignal | undefined): {
  readonly abandoned: Promise<never>
  readonly over: () => void
} {
  const { promise: abandoned, reject } = Promise.withResolvers<never>()
  const abandon = () => reject(new GivenUp())
  if (giveUp?.aborted) abandon()
  giveUp?.addEventListener('abort', abandon, { once: true })
  return { abandoned, over: () => giveUp?.removeEventListener('abort', abandon) }
}

/** What was asked for cannot be had: it ends so. What is our fault is tried again, for it may be that of this process. */
async function failed(
  services: Services,
  job: JobRecord,
  { held, error }: { readonly held: Lease; readonly error: unknown },
): Promise<JobEnd> {
  if (error instanceof Lost) return { job: job.id, outcome: 'lost' }
  const { store } = services
  if (error instanceof GivenUp) {
    await store.writeSystem((scope) => giveJobBack(scope, held, job.attempts - 1))
    return { job: job.id, outcome: 'returned' }
  }
  const refused = error instanceof Refusal
  if (!refused && job.attempts < mostAttempts) {
    await store.writeSystem((scope) => giveJobBack(scope, held, job.attempts))
    return { job: job.id, outcome: 'returned', error }
  }
  const failure = refused ? sayRefusal(error) : 'Demarc failed at this; the fault is ours and was logged'
  const ended = await endedAsFailed(services, job, { held, failure })
  return { job: job.id, outcome: ended ? 'failed' : 'lost', ...(!refused && { error }) }
}

function sayRefusal({ message, issues }: Refusal): string {
  return [message, ...issues.map(({ at: place, message: issue }) => `${place}: ${issue}`)].join('\n')
}

async function endedAsFailed(
  services: Services,
  job: JobRecord,
  { held, failure }: { readonly held: Lease; readonly failure: string },
): Promise<boolean> {
  const asked = withoutFiles(ExportAsked.parse(job.asked))
  try {
    await transact(workerOf(services, job), async (change) => {
      await stillOurs(endJob(change, held, { state: 'failed', at: change.at, asked, failure }))
      change.record({ kind: 'export.failed', subject: job.id, engagement: job.engagement, body: { failure } })
    })
    return true
  } catch (error) {
    if (error instanceof Lost) return false
    throw error
  }
}

/** On behalf of whoever asked for it. */
function workerOf(services: Services, { tenant, madeBy, id }: JobRecord): UseCase {
  return { ...services, actor: { tenant, user: madeBy, by: `job ${id}`, seats: [] } }
}

function at({ now }: Services, later = 0): string {
  return new Date(now() + later).toISOString()
}

function interval(milliseconds: number, call: () => void): () => void {
  const timer = setInterval(call, milliseconds).unref()
  return () => clearInterval(timer)
}
