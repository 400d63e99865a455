import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { Refusal } from '../refusal.ts'
import { accessReview, dutyWith, leaver, matrixOf, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { between, cellsOf, shown } from './testing/readings.ts'

const [notify, disable] = leaver.duties as readonly [Duty, Duty]

/** What is told of one row, a line each. */
function told(change: Partial<Activity>): readonly string[] {
  const paper = between(matrixOf(leaver), matrixOf({ ...leaver, ...change }))
  return paper.sections
    .filter(({ heading, level }) => level === 2 && heading === (change.title ?? leaver.title))
    .flatMap(({ blocks }) => blocks.flatMap((block) => cellsOf(block).map((cell) => cell.map(shown).join(' '))))
    .filter((line) => !line.startsWith('Stands in'))
}

function headings(before: Matrix, after: Matrix): readonly string[] {
  return between(before, after).sections.map(({ number, heading }) => `${number ?? ''} ${heading}`.trim())
}

test('a duty that passes is told from whom to whom, with what it says', () => {
  expect(told({ duties: [notify, { ...disable, party: 'night-soc', role: 'analyst', offering: undefined }] })).toEqual([
    'Duty that passes:  Passes from [-Sample IT LLC-] to {+Night SOC Inc.+}: “Disable the person’s accounts and end their sessions” When: within 24 hours after the client’s notice Role: [-service desk-] {+analyst+} Under the offering: [-help desk-]',
    'The other duty of this row is unchanged.',
  ])
})

test.each<readonly [string, Partial<Activity>, readonly string[]]>([
  ['who answers', { accountable: 'msp' }, ['Accountable:  [-Sample Dental PC-] {+Sample IT LLC+}']],
  ['nobody answers', { accountable: undefined }, ['Accountable:  [-Sample Dental PC-] {+nobody+}']],
  [
    'a limit',
    { duties: [notify, { ...disable, timing: { within: '48 hours', after: 'the client’s notice' } }] },
    [
      'Duty: time:  Sample IT LLC “Disable the person’s accounts and end their sessions” When: within [-24-] {+48+} hours after the client’s notice (a longer limit)',
    ],
  ],
  [
    'a duty put in front',
    { duties: [dutyWith({ party: 'client', does: 'Collect the keys', offering: undefined }), notify, disable] },
    [
      'New duty:  {+Sample Dental PC+} {+“Collect the keys”+} When: {+within 24 hours after the notice+} Shown by: {+closed ticket+}',
    ],
  ],
  [
    'a duty less',
    { duties: [notify] },
    [
      'Duty that ends:  [-Sample IT LLC-] [-“Disable the person’s accounts and end their sessions”-] When: [-within 24 hours after the client’s notice-] Role: [-service desk-] Under the offering: [-help desk-] Shown by: [-closed ticket listing each account with the time disabled-]',
    ],
  ],
  [
    'paying instead of doing',
    { duties: [notify, { ...disable, kind: 'pays' }] },
    [
      'Duty: basis:  Sample IT LLC “Disable the person’s accounts and end their sessions” When: within 24 hours after the client’s notice Does it or pays for it: {+pays for it+}',
    ],
  ],
  [
    'the hand-off',
    {
      handoff: 'The client’s notice opens the ticket; the MSP confirms on it within a day which accounts were closed.',
    },
    [
      'Hand-off:  The client’s notice opens the ticket; the MSP confirms on it [-the same-] {+within a+} day which accounts were closed.',
    ],
  ],
  ['the objectives', { covers: ['sample:AC-1[a]', 'sample:AC-2'] }, ['Objectives:  AC-1[a]; [-AC-1[b]-]; {+AC-2+}']],
  ['a scope', { scopes: ['managed'] }, ['Holds for:  [-every scope-]; {+Systems that the MSP manages+}']],
  [
    'the title',
    { title: 'Remove a leaver’s access everywhere' },
    ['Title:  Remove a leaver’s access [-in the managed systems-] {+everywhere+}'],
  ],
])('%s', (_, change, expected) => {
  expect(told(change).slice(0, expected.length)).toEqual(expected)
})

test('each row stands under the gravest of its changes, whole, and the sections go from grave to slight', () => {
  const after: Matrix = {
    ...sampleMatrix,
    review: {},
    activities: [
      { ...accessReview, title: 'Review access', handoff: 'By ticket, the same day' },
      {
        ...leaver,
        accountable: 'msp',
        duties: [{ ...notify, timing: { within: '1 hour', after: 'the decision' } }, disable],
        trap: 'Tokens live on',
      },
      { ...visitorEscort, id: 'visitors-plant', title: 'Escort visitors in the plant' },
    ],
  }
  expect(headings(sampleMatrix, after)).toEqual([
    'Summary',
    '1 Responsibility',
    `1.1 ${leaver.title}`,
    '2 Rows added',
    '2.1 Escort visitors in the plant',
    '3 Rows removed',
    '3.1 Escort visitors in the client’s offices',
    '3.2 Approve and publish the security policies',
    '4 Wording',
    '4.1 Review access',
    '5 Objectives whose standing changes',
    '6 Parties, agreement, offerings, decisions and answers',
    '7 Order, and what has no effect on anybody’s duties',
  ])
})

test('an answer is told once, with the rows that read otherwise', () => {
  const paper = between(sampleMatrix, { ...sampleMatrix, parameters: { 'request channel': 'the client portal' } })
  const lines = paper.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => cellsOf(block).map((cell) => cell.map(shown).join(' '))),
  )
  expect(lines.filter((line) => line.includes('portal'))).toEqual([
    `{request channel}:  the [-service-desk-] {+client+} portal One row reads accordingly: A-1.1 ${leaver.title}`,
  ])
})

