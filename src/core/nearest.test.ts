import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const objectives = [
  'AC.L2-3.1.1[a]',
  'AC.L2-3.1.1[b]',
  'AC.L2-3.1.12[a]',
  'PS.L2-3.9.2[b]',
  '164.308(a)(3)(ii)(C)',
  '164.312(d)',
  'CC6.1',
  'CC6.3',
  'CC8.1',
]

test.each([
  ['AC.L2-3.1.1[c]', 'AC.L2-3.1.1[a]'],
  ['ac.l2-3.1.1[B]', 'AC.L2-3.1.1[b]'],
  ['AC.L2 3.1.1[b]', 'AC.L2-3.1.1[b]'],
  ['3.9.2', 'PS.L2-3.9.2[b]'],
  ['164.308(a)(3)(ii)', '164.308(a)(3)(ii)(C)'],
  ['164.321(d)', '164.312(d)'],
  ['CC6.4', 'CC6.1'],
  ['C6.3', 'CC6.3'],
])('%s most likely means %s', (word, meant) => {
  expect(nearest(word, objectives)).toBe(meant)
})

test.each(['firewall', '', 'zz', 'x'.repeat(100_000)])('%s means nothing known', (word) => {
  expect(nearest(word, objectives)).toBeUndefined()
})
