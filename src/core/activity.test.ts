import { expect, test } from 'vitest'
import { accountableParties, Activity, coverPart, coverRef } from './activity.ts'
import { leaver } from './testing/sample-matrix.ts'

test.each([
  ['the sample', leaver],
  [
    'a draft that nobody has divided',
    { id: 'leaver', title: 'Remove access', topic: 'identity', covers: [], duties: [] },
  ],
  ['one with two accountable parties, which a check will name', { ...leaver, accountable: ['msp', 'client'] }],
  ['one that serves a part', { ...leaver, covers: [{ ref: 'sample:AC-2', part: 'the office' }] }],
  ['one limited to a scope', { ...leaver, scopes: ['office'] }],
  ['one with a question', { ...leaver, placeholders: { channel: { ask: 'Where do requests go' } } }],
  ['one that changes where nobody delivers', { ...leaver, withoutOffering: { accountable: 'client', duties: [] } }],
  ['one that its reader has reviewed', { ...leaver, reviewed: { by: 'Dana Reyes', date: '2026-02-01' } }],
])('an activity: %s', (_, written) => {
  expect(Activity.parse(written)).toEqual(written)
})

test.each([
  ['without an id', { ...leaver, id: undefined }],
  ['with a title as id', { ...leaver, id: 'Leaver access' }],
  ['whose ownership is written down', { ...leaver, ownership: 'shared' }],
  ['that cites without a framework', { ...leaver, covers: ['AC.L2-3.1.1[a]'] }],
  ['that cites nothing in a framework', { ...leaver, covers: ['sample:'] }],
  ['that cites with half a character', { ...leaver, covers: ['sample:\ud800'] }],
  ['with a part of nothing', { ...leaver, covers: [{ part: 'the office' }] }],
  ['with an empty part', { ...leaver, covers: [{ ref: 'sample:AC-2', part: '' }] }],
  ['with its duties in a text', { ...leaver, duties: 'MSP disables' }],
  ['reviewed by nobody', { ...leaver, reviewed: { date: '2026-02-01' } }],
])('no activity %s', (_, written) => {
  expect(Activity.safeParse(written).success).toBe(false)
})

test('evidence in short becomes evidence in full', () => {
  const parsed = Activity.parse({ ...leaver, duties: [{ party: 'msp', does: 'Disable', evidence: ['closed ticket'] }] })
  expect(parsed.duties[0]?.evidence).toEqual([{ what: 'closed ticket' }])
})

test.each([
  ['the whole', 'sample:AC-2', 'sample:AC-2', undefined],
  ['a part', { ref: 'sample:AC-2', part: 'the office' }, 'sample:AC-2', 'the office'],
])('a cover of %s', (_, cover, ref, part) => {
  expect([coverRef(cover), coverPart(cover)]).toEqual([ref, part])
})

test.each([
  ['nobody', undefined, []],
  ['one party', 'msp', ['msp']],
  ['nobody, said so', 'unassigned', []],
  ['two', ['msp', 'client'], ['msp', 'client']],
  ['one, and nobody for the rest', ['msp', 'unassigned'], ['msp']],
  ['an empty list', [], []],
])('accountable: %s', (_, accountable, parties) => {
  expect(accountableParties(accountable === undefined ? {} : { accountable })).toEqual(parties)
})
