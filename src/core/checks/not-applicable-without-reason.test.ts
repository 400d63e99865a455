import { expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import { activityWith, dutyWith, leaver, matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkNotApplicableWithoutReason } from './not-applicable-without-reason.ts'

const decision: Decision = {
  ref: 'sample:AC-3',
  kind: 'not-applicable',
  by: 'A. Client, managing partner',
  reason: 'The client has no premises: everybody works from home under the remote-work agreement.',
  date: '2026-02-01',
}
const decided = (change: Partial<Decision>) => ({ ...sampleMatrix, decisions: [{ ...decision, ...change }] })
const { reason: _r, ...unreasoned } = decision
const { by: _b, ...unnamed } = decision
const { date: _d, ...undated } = decision

test.each([
  ['there is no reason', { ...sampleMatrix, decisions: [unreasoned] }, 'decisions[0].reason'],
  ['the reason is "N/A"', decided({ reason: 'N/A' }), 'decisions[0].reason'],
  [
    'the reason is "Not applicable (client responsibility)"',
    decided({ reason: 'Not applicable (client responsibility)' }),
    'decisions[0].reason',
  ],
  ['nobody decided', { ...sampleMatrix, decisions: [unnamed] }, 'decisions[0].by'],
  ['there is no date', { ...sampleMatrix, decisions: [undated] }, 'decisions[0].date'],
  [
    'an accepted risk has no reason',
    { ...sampleMatrix, decisions: [{ ...unreasoned, kind: 'accepted-risk' as const }] },
    'decisions[0].reason',
  ],
  [
    'the alternative is to a required specification',
    decided({ ref: 'sample:AC-2', kind: 'addressable-alternative' }),
    'decisions[0].kind',
  ],
  [
    'a part is named that the objective does not have',
    { ...decided({ ref: 'sample:AC-2', part: 'the moon' }), parts: { 'sample:AC-2': ['the office', 'the plant'] } },
    'decisions[0].part',
  ],
  [
    'a part has an accepted risk',
    {
      ...decided({ ref: 'sample:AC-2', part: 'the plant', kind: 'accepted-risk' }),
      parts: { 'sample:AC-2': ['the office', 'the plant'] },
    },
    'decisions[0].part',
  ],
])('an error when %s', (_, matrix, at) => {
  expect(checkNotApplicableWithoutReason(matrix, sampleContext)).toMatchObject([
    { code: 'not-applicable-without-reason', severity: 'error', activity: null, at },
  ])
})

test.each(['N/A', 'N/A (client responsibility)', 'Not applicable', 'None', 'No responsibility', 'n/a - client owns'])(
  'an error when a duty says "%s"',
  (does) => {
    expect(checkNotApplicableWithoutReason(matrixOf(activityWith(dutyWith({ does }))), sampleContext)).toMatchObject([
      {
        activity: leaver.id,
        at: `activities.${leaver.id}.duties[0].does`,
        message: expect.stringContaining(`"${does}"`) as string,
      },
    ])
  },
)

test.each([
  ['the sample', sampleMatrix],
  ['a reasoned decision', decided({})],
  [
    'a reasoned decision about a part',
    { ...decided({ ref: 'sample:AC-2', part: 'the plant' }), parts: { 'sample:AC-2': ['the office', 'the plant'] } },
  ],
  [
    'an accepted risk with its reason',
    decided({ kind: 'accepted-risk', reason: 'Two visitors a year, always with the owner.' }),
  ],
  [
    'an alternative to an addressable specification',
    decided({ kind: 'addressable-alternative', reason: 'A locked reception replaces the escort.' }),
  ],
  [
    'an alternative to one of its objectives',
    decided({
      ref: 'sample:AC-1[a]',
      kind: 'addressable-alternative',
      reason: 'The client has no leavers list; HR closes accounts itself.',
    }),
  ],
  ['an id that nobody knows: another check', decided({ ref: 'sample:AC-9', kind: 'addressable-alternative' })],
  [
    'a duty with a verb',
    matrixOf(activityWith(dutyWith({ does: 'None of the leavers keeps a badge: collect each one' }))),
  ],
])('nothing for %s', (_, matrix) => {
  expect(checkNotApplicableWithoutReason(matrix, sampleContext)).toEqual([])
})

test.each([
  ['tomorrow', '2026-11-24', ['decisions[0].date']],
  ['today', '2026-11-23', []],
  ['long ago', '2024-01-02', []],
])('dated %s', (_, date, places) => {
  const found = checkNotApplicableWithoutReason(decided({ date }), { ...sampleContext, today: '2026-11-23' })
  expect(found.map(({ at }) => at)).toEqual(places)
})

test.each([['MSP'], ['the client'], ['N/A'], ['-'], ['nobody'], ['MSP engineer']])(
  '%s is no person who decides',
  (by) => {
    expect(checkNotApplicableWithoutReason(decided({ by }), sampleContext).map(({ at }) => at)).toEqual([
      'decisions[0].by',
    ])
  },
)

test.each([
  ['Too expensive'],
  ['No budget'],
  ['We do not want to'],
  ['because'],
  ['x'],
  ['MSP does this'],
  ['n/a to us'],
])('"%s" is no reason', (reason) => {
  expect(checkNotApplicableWithoutReason(decided({ reason }), sampleContext).map(({ at }) => at)).toEqual([
    'decisions[0].reason',
  ])
})
