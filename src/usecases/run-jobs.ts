// The work of a server process between requests: jobs done, a few at a time, until it is told to stop.
import { setTimeout as timer } from 'node:timers/promises'
import { dropResultsBefore } from '../store/job-queue.ts'
import type { Services } from './context.ts'
import { doNextJob } from './do-next-job.ts'
import type { JobEnd } from './do-next-job.ts'

/** Milliseconds. */
const pause = 1000
const patience = 20_000
const keptFor = 24 * 3600 * 1000
const betweenDrops = 600_000

export interface Running {
  /** aborted: nothing new is taken; what is being done is ended within `patience`, or given back */
  readonly signal: AbortSignal
  /** how many at a time; 2 if it is not said */
  readonly atOnce?: number
  readonly patience?: number
  /** for the operator's log */
  readonly ended?: (end: JobEnd) => void
  /** a look at the queue that failed: the database was away */
  readonly failed?: (error: unknown) => void
}

/** Ends when the signal was given and nothing is being done any more. */
export async function runJobs(services: Services, running: Running): Promise<void> {
  const giveUp = new AbortController()
  const { signal } = running
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const workers = Promise.all(
    Array.from({ length: running.atOnce ?? 2 }, () => workUntil(services, running, giveUp.signal)),
  )
  const over = new AbortController()
  const late = stopped
    .then(() => timer(running.patience ?? patience, undefined, { signal: over.signal, ref: false }))
    .then(
      () => giveUp.abort(),
      () => undefined, // all was ended in time
    )
  await workers
  over.abort()
  if (signal.aborted) await late
}

/** The files of exports that nobody needs any more. */
export function dropOldResults({ store, now }: Services): Promise<number> {
  return store.writeSystem((scope) => dropResultsBefore(scope, new Date(now() - keptFor).toISOString()))
}

async function workUntil(services: Services, { signal, ended, failed }: Running, giveUp: AbortSignal): Promise<void> {
  let drop = 0
  const rest = async () => {
    if (services.now() >= drop) {
      await dropOldResults(services)
      drop = services.now() + betweenDrops
    }
    await untilLater(signal)
  }
  while (!signal.aborted) {
    try {
      const end = await doNextJob(services, { giveUp })
      if (end === undefined) await rest()
      else ended?.(end)
    } catch (error) {
      failed?.(error)
      await untilLater(signal)
    }
  }
}

async function untilLater(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const waiting = setTimeout(resolve, pause)
  signal.addEventListener('abort', () => resolve(), { once: true })
  if (signal.aborted) resolve()
  await promise
  clearTimeout(waiting)
}
