import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { accessReview, dutyWith, leaver, matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkMspOverload } from './msp-overload.ts'

/** So many activities that the MSP answers for, then so many of the client's; both take part in each. */
function held(msp: number, client: number): readonly Activity[] {
  return Array.from({ length: msp + client }, (_, index) => ({
    ...leaver,
    id: `row-${index}`,
    accountable: index < msp ? 'msp' : 'client',
  }))
}

/** So many activities of the family Access Control, by these parties. */
function family(count: number, ...parties: readonly string[]): readonly Activity[] {
  return Array.from({ length: count }, (_, index) => ({
    ...leaver,
    id: `row-${index}`,
    duties: parties.map((party) => dutyWith({ party })),
  }))
}

test.each<[string, readonly Activity[], string]>([
  ['the MSP answers for all twelve', held(12, 0), '12 of 12'],
  ['for ten of twelve', held(10, 2), '10 of 12'],
  ['for 16 of 20', held(16, 4), '16 of 20'],
  ['the client has no part in a family of three', family(3, 'msp'), '"Access Control"'],
  ['only the MSP and a provider have', family(5, 'msp', 'night-soc'), '"Access Control"'],
  ['nobody has taken the client’s part', family(4, 'msp', 'unassigned'), '"Access Control"'],
])('a warning when %s', (_, activities, said) => {
  const findings = checkMspOverload(matrixOf(...activities), sampleContext)
  expect(findings).toMatchObject([{ code: 'msp-overload', severity: 'warning', activity: null, at: 'activities' }])
  expect(findings[0]!.message).toContain(said)
})

test.each<[string, readonly Activity[]]>([
  ['the sample', sampleMatrix.activities],
  ['exactly three quarters', held(9, 3)],
  ['a matrix of eleven', held(11, 0)],
  ['nothing at all', []],
  ['a family of two', family(2, 'msp')],
  ['the client in one of the family’s rows', [...family(3, 'msp'), accessReview]],
  ['a provider that answers for all', held(12, 0).map((activity) => ({ ...activity, accountable: 'night-soc' }))],
])('nothing for %s', (_, activities) => {
  expect(checkMspOverload(matrixOf(...activities), sampleContext)).toEqual([])
})
