// A workbook out of a file that anybody may have made: read within 512 MB and 20 seconds, or refused.
import { Worker } from 'node:worker_threads'
import type { Read } from '../../core/matrix-document.ts'
import type { RawWorkbook } from '../../core/proposal/raw-workbook.ts'

export interface ReadingLimits {
  readonly megabytes: number
  readonly seconds: number
}

const usual: ReadingLimits = { megabytes: 512, seconds: 20 }

/** One after the other, in one warm thread; a thread that died or had to be ended is replaced by the next reading. */
export async function readWorkbook(bytes: Uint8Array, limits = usual): Promise<Read<RawWorkbook>> {
  const turn = last.then(async () => readInTurn(bytes, limits))
  last = turn.catch(() => undefined)
  return turn
}

let last: Promise<unknown> = Promise.resolve()
let warm: { readonly worker: Worker; readonly limits: ReadingLimits } | undefined

async function readInTurn(bytes: Uint8Array, limits: ReadingLimits): Promise<Read<RawWorkbook>> {
  const worker = warmWorker(limits)
  worker.ref()
  try {
    const read = await answer(worker, bytes, limits)
    worker.unref()
    return read
  } catch (error) {
    warm = undefined
    await worker.terminate()
    const reason = overLimit(error, limits)
    if (reason === undefined) throw error
    return {
      ok: false,
      issues: [{ at: 'the file', message: `${reason}; copy the sheets that matter into a new workbook and give that` }],
    }
  }
}

function warmWorker(limits: ReadingLimits): Worker {
  if (warm && warm.limits === limits) return warm.worker
  void warm?.worker.terminate()
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    execArgv: [],
  })
  warm = { worker, limits }
  return worker
}

class TooSlow extends Error {}

async function answer(worker: Worker, bytes: Uint8Array, { seconds }: ReadingLimits): Promise<Read<RawWorkbook>> {
  const { promise, resolve, reject } = Promise.withResolvers<Read<RawWorkbook>>()
  const alarm = setTimeout(() => reject(new TooSlow()), seconds * 1000)
  worker.on('message', resolve).on('error', reject)
  worker.postMessage(bytes)
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
