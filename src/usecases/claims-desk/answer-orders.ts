// The other side of the desk: a thread carries out one order after the other, with the knowledge that it was started with.
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Context } from '../../core/context.ts'
import { Refusal } from '../../core/refusal.ts'
import { readWork } from './read-work.ts'
import { acceptWork, reviewWork } from './review-work.ts'
import type { Order, Reply, TaskName } from './tasks.ts'

export interface ThreadData {
  readonly knowledge: Context
}

const works: Readonly<Record<TaskName, (given: never, knowledge: Context) => unknown>> = {
  read: readWork,
  review: reviewWork,
  accept: acceptWork,
}

export function answerOrders(): void {
  if (isMainThread) throw new Error('documents are read in a thread of their own')
  const { knowledge } = workerData as ThreadData
  parentPort!.on('message', (order: Order) => {
    void carriedOut(order, knowledge).then((reply) => parentPort!.postMessage(reply))
  })
}

async function carriedOut({ task, given }: Order, knowledge: Context): Promise<Reply> {
  try {
    return { outcome: 'done', told: await works[task](given as never, knowledge) }
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, message, issues } = error
      return { outcome: 'refused', code, message, issues }
    }
    return { outcome: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
