// The thread in which workbooks are parsed: what it may cost is limited from outside (read-workbook.ts).
import { parentPort } from 'node:worker_threads'
import { readParts } from './read-parts.ts'

parentPort?.on('message', (bytes: Uint8Array) => {
  void readParts(bytes).then((read) => parentPort!.postMessage(read))
})
