// A thread that takes what the order names: all time, all memory, or its own life.
import { parentPort } from 'node:worker_threads'
import type { Order, Reply } from '../tasks.ts'

const kept: unknown[] = []

parentPort!.on('message', ({ given }: Order) => {
  const { name } = given as { readonly name: string }
  if (name === 'time') for (;;) kept.length = 0
  if (name === 'memory') for (;;) kept.push(Array.from({ length: 10_000 }, (_, index) => `${kept.length} ${index}`))
  if (name === 'life') throw new Error('it fell over')
  parentPort!.postMessage({ outcome: 'done', told: name } satisfies Reply)
})
