// The press: orders are served in their order, a thread that dies takes one order with it, and no thread keeps a program alive.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { plainBranding } from '../../core/rendition/branding.ts'
import type { Order } from './order.ts'
import { createPress } from './press.ts'

/** Prints its count of orders and the title; dies, throws, refuses or fails when the title says so. */
const thread = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    let count = 0
    parentPort.on('message', ({ paper: { title } }) => {
      count++
      if (title === 'die') process.exit(3)
      if (title === 'throw') throw new Error('out of ink')
      if (title === 'fill') { const all = []; for (;;) all.push(new Array(1e6).fill(count)) }
      if (title === 'refuse')
        return parentPort.postMessage({ outcome: 'refused', code: 'invalid', message: 'no', issues: [{ at: 'a', message: 'b' }] })
      if (title === 'fail') return parentPort.postMessage({ outcome: 'failed', message: 'jammed' })
      parentPort.postMessage({ outcome: 'printed', bytes: Buffer.from(count + ' ' + title) })
    })`)}`,
)

const order = (title: string): Order => ({
  paper: { name: 'p', title, language: 'en', header: '', footer: '', sections: [] },
  date: '2026-11-23',
  page: 'a4',
  branding: plainBranding,
  standard: 'a-3a',
  attachments: [],
})

async function printed(...titles: readonly string[]): Promise<readonly string[]> {
  const { print } = createPress(thread, 64)
  return Promise.all(
    titles.map((title) =>
      print(order(title)).then(
        (bytes) => Buffer.from(bytes).toString(),
        (error: unknown) => String(error),
      ),
    ),
  )
}

test('orders wait for one warm thread', async () => {
  expect(await printed('a', 'b', 'c', 'd', 'e')).toEqual(['1 a', '2 b', '3 c', '4 d', '5 e'])
})

test('a refusal and a failure end their own order only', async () => {
  expect(await printed('a', 'refuse', 'fail', 'b')).toEqual([
    '1 a',
    'Refusal: no',
    'Error: the PDF was not printed: jammed',
    '4 b',
  ])
})

test.each([
  ['die', 'exit code 3'],
  ['throw', 'out of ink'],
  ['fill', 'memory limit'],
])('a thread that dies (%s) takes one order with it; a new one serves the next', async (title, why) => {
  const [before, lost, ...after] = await printed('a', title, 'b', 'c')
  expect(before).toBe('1 a')
  expect(lost).toContain('the PDF was not printed: its thread ended early')
  expect(lost).toContain(why)
  expect(after).toEqual(['1 b', '2 c'])
})

test('a program that has printed ends by itself', () => {
  const printing = `
    import { printPdf } from ${JSON.stringify(new URL('print-pdf.ts', import.meta.url).href)}
    const paper = ${JSON.stringify(order('alone').paper)}
    const rendition = { date: '2026-11-23', locale: { tag: 'en', page: 'a4' }, branding: ${JSON.stringify(plainBranding)} }
    console.log(Buffer.from(await printPdf(paper, rendition, [])).subarray(0, 5).toString())`
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', printing], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect({ stdout, status }).toEqual({ stdout: '%PDF-\n', status: 0 })
})
