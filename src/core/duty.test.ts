import { expect, test } from 'vitest'
import { Duty, Evidence, isPerformed } from './duty.ts'

test.each([
  ['an artefact in short', 'closed ticket', { what: 'closed ticket' }],
  ['with blanks around it', ' closed ticket ', { what: 'closed ticket' }],
  [
    'an artefact in full',
    { what: 'export', from: 'the directory', keptAt: 'the ticket', lastSeen: '2026-03-01', sha256: 'a'.repeat(64) },
    { what: 'export', from: 'the directory', keptAt: 'the ticket', lastSeen: '2026-03-01', sha256: 'a'.repeat(64) },
  ],
])('evidence: %s', (_, written, read) => {
  expect(Evidence.parse(written)).toEqual(read)
})

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['a file itself', { what: 'log', content: 'c2VjcmV0' }],
  ['a hash in capitals', { what: 'log', sha256: 'A'.repeat(64) }],
  ['half a hash', { what: 'log', sha256: 'ab12' }],
  ['a day that is none', { what: 'log', lastSeen: '2026-02-30' }],
  ['a number', 7],
])('evidence is not %s', (_, written) => {
  expect(Evidence.safeParse(written).success).toBe(false)
})

const duty = { party: 'msp', does: 'Disable the accounts' }

test.each([
  ['the shortest', duty],
  ['nobody’s yet', { ...duty, party: 'unassigned' }],
  ['paid for', { ...duty, kind: 'pays' }],
  ['about the party itself', { ...duty, own: true }],
  [
    'resting on a document',
    { ...duty, basis: { document: 'Night SOC matrix', version: '3', date: '2026-01-01', place: 'row 12' } },
  ],
])('a duty: %s', (_, written) => {
  expect(Duty.parse(written)).toEqual(written)
})

test.each([
  ['without a party', { does: 'Disable the accounts' }],
  ['of two parties', { ...duty, party: ['msp', 'client'] }],
  ['of a party by its name', { ...duty, party: 'Sample IT LLC' }],
  ['that says nothing', { ...duty, does: ' ' }],
  ['with half a character', { ...duty, does: 'Disable \ud83d' }],
  ['with a field nobody knows', { ...duty, responsable: 'msp' }],
  ['done by being informed', { ...duty, kind: 'informed' }],
  ['whose "own" is a word', { ...duty, own: 'yes' }],
])('no duty %s', (_, written) => {
  expect(Duty.safeParse(written).success).toBe(false)
})

test.each([
  ['the MSP does it', duty, true],
  ['the client pays for it', { ...duty, kind: 'pays' as const }, false],
  ['nobody has taken it', { ...duty, party: 'unassigned' }, false],
])('performed when %s: %o', (_, written, performed) => {
  expect(isPerformed(written)).toBe(performed)
})
