import { expect, test } from 'vitest'
import { accessReview, leaver } from './testing/sample-matrix.ts'
import { wordingKey } from './wording-key.ts'

test('sixteen hexadecimal digits, the same each time', () => {
  expect(wordingKey(leaver)).toMatch(/^[0-9a-f]{16}$/)
  expect(wordingKey(structuredClone(leaver))).toBe(wordingKey(leaver))
  expect(wordingKey(leaver)).not.toBe(wordingKey(accessReview))
})

test.each([
  ['the title', { ...leaver, title: 'Remove access' }],
  ['what a duty does', { ...leaver, duties: leaver.duties.map((duty) => ({ ...duty, does: `${duty.does} now` })) }],
  [
    'a time',
    {
      ...leaver,
      duties: leaver.duties.map((duty) => ({ ...duty, timing: { within: '1 hour', after: 'the notice' } })),
    },
  ],
  [
    'the evidence',
    { ...leaver, duties: leaver.duties.map((duty) => ({ ...duty, evidence: [{ what: 'a photograph' }] })) },
  ],
  ['the hand-off', { ...leaver, handoff: 'The client calls; the MSP acts within 1 hour.' }],
])('another key when %s changes', (_, changed) => {
  expect(wordingKey(changed)).not.toBe(wordingKey(leaver))
})

test.each([
  ['the party', { ...leaver, duties: leaver.duties.map((duty) => ({ ...duty, party: 'night-soc' })) }],
  ['what it covers', { ...leaver, covers: ['sample:AC-2'] }],
  ['its scopes', { ...leaver, scopes: ['managed'] }],
  [
    'the order of a timing’s fields',
    {
      ...leaver,
      duties: leaver.duties.map((duty) => ({
        ...duty,
        timing: Object.fromEntries(Object.entries(duty.timing!).toReversed()) as { every: string },
      })),
    },
  ],
])('the same key when %s changes', (_, changed) => {
  expect(wordingKey(changed)).toBe(wordingKey(leaver))
})
