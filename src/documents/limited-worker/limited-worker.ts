// A thread in which a stranger's file is parsed: what that may cost in memory and time is limited from outside.
import { Worker } from 'node:worker_threads'
import type { Read } from '../../core/matrix-document.ts'

export interface ReadingLimits {
  readonly megabytes: number
  readonly seconds: number
}

export interface LimitedReading {
  /** a module that calls `answerReadings` */
  readonly script: URL
  /** what its owner can do about a file that costs too much */
  readonly advice: string
}

/** One file after the other, in one warm thread; a thread that died or had to be ended is replaced by the next reading. */
export function limitedReader<Answer>(
  reading: LimitedReading,
): (given: unknown, limits: ReadingLimits) => Promise<Read<Answer>> {
  const desk: Desk = { reading, warm: undefined }
  let last: Promise<unknown> = Promise.resolve()
  return async (given, limits) => {
    const turn = last.then(async () => readInTurn<Answer>(desk, given, limits))
    last = turn.catch(() => undefined)
    return turn
  }
}

interface Desk {
  readonly reading: LimitedReading
  warm: { readonly worker: Worker; readonly limits: ReadingLimits } | undefined
}

async function readInTurn<Answer>(desk: Desk, given: unknown, limits: ReadingLimits): Promise<Read<Answer>> {
  const worker = warmWorker(desk, limits)
  worker.ref()
  try {
    const read = await answer<Answer>(worker, given, limits)
    worker.unref()
    return read
  } catch (error) {
    desk.warm = undefined
    await worker.terminate()
    const reason = overLimit(error, limits)
    if (reason === undefined) throw error
    return { ok: false, issues: [{ at: 'the file', message: `${reason}; ${desk.reading.advice}` }] }
  }
}

function warmWorker(desk: Desk, limits: ReadingLimits): Worker {
  if (desk.warm && desk.warm.limits === limits) return desk.warm.worker
  void desk.warm?.worker.terminate()
  const worker = new Worker(desk.reading.script, {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    execArgv: [],
  })
  desk.warm = { worker, limits }
  return worker
}

class TooSlow extends Error {}

async function answer<Answer>(worker: Worker, given: unknown, { seconds }: ReadingLimits): Promise<Read<Answer>> {
  const { promise, resolve, reject } = Promise.withResolvers<Read<Answer>>()
  const alarm = setTimeout(() => reject(new TooSlow()), seconds * 1000)
  worker.on('message', resolve).on('error', reject)
  worker.postMessage(given)
  try {
    return await promise
  } finally {
    clearTimeout(alarm)
    worker.off('message', resolve).off('error', reject)
  }
}

function overLimit(error: unknown, { megabytes, seconds }: ReadingLimits): string | undefined {
  if (error instanceof TooSlow) return `it takes longer than ${seconds} seconds to read`
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return outOfMemory ? `it takes more than ${megabytes} MB of memory to read` : undefined
}