test('the figures count what the sections tell', () => {
  const moved = {
    ...disable,
    party: 'night-soc',
    offering: undefined,
    timing: { within: '1 hour', after: 'the client’s notice' },
  }
  const paper = between(
    matrixOf(leaver, visitorEscort),
    matrixOf({ ...leaver, accountable: 'msp', duties: [notify, moved] }),
  )
  const figures = paper.sections[0]!.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
  expect(figures.map(([label, cell]) => `${label}: ${cell.map(shown).join('; ')}`).slice(0, 4)).toEqual([
    'Responsibility: 1 duty passes to another party; 1 row changes its accountable party',
    'Time: 1 time limit or cadence changes: 1 shorter',
    'Rows: 1 row removed',
    'Objectives: 1 becomes open',
  ])
})

test('the figures name what changes around the rows', () => {
  const after: Matrix = { ...sampleMatrix, parameters: {}, review: {}, agreement: { title: 'Another agreement' } }
  const figures = between(sampleMatrix, after).sections[0]!.blocks.flatMap((block) =>
    block.kind === 'facts' ? block.rows : [],
  )
  expect(figures.map(([label, cell]) => `${label}: ${cell.map(shown).join('; ')}`)).toContain(
    'Engagement: changes in: Agreement; Review; Answers to the questions in the rows',
  )
})

test('what many rows share without effect is told once', () => {
  const from = (version: string): Matrix =>
    matrixOf(...[leaver, accessReview].map((row) => ({ ...row, origin: { template: 'library', version } })))
  const table = between(from('1.0'), from('1.1')).sections.at(-1)!.blocks.flatMap(cellsOf)
  expect(table.map((cell) => cell.map(shown))).toEqual([
    ['version of the template: [-1.0-] {+1.1+}', 'every row that stands in both revisions'],
  ])
})

test('two of the same text are said to be identical', () => {
  expect(headings(sampleMatrix, structuredClone(sampleMatrix))).toEqual(['The texts are identical'])
  expect(between(sampleMatrix, sampleMatrix).cover?.notice).toBe('The two texts are the same.')
})

test('matrices of two engagements are refused', () => {
  expect(() => between(sampleMatrix, { ...sampleMatrix, id: 'other' })).toThrow(Refusal)
  expect(() => between(sampleMatrix, { ...sampleMatrix, id: 'other' })).toThrow('"sample-dental" and "other"')
})

const night = { ...disable, party: 'night-soc', offering: undefined }

/** Rows of the same words, each with its own id. */
function rowsWith(count: number, duties: readonly Duty[]): Matrix {
  return matrixOf(...Array.from({ length: count }, (_, index) => ({ ...leaver, id: `row-${index}`, duties })))
}

test.each<readonly [number, readonly string[]]>([
  [
    1,
    [
      `In “${leaver.title}” (1.1), the duty “Disable the person’s accounts and end their sessions” passes from Sample IT LLC to Night SOC Inc.`,
    ],
  ],
  [20, ['20 duties pass from Sample IT LLC to Night SOC Inc. (items 1.1–1.20).']],
])('what passes in %d rows is said in sentences that one can take in', (count, expected) => {
  const paper = between(rowsWith(count, [notify, disable]), rowsWith(count, [notify, night]))
  const lists = paper.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'list'))
  expect(lists.flatMap((block) => cellsOf(block).flat().map(shown))).toEqual(expected)
})
