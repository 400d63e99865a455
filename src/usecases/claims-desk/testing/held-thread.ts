// A thread that stands still at each order until it is let go, and then carries it out as the real one does.
import { BroadcastChannel, parentPort, threadId, workerData } from 'node:worker_threads'
import { answerOrders } from '../answer-orders.ts'
import type { HeldData } from './held-desk.ts'

const { gate, channel } = workerData as HeldData
const told = new BroadcastChannel(channel)
told.unref()
parentPort!.on('message', () => {
  told.postMessage(threadId)
  Atomics.wait(gate, 0, 0)
})
answerOrders()
