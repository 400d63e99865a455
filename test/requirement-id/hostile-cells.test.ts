import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'
import { schemesNamed } from '../../src/core/requirement-id/scheme.ts'

const frameworks = loadFrameworks()

/** Beginnings of ids and lists, over and over; what takes more than linear time does not end within the test's limit. */
const seeds = [
  '(',
  '((3.1.1',
  '3.1.1-',
  '3.1.1, ',
  '3.1.1-3.1.22, ',
  '3.1.1\n',
  '3.1.1 to ',
  '1.',
  '1',
  'AC-2 (',
  'AC-2(1)',
  'AC.L2-',
  '164.308(a)',
  '(a)',
  '[a]-',
  '[a]',
  'a,',
  'NIST ',
  '800-',
  'Requirement ',
  '§ ',
  '-',
  ' ',
  '\n',
  ',',
  '\u00a0',
  '\u200b',
  'CC6.',
  'A&',
  '"',
  'PCI DSS 4.',
  'see 3.1.1 ',
]

const starts: readonly (readonly [string, number])[] = [
  ['', 1_000_000],
  ['3.1.1', 200_000],
  ['3.1.1 ', 200_000],
  ['3.1.1 Title ', 200_000],
  ['164.308', 200_000],
  ['AC-2 ', 200_000],
  ['CC6.1', 200_000],
  ['NIST 800-171 ', 200_000],
]

test.each(seeds)('%j without end ends soon and says little', (seed) => {
  for (const [start, size] of starts) {
    const text = start + seed.repeat(Math.ceil(size / seed.length))
    const recognised = recogniseIds({ text, kind: 'text' }, frameworks)
    if ('message' in recognised) expect(recognised.message.length).toBeLessThan(2000)
    if ('found' in recognised)
      for (const { translatedFrom = '' } of recognised.found) expect(translatedFrom.length).toBeLessThan(100)
  }
})

test('a heading without end ends soon', () => {
  for (const seed of seeds) schemesNamed(seed.repeat(Math.ceil(300_000 / seed.length)))
})
