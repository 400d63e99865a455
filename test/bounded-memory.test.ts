// Hostile documents are read within a bounded heap: each in a process of its own, which dies where that does not hold.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const megabytes = 320

/** Runs in the child: `make` gives the bytes; what comes of them is printed. */
function read(make: string): string {
  const program = `
    import { readValue } from './src/documents/read-value.ts'
    import { readDocument } from './src/core/matrix-document.ts'
    const value = await readValue(Buffer.from(${make}))
    const read = value.ok ? readDocument(value.value, { frameworks: new Map() }) : value
    console.log(read.ok ? 'ok' : read.issues[0].message)`
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${megabytes}`, '--input-type=module', '--eval', program],
    { encoding: 'utf8', timeout: 25_000 },
  )
  return status === 0 ? stdout.trim() : `died: ${stderr.slice(0, 300)}`
}

test.each<readonly [string, string, string]>([
  ['a list of twenty million numbers', `'[' + '0,'.repeat(19_000_000) + '0]'`, 'it holds more than 3000000 values'],
  [
    'two million activities that are none',
    `'{"format":"demarc/matrix@1","activities":[' + '0,'.repeat(2_000_000) + '0]}'`,
    'is missing here',
  ],
  [
    'one activity of two million duties',
    `'{"format":"demarc/matrix@1","activities":[{"duties":[' + '0,'.repeat(2_000_000) + '0]}]}'`,
    'is missing here',
  ],
  ['a small list of nothing but openings', `'['.repeat(2_000_000)`, 'it nests deeper than 40 levels'],
  ['a small list of empty groups', `'[' + '{},'.repeat(690_000) + '{}]'`, 'a matrix document is a group of fields'],
  ['YAML of two million items', `'- 1\\n'.repeat(1_000_000)`, 'it holds more than any matrix does; write it as JSON'],
  ['YAML whose every character is an error', `'a: [' + ','.repeat(3_900_000) + ']'`, 'write it as JSON'],
])('%s', (_, make, said) => {
  expect(read(make)).toContain(said)
})
