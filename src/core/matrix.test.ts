import { expect, test } from 'vitest'
import { Engagement, Matrix } from './matrix.ts'
import { sampleMatrix } from './testing/sample-matrix.ts'

const { activities: _, ...engagement } = sampleMatrix

test('the sample is a matrix, and without its activities an engagement', () => {
  expect(Matrix.parse(sampleMatrix)).toEqual(sampleMatrix)
  expect(Engagement.parse(engagement)).toEqual(engagement)
})

test('blanks around a text and around the name of a parameter fall away', () => {
  const parsed = Engagement.parse({ ...engagement, title: '  Sample \n', parameters: { ' channel ': ' the portal ' } })
  expect([parsed.title, parsed.parameters]).toEqual(['Sample', { channel: 'the portal' }])
})

test.each([
  ['of another format', { format: 'demarc/matrix@2' }],
  ['without a framework', { frameworks: [] }],
  ['without a scope', { scopes: [] }],
  ['without parties', { parties: [] }],
  ['with a party called "unassigned"', { parties: [{ id: 'unassigned', kind: 'provider', legalName: 'Nobody Inc.' }] }],
  ['with a party of no kind', { parties: [{ id: 'msp', kind: 'vendor', legalName: 'Sample IT' }] }],
  ['with a party without its legal name', { parties: [{ id: 'msp', kind: 'msp' }] }],
  ['with a framework that is nobody’s assessment', { frameworks: [{ id: 'sample' }] }],
  ['with an offering that nobody delivers', { offerings: [{ id: 'help-desk' }] }],
  ['with an offering in no scope at all', { offerings: [{ id: 'help-desk', by: 'msp', scopes: [] }] }],
  ['with a number for an answer', { parameters: { hours: 24 } }],
  ['with an empty answer', { parameters: { channel: ' ' } }],
  ['effective on a day that is none', { agreement: { effective: '2026-13-01' } }],
  ['reviewed at a time of day', { review: { last: '2026-01-01T00:00:00Z' } }],
  ['with a decision of no kind', { decisions: [{ ref: 'sample:AC-2', kind: 'ignored' }] }],
  ['with a field nobody knows', { party: [] }],
])('no matrix %s', (_name, change) => {
  expect(Matrix.safeParse({ ...sampleMatrix, ...change }).success).toBe(false)
})
