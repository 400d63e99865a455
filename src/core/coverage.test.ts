import { describe, expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import type { Context } from './context.ts'
import { coverage } from './coverage.ts'
import type { ObjectiveCoverage } from './coverage.ts'
import { tally, tallyByFamily, tallyByFramework } from './coverage-summary.ts'
import type { Decision } from './decision.ts'
import type { Matrix } from './matrix.ts'
import {
  accessReview,
  dutyWith,
  leaver,
  matrixOf,
  policyApproval,
  sampleContext,
  sampleMatrix,
  visitorEscort,
} from './testing/sample-matrix.ts'
import { twoFrameworkMatrix, twoFrameworks } from './testing/trust-framework.ts'

function of(ref: string, matrix: Matrix, context: Context = sampleContext): ObjectiveCoverage {
  return coverage(matrix, context).objectives.find(({ target }) => target.ref === ref)!
}

function reasons(ref: string, matrix: Matrix, context?: Context): readonly string[] {
  const { status, reasons: found } = of(ref, matrix, context)
  expect(status).toBe(found.length === 0 ? 'settled' : 'open')
  return found
}

const review = (change: Partial<Activity>): Activity => ({ ...accessReview, ...change })
const [list, answer] = accessReview.duties as readonly [Activity['duties'][number], Activity['duties'][number]]

test('the sample is settled throughout', () => {
  expect(coverage(sampleMatrix, sampleContext).objectives.map(({ target, status }) => [target.ref, status])).toEqual([
    ['sample:AC-1[a]', 'settled'],
    ['sample:AC-1[b]', 'settled'],
    ['sample:AC-2', 'settled'],
    ['sample:AC-3', 'settled'],
    ['sample:DOC-1', 'settled'],
  ])
})

test.each<readonly [string, readonly Activity[], readonly string[]]>([
  ['no activity covers it', [], ['nobody']],
  ['its activity covers another', [review({ covers: ['sample:AC-3'] })], ['nobody']],
  ['nobody has a duty', [review({ duties: [] })], ['nobody']],
  ['it is only paid for', [review({ duties: [{ ...answer, kind: 'pays' }] })], ['nobody']],
  ['nobody is accountable', [review({ accountable: [] })], ['nobody']],
  ['accountable is said to be nobody', [review({ accountable: 'unassigned' })], ['nobody']],
  ['two are accountable', [review({ accountable: ['msp', 'client'] })], ['two-hold-it']],
  ['a duty is nobody’s', [review({ duties: [list, { ...answer, party: 'unassigned' }] })], ['untaken']],
  ['the party is not contracted for it', [review({ duties: [{ ...list, offering: 'backup' }, answer] })], ['untaken']],
  ['another party is contracted for it', [review({ duties: [{ ...list, party: 'night-soc' }, answer] })], ['untaken']],
  ['the parts do not meet', [review({ handoff: undefined })], ['no-split']],
  ['the hand-off says nothing', [review({ handoff: 'Shared responsibility' })], ['no-split']],
  ['both do the same', [review({ duties: [list, { ...list, party: 'client', offering: undefined }] })], ['no-split']],
  ['a duty is vague', [review({ duties: [list, { ...answer, does: 'Assist with reviews as needed' }] })], ['vague']],
  [
    'a time is open-ended',
    [review({ duties: [list, { ...answer, timing: { within: 'promptly', after: 'the list arrives' } }] })],
    ['vague'],
  ],
  ['a question has no answer', [review({ duties: [list, { ...answer, role: 'owner of {site}' }] })], ['unfilled']],
  ['a duty names no evidence', [review({ duties: [list, { ...answer, evidence: [] }] })], ['no-evidence']],
  ['its evidence is "TBD"', [review({ duties: [list, { ...answer, evidence: [{ what: 'TBD' }] }] })], ['no-evidence']],
  [
    'its evidence was never thought of',
    [review({ duties: [list, { ...answer, evidence: undefined }] })],
    ['no-evidence'],
  ],
  [
    'several things are wrong, in a fixed order',
    [review({ accountable: [], handoff: 'Shared', duties: [list, { ...answer, evidence: [] }] })],
    ['nobody', 'no-split', 'no-evidence'],
  ],
  [
    'one of its two activities is sound, the other not',
    [accessReview, review({ id: 'second', duties: [] })],
    ['nobody'],
  ],
  ['nothing is wrong', [accessReview], []],
  [
    'a third party only pays',
    [
      review({
        duties: [
          list,
          answer,
          dutyWith({ party: 'night-soc', offering: undefined, kind: 'pays', does: 'Pay for the licences' }),
        ],
      }),
    ],
    [],
  ],
])('when %s', (_, activities, expected) => {
  expect(reasons('sample:AC-2', matrixOf(...activities))).toEqual(expected)
})

test.each([
  ['a party disputes its row', { disputed: new Set(['access-review']) }, ['disputed']],
  ['a party disputes another row', { disputed: new Set(['visitor-escort']) }, []],
  [
    'documents contradict each other about it',
    { contradicted: new Map([['sample:AC-2', 'two documents say who reviews']]) },
    ['contradicted'],
  ],
])('when %s', (_, known, expected) => {
  expect(reasons('sample:AC-2', sampleMatrix, { ...sampleContext, ...known })).toEqual(expected)
})

test('whether answers were considered is said', () => {
  expect(coverage(sampleMatrix, sampleContext).answersConsidered).toBe(false)
  expect(coverage(sampleMatrix, { ...sampleContext, disputed: new Set() }).answersConsidered).toBe(true)
})

const office = review({ covers: [{ ref: 'sample:AC-2', part: 'the office' }] })
const plant = review({ id: 'plant-review', covers: [{ ref: 'sample:AC-2', part: 'the plant' }] })
const parts = { 'sample:AC-2': ['the office', 'the plant'] }

test.each<readonly [string, Partial<Matrix>, readonly string[]]>([
  ['one part is taken', { parts, activities: [office] }, ['part-missing']],
  ['every part is taken', { parts, activities: [office, plant] }, []],
  ['nobody said which parts there are', { activities: [office, plant] }, ['part-missing']],
  ['one activity serves the whole', { parts, activities: [accessReview] }, []],
  [
    'a part that was not declared is taken',
    { parts, activities: [office, review({ id: 'ship', covers: [{ ref: 'sample:AC-2', part: 'the ship' }] })] },
    ['part-missing'],
  ],
  [
    'different parties answer for different parts',
    { parts, activities: [office, { ...plant, accountable: 'msp' }] },
    [],
  ],
  [
    'two answer for the same part',
    { parts, activities: [office, plant, { ...plant, id: 'again', accountable: 'msp' }] },
    ['two-hold-it'],
  ],
  [
    'two answer for the whole',
    { activities: [accessReview, review({ id: 'again', accountable: 'msp' })] },
    ['two-hold-it'],
  ],
  ['one party answers for it twice', { activities: [accessReview, review({ id: 'again' })] }, []],
  [
    'one answers for the whole, another for a part',
    { parts, activities: [accessReview, { ...plant, accountable: 'msp' }] },
    [],
  ],
])('in parts, when %s', (_, change, expected) => {
  expect(reasons('sample:AC-2', { ...sampleMatrix, ...change })).toEqual(expected)
})

test('parts that the template declares count where the matrix declares none', () => {
  expect(reasons('sample:AC-2', matrixOf(office, plant), { ...sampleContext, parts })).toEqual([])
  expect(reasons('sample:AC-2', matrixOf(office), { ...sampleContext, parts })).toEqual(['part-missing'])
})

const scopes = [
  { id: 'managed', title: 'Managed' },
  { id: 'shop', title: 'Shop floor' },
]

test.each<readonly [string, readonly Activity[], readonly string[]]>([
  ['an activity for every scope', [accessReview], []],
  ['an activity for one scope only', [review({ scopes: ['managed'] })], ['nobody']],
  [
    'one for each',
    [review({ scopes: ['managed'] }), review({ id: 'shop-review', scopes: ['shop'], accountable: 'msp' })],
    [],
  ],
  [
    'one for each, one of them unsound',
    [review({ scopes: ['managed'] }), review({ id: 'shop-review', scopes: ['shop'], duties: [] })],
    ['nobody'],
  ],
  ['one for no scope at all', [review({ scopes: [] })], ['nobody']],
  [
    'two that hold it in the same scope',
    [accessReview, review({ id: 'shop-review', scopes: ['shop'], accountable: 'msp' })],
    ['two-hold-it'],
  ],
])('in two scopes, with %s', (_, activities, expected) => {
  expect(reasons('sample:AC-2', { ...sampleMatrix, scopes, activities })).toEqual(expected)
})

test('a gap names the scope and the activity that it is in', () => {
  const matrix = { ...sampleMatrix, scopes, activities: [review({ scopes: ['managed'] })] }
  expect(of('sample:AC-2', matrix).gaps).toEqual([
    { reason: 'nobody', message: 'no activity covers it', scope: 'shop' },
  ])
  expect(of('sample:AC-2', matrixOf(review({ accountable: [] }))).gaps).toEqual([
    { reason: 'nobody', message: 'nobody is accountable', scope: 'managed', activity: 'access-review' },
  ])
})

const decision: Decision = {
  ref: 'sample:AC-1',
  kind: 'not-applicable',
  by: 'Dana Reyes',
  reason: 'The sole owner is the only user',
  date: '2026-02-01',
}

test.each<readonly [string, Decision, readonly string[]]>([
  ['the objective', { ...decision, ref: 'sample:AC-1[a]' }, ['not-applicable', 'open']],
  ['the requirement', decision, ['not-applicable', 'not-applicable']],
  ['the requirement, in one scope of two', { ...decision, scope: 'managed' }, ['open', 'open']],
  ['the requirement, without a reason', { ...decision, reason: 'N/A' }, ['open', 'open']],
  ['the requirement, by nobody', { ...decision, by: undefined }, ['open', 'open']],
  ['an accepted risk', { ...decision, kind: 'accepted-risk' }, ['open', 'open']],
  ['an addressable alternative', { ...decision, kind: 'addressable-alternative' }, ['open', 'open']],
  ['a partial case', { ...decision, kind: 'partial-case' }, ['open', 'open']],
])('a decision about %s', (_, recorded, expected) => {
  const matrix = { ...sampleMatrix, scopes, decisions: [recorded], activities: [] }
  const found = coverage(matrix, sampleContext).objectives
  expect(found.slice(0, 2).map(({ status }) => status)).toEqual(expected)
  expect(found.slice(2).every(({ status }) => status === 'open')).toBe(true)
})

describe('a decision about a part', () => {
  const away = (part: string, change: Partial<Decision> = {}): Decision => ({
    ...decision,
    ref: 'sample:AC-2',
    part,
    ...change,
  })
  const status = (decisions: readonly Decision[], activities: readonly Activity[], of2 = sampleMatrix.scopes) => {
    const found = of('sample:AC-2', { ...sampleMatrix, scopes: of2, parts, decisions, activities })
    return [found.status, ...found.away]
  }

  test.each<readonly [string, readonly Decision[], readonly Activity[], readonly string[]]>([
    ['leaves the other part open', [away('the plant')], [], ['open', 'the plant']],
    ['leaves the other part to its row', [away('the plant')], [office], ['settled', 'the plant']],
    [
      'takes out the gaps of its row',
      [away('the plant')],
      [office, { ...plant, duties: [] }],
      ['settled', 'the plant'],
    ],
    ['takes nothing out without a reason', [away('the plant', { reason: 'N/A' })], [office], ['open']],
    ['takes nothing out of another kind', [away('the plant', { kind: 'accepted-risk' })], [office], ['open']],
    ['of which there is none takes nothing out', [away('the moon')], [office], ['open', 'the moon']],
    ['and about each other part takes out the whole', [away('the plant'), away('the office')], [], ['not-applicable']],
  ])('%s', (_, decisions, activities, expected) => expect(status(decisions, activities)).toEqual(expected))

  test('in one scope leaves it open in the other', () => {
    expect(status([away('the plant', { scope: 'shop' })], [office], scopes)).toEqual(['open'])
    expect(
      status([away('the plant', { scope: 'shop' }), away('the plant', { scope: 'managed' })], [office], scopes),
    ).toEqual(['settled', 'the plant'])
  })
})

test('where it applies in one scope only, that scope must be settled', () => {
  const decisions = [{ ...decision, scope: 'shop' }]
  expect(
    of('sample:AC-1[a]', { ...sampleMatrix, scopes, decisions, activities: [{ ...leaver, scopes: ['managed'] }] })
      .status,
  ).toBe('settled')
})

test('each framework in its chosen categories is reported, in the matrix’s order', () => {
  expect(
    coverage(twoFrameworkMatrix, twoFrameworks)
      .objectives.map(({ target }) => target.ref)
      .slice(-3),
  ).toEqual(['sample:DOC-1', 'trust:T1.1', 'trust:T2.1'])
})

test('the figures roll up to requirement, family and framework', () => {
  const proof = coverage(
    {
      ...twoFrameworkMatrix,
      decisions: [{ ...decision, ref: 'sample:DOC-1' }],
      activities: [leaver, policyApproval, visitorEscort],
    },
    twoFrameworks,
  )
  const open = coverage(matrixOf(), sampleContext).objectives
  expect(tally(open)).toEqual({
    objectives: 5,
    settled: 0,
    notApplicable: 0,
    open: 5,
    requirements: 4,
    requirementsOpen: 4,
  })
  expect(Object.fromEntries(tallyByFramework(proof))).toEqual({
    sample: { objectives: 5, settled: 3, notApplicable: 1, open: 1, requirements: 4, requirementsOpen: 1 },
    trust: { objectives: 2, settled: 0, notApplicable: 0, open: 2, requirements: 2, requirementsOpen: 2 },
  })
  expect([...tallyByFamily(proof.objectives).keys()]).toEqual(['AC', 'DOC', 'T'])
})
