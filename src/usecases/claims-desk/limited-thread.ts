// A thread that carries out orders, one at a time, within limits of memory and time; what goes beyond ends it.
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../core/refusal.ts'
import type { Order, Reply } from './tasks.ts'

export interface ThreadLimits {
  readonly megabytes: number
  readonly seconds: number
}

export interface LimitedThread {
  readonly carryOut: (order: Order) => Promise<unknown>
  readonly end: () => Promise<void>
  /** false: it ended, of itself or because it had to */
  readonly lives: () => boolean
}

export interface ThreadStart {
  readonly script: URL
  readonly data: unknown
  readonly limits: ThreadLimits
}

export function startThread({ script, data, limits }: ThreadStart): LimitedThread {
  const worker = new Worker(script, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    execArgv: [],
  })
  worker.unref()
  let [living, ended] = [true, false]
  let waiting: PromiseWithResolvers<Reply> | undefined
  worker.on('message', (answer: Reply) => waiting?.resolve(answer))
  worker.on('error', (error) => {
    living = false
    waiting?.reject(error)
  })
  worker.on('exit', () => {
    living = false
    waiting?.reject(ended ? stopping() : new Error('the thread that reads documents ended'))
  })
  const end = async () => {
    ;[living, ended] = [false, true]
    await worker.terminate()
  }
  return {
    end,
    lives: () => living,
    carryOut: async (order) => {
      waiting = Promise.withResolvers()
      const { promise, reject } = waiting
      const alarm = setTimeout(() => reject(new TooSlow()), limits.seconds * 1000)
      worker.ref()
      try {
        worker.postMessage(order)
        return toldBy(await promise)
      } catch (error) {
        const reason = overLimit(error, limits)
        if (reason === undefined) throw error
        await end()
        throw new Refusal('invalid', `${reason}; ${advice[order.task]}`)
      } finally {
        clearTimeout(alarm)
        worker.unref()
      }
    },
  }
}

const advice: Readonly<Record<Order['task'], string>> = {
  read: 'save only the tables that say who does what in a new file and send that',
  review: 'review fewer documents at once: name them with “imports”',
  accept: 'accept from fewer documents at once: name them with “imports”',
}

function stopping(): Refusal {
  return new Refusal('busy', 'this server is stopping; send it again in a moment')
}

function toldBy(answer: Reply): unknown {
  if (answer.outcome === 'refused') throw new Refusal(answer.code, answer.message, answer.issues)
  if (answer.outcome === 'failed') throw new Error(`in the thread that reads documents: ${answer.stack}`)
  return answer.told
}

class TooSlow extends Error {}

function overLimit(error: unknown, { megabytes, seconds }: ThreadLimits): string | undefined {
  if (error instanceof TooSlow) return `this takes longer than ${seconds} seconds`
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return outOfMemory ? `this takes more than ${megabytes} MB of memory` : undefined
}
