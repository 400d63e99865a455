// The press itself, in a thread of its own: one order at a time, checked and set.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../core/refusal.ts'
import type { Order, Reply } from './order.ts'
import { fontsFor } from './printable.ts'
import { textsOfPaper } from './texts-of-paper.ts'
import { typeset } from './typesetter.ts'
import { checkLengths } from './unbreakable.ts'

parentPort?.on('message', (order: Order) => {
  void printed(order).then((reply) => parentPort?.postMessage(reply))
})

async function printed(order: Order): Promise<Reply> {
  try {
    checkLengths(order.paper)
    const fonts = fontsFor(textsOfPaper(order.paper, order.branding))
    return { outcome: 'printed', bytes: await typeset(order, fonts) }
  } catch (error) {
    if (error instanceof Refusal)
      return { outcome: 'refused', code: error.code, message: error.message, issues: error.issues }
    return { outcome: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
