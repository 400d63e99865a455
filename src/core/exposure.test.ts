import { expect, test } from 'vitest'
import { coverage } from './coverage.ts'
import type { Decision } from './decision.ts'
import { designations } from './designations.ts'
import { ceilings, departure, pointsByParty, withoutParty } from './exposure.ts'
import type { Framework } from './framework.ts'
import type { Matrix } from './matrix.ts'
import { sampleFramework } from './testing/sample-framework.ts'
import {
  accessReview,
  leaver,
  matrixOf,
  policyApproval,
  sampleContext,
  sampleMatrix,
  visitorEscort,
} from './testing/sample-matrix.ts'
import { twoFrameworkMatrix, twoFrameworks } from './testing/trust-framework.ts'

const partialFramework: Framework = {
  ...sampleFramework,
  requirements: sampleFramework.requirements.map((requirement) =>
    requirement.id === 'AC-1'
      ? { ...requirement, attributes: { weight: { value: 3, partial: { value: 2, when: 'only for remote users' } } } }
      : requirement,
  ),
}
const partialContext = { ...sampleContext, frameworks: new Map([['sample', partialFramework]]) }

function ceiling(matrix: Matrix, context = sampleContext) {
  return ceilings(matrix, context).get('sample')!
}

test.each([
  ['everything is settled', sampleMatrix, 6, [], false],
  ['nothing is', matrixOf(), 0, ['AC-1 3', 'AC-2 1', 'AC-3 1', 'DOC-1 1'], true],
  [
    'one objective of a requirement is open',
    matrixOf({ ...leaver, covers: ['sample:AC-1[a]'] }, accessReview, visitorEscort, policyApproval),
    3,
    ['AC-1 3'],
    false,
  ],
  [
    'the one is open without which no score can be submitted',
    matrixOf(leaver, accessReview, visitorEscort),
    5,
    ['DOC-1 1'],
    true,
  ],
])('the ceiling when %s', (_, matrix, score, lost, withheld) => {
  const found = ceiling(matrix)
  expect(found.score).toBe(score)
  expect(found.lost.map(({ requirement, points }) => `${requirement.id} ${points}`)).toEqual(lost)
  expect(found.withheld).toBe(withheld)
})

test('what does not apply costs nothing', () => {
  const decisions: readonly Decision[] = [
    {
      ref: 'sample:AC-1',
      kind: 'not-applicable',
      by: 'Dana Reyes',
      reason: 'The sole owner is the only user',
      date: '2026-02-01',
    },
  ]
  expect(ceiling({ ...matrixOf(accessReview, visitorEscort, policyApproval), decisions }).score).toBe(6)
})

test('a framework that scores nothing has no ceiling', () => {
  expect([...ceilings(twoFrameworkMatrix, twoFrameworks).keys()]).toEqual(['sample'])
})

const partial: Decision = {
  ref: 'sample:AC-1',
  kind: 'partial-case',
  by: 'Dana Reyes',
  reason: 'Local sign-ins have one factor until May',
  date: '2026-02-01',
}
const scopes = [
  { id: 'managed', title: 'Managed' },
  { id: 'shop', title: 'Shop floor' },
]
const allButLeaver = [accessReview, visitorEscort, policyApproval]

test.each<readonly [string, Partial<Matrix>, number]>([
  ['all is settled but only the partial case is met', { decisions: [partial] }, 4],
  ['it is open, and the partial case is met', { decisions: [partial], activities: allButLeaver }, 4],
  ['the decision names its second objective', { decisions: [{ ...partial, ref: 'sample:AC-1[b]' }] }, 4],
  ['the decision gives no reason', { decisions: [{ ...partial, reason: 'N/A' }] }, 6],
  [
    'the decision gives no reason, and it is open',
    { decisions: [{ ...partial, reason: 'N/A' }], activities: allButLeaver },
    3,
  ],
  ['it concerns a requirement without a partial case', { decisions: [{ ...partial, ref: 'sample:AC-2' }] }, 6],
  ['it is met in one scope, all is settled', { scopes, decisions: [{ ...partial, scope: 'shop' }] }, 4],
  [
    'it is met in one scope, and open',
    { scopes, decisions: [{ ...partial, scope: 'shop' }], activities: allButLeaver },
    3,
  ],
  [
    'it is met in each scope, and open',
    {
      scopes,
      decisions: [
        { ...partial, scope: 'shop' },
        { ...partial, scope: 'managed' },
      ],
      activities: allButLeaver,
    },
    4,
  ],
])('the partial case when %s', (_, change, score) => {
  expect(ceiling({ ...sampleMatrix, ...change }, partialContext).score).toBe(score)
})

test('points rest on everyone who does, pays or answers; they do not add up', () => {
  expect(pointsByParty(sampleMatrix, coverage(sampleMatrix, sampleContext), 'sample')).toEqual({
    msp: 4,
    client: 6,
    'night-soc': 0,
  })
})

test('a party that answers without a duty carries its points too', () => {
  const matrix = matrixOf({ ...visitorEscort, accountable: 'night-soc' })
  expect(pointsByParty(matrix, coverage(matrix, sampleContext), 'sample')).toEqual({
    msp: 0,
    client: 1,
    'night-soc': 1,
  })
})

test('points of another framework do not count', () => {
  expect(pointsByParty(twoFrameworkMatrix, coverage(twoFrameworkMatrix, twoFrameworks), 'trust')).toEqual({
    msp: 0,
    client: 0,
    'night-soc': 0,
  })
})

test('whoever leaves orphans what was settled with it', () => {
  const { orphans, matrix } = departure(sampleMatrix, sampleContext, 'msp')
  expect(orphans).toEqual(['sample:AC-1[a]', 'sample:AC-1[b]', 'sample:AC-2'])
  expect(ceiling(matrix).score).toBe(2)
  expect(departure(sampleMatrix, sampleContext, 'night-soc').orphans).toEqual([])
})

test('what was open before is no orphan', () => {
  const matrix = matrixOf({ ...accessReview, accountable: [] }, leaver)
  expect(departure(matrix, sampleContext, 'msp').orphans).toEqual(['sample:AC-1[a]', 'sample:AC-1[b]'])
})

test('nobody takes the place of a party that leaves', () => {
  const after = withoutParty(matrixOf({ ...accessReview, accountable: ['msp', 'client'] }), 'msp')
  expect(after.offerings).toEqual([])
  expect(after.activities[0]).toMatchObject({ accountable: [], duties: [{ party: 'unassigned' }, { party: 'client' }] })
})

test('required and addressable items are told apart, with the decisions about them', () => {
  const matrix = {
    ...matrixOf(leaver, policyApproval),
    decisions: [
      { ...partial, ref: 'sample:AC-3' },
      { ...partial, ref: 'other:AC-3' },
    ],
  }
  expect(designations(matrix, coverage(matrix, sampleContext), 'sample')).toMatchObject({
    standards: { objectives: 0, open: [] },
    required: { objectives: 2, open: ['AC-2'] },
    addressable: { objectives: 3, open: ['AC-3'] },
    decisions: [matrix.decisions[0]],
  })
  expect(designations(twoFrameworkMatrix, coverage(twoFrameworkMatrix, twoFrameworks), 'trust')).toBeUndefined()
})
