// The press: orders wait in a line for one warm thread, which is replaced when it dies and never keeps the program alive.
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../core/refusal.ts'
import type { Order, Reply } from './order.ts'

export interface Press {
  readonly print: (order: Order) => Promise<Uint8Array>
}

interface Waiting {
  readonly order: Order
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (reason: Error) => void
}

/** Megabytes. */
const usualHeap = 1024

/** `heap` is the thread's own; the typesetter's memory comes besides. */
export function createPress(thread: URL, heap = usualHeap): Press {
  const line: Waiting[] = []
  let worker: Worker | undefined
  let current: Waiting | undefined

  const started = (): Worker => {
    const made = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: heap }, execArgv: [] })
    made.on('message', (reply: Reply) => settle((waiting) => deliver(waiting, reply)))
    made.on('error', (error: Error) => lost(made, error.message))
    made.on('exit', (code) => lost(made, `exit code ${code}`))
    return made
  }
  const settle = (end: (waiting: Waiting) => void): void => {
    const waiting = current
    current = undefined
    if (waiting !== undefined) end(waiting)
    next()
  }
  const lost = (dead: Worker, why: string): void => {
    if (worker !== dead) return
    worker = undefined
    settle(({ reject }) => reject(new Error(`the PDF was not printed: its thread ended early (${why})`)))
  }
  const next = (): void => {
    if (current !== undefined) return
    current = line.shift()
    if (current === undefined) return worker?.unref()
    worker ??= started()
    worker.ref()
    worker.postMessage(current.order)
  }
  return {
    print: (order) =>
      new Promise((resolve, reject) => {
        line.push({ order, resolve, reject })
        next()
      }),
  }
}

function deliver({ resolve, reject }: Waiting, reply: Reply): void {
  switch (reply.outcome) {
    case 'printed':
      return resolve(reply.bytes)
    case 'refused':
      return reject(new Refusal(reply.code, reply.message, reply.issues))
    case 'failed':
      return reject(whyNotPrinted(reply.message))
  }
}

/** Only the typesetter unpacks a JPEG: what it cannot draw is the user's image, and no fault of ours. */
function whyNotPrinted(message: string): Error {
  return /failed to decode image/i.test(message)
    ? new Refusal('invalid', 'the logo cannot be used: the image is damaged; save it again')
    : new Error(`the PDF was not printed: ${message}`)
}
