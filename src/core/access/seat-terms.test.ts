import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { refuseTerms } from './seat-terms.ts'

const now = '2026-03-14T09:00:00.000Z'
const later = '2026-03-14T09:00:00.001Z'

test.each([
  ['an assessor until later', { role: 'assessor', endsAt: later }],
  ['a signatory until somebody ends it', { role: 'signatory' }],
  ['a reviewer until later', { role: 'reviewer', endsAt: later }],
] as const)('%s', (_, terms) => {
  expect(() => refuseTerms(terms, now)).not.toThrow()
})

test.each([
  ['an assessor without an end', { role: 'assessor' }],
  ['an assessor until now', { role: 'assessor', endsAt: now }],
  ['a reviewer until yesterday', { role: 'reviewer', endsAt: '2026-03-13T09:00:00.000Z' }],
] as const)('not %s', (_, terms) => {
  expect(() => refuseTerms(terms, now)).toThrow(Refusal)
})
