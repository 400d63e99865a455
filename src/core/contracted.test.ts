import { expect, test } from 'vitest'
import { isContracted } from './contracted.ts'
import type { Matrix } from './matrix.ts'
import { dutyWith } from './testing/sample-matrix.ts'

const scopes = [
  { id: 'office', title: 'The office' },
  { id: 'plant', title: 'The plant' },
]
const office = { id: 'help-desk', by: 'msp', scopes: ['office'] }
const plant = { id: 'help-desk', by: 'msp', scopes: ['plant'] }

test.each<readonly [string, Matrix['offerings'], readonly string[] | undefined, boolean]>([
  ['sold everywhere', [{ id: 'help-desk', by: 'msp' }], undefined, true],
  ['sold everywhere, done in one scope', [{ id: 'help-desk', by: 'msp' }], ['office'], true],
  ['not sold', [], undefined, false],
  ['another sold', [{ id: 'backup', by: 'msp' }], undefined, false],
  ['sold by another', [{ id: 'help-desk', by: 'night-soc' }], undefined, false],
  ['sold in one scope, done there', [office], ['office'], true],
  ['sold in one scope, done in the other', [office], ['plant'], false],
  ['sold in one scope, done everywhere', [office], undefined, false],
  ['sold in each scope, done everywhere', [office, plant], undefined, true],
  ['sold in one scope by each of two, done everywhere', [office, { ...plant, by: 'night-soc' }], undefined, false],
])('%s', (_, offerings, done, contracted) => {
  expect(
    isContracted(dutyWith({ party: 'msp', offering: 'help-desk' }), done ? { scopes: done } : {}, {
      offerings,
      scopes,
    }),
  ).toBe(contracted)
})

test('what names no offering needs no contract', () => {
  expect(isContracted(dutyWith({ offering: undefined }), {}, { offerings: [], scopes })).toBe(true)
})
