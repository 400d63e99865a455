// The other side of a limited reading: what the thread does with each file that it is handed.
import { parentPort } from 'node:worker_threads'
import type { Read } from '../../core/matrix-document.ts'

/** What `read` throws ends the thread, and is thrown again where the reading was asked for. */
export function answerReadings(read: (given: never) => Promise<Read<unknown>>): void {
  parentPort?.on('message', (given: unknown) => {
    void read(given as never).then((answer) => parentPort!.postMessage(answer))
  })
}
