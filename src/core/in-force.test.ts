import { expect, test } from 'vitest'
import { inForce, sayInForce } from './in-force.ts'

const first = { number: 1, madeAt: '2026-01-10T10:00:00.000Z', effective: '2026-01-15' }
const second = { number: 2, madeAt: '2026-02-20T10:00:00.000Z', effective: '2026-03-14' }
const unsigned = { number: 3, madeAt: '2026-03-01T10:00:00.000Z' }
const sameDay = { number: 4, madeAt: '2026-03-13T10:00:00.000Z', effective: '2026-03-14' }

test.each([
  ['before any took effect', [first, second], '2026-01-14', undefined],
  ['on the day when one takes effect', [first, second], '2026-03-14', second],
  ['on the day before', [first, second], '2026-03-13', first],
  ['an unsigned one made since', [first, unsigned], '2026-04-01', first],
  ['two with effect from one day', [sameDay, second], '2026-03-14', sameDay],
  ['none signed', [unsigned], '2026-04-01', undefined],
])('what governed: %s', (_, revisions, day, governing) => {
  expect(inForce(revisions, day)).toBe(governing)
})

test.each([
  [[first], '2026-02-01', 'Revision 1 governed on 2026-02-01'],
  [[unsigned], '2026-03-14', 'The newest revision of that day, 3, was made on 2026-03-01 (UTC)'],
  [[unsigned], '2026-02-01', 'No revision had been made either'],
])('what is said of %j on %s', (revisions, day, words) => {
  expect(sayInForce(revisions, day)).toContain(words)
})
