import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import {
  accessReview,
  leaver,
  matrixOf,
  policyApproval,
  sampleMatrix,
  visitorEscort,
} from '../testing/sample-matrix.ts'
import { wordingKey } from '../wording-key.ts'
import { checkNotCustomised } from './not-customised.ts'

function fresh(activity: Activity): Activity {
  return { ...activity, origin: { template: 'library', version: '1', wording: wordingKey(activity) } }
}

test.each<[string, Activity]>([
  ['it is as composed', fresh(leaver)],
  ['another is', fresh(accessReview)],
  ['one with a single duty is', fresh(visitorEscort)],
  ['only its scopes were set', { ...fresh(policyApproval), scopes: ['managed'] }],
  [
    'only the party was bound',
    { ...fresh(visitorEscort), duties: visitorEscort.duties.map((duty) => ({ ...duty, party: 'night-soc' })) },
  ],
  ['only its citations changed', { ...fresh(leaver), covers: ['sample:AC-2'] }],
])('a warning when %s', (_, activity) => {
  expect(checkNotCustomised(matrixOf(activity))).toMatchObject([
    {
      code: 'not-customised',
      severity: 'warning',
      activity: activity.id,
      at: `activities.${activity.id}.reviewed`,
      message: expect.stringContaining('library 1') as string,
    },
  ])
})

test.each<[string, Activity]>([
  ['somebody reviewed it', { ...fresh(leaver), reviewed: { by: 'A. Client', date: '2026-01-01' } }],
  ['its title changed', { ...fresh(leaver), title: 'Close the accounts of a leaver' }],
  ['a duty changed', { ...fresh(leaver), duties: leaver.duties.slice(0, 1) }],
  ['the hand-off changed', { ...fresh(leaver), handoff: 'The client calls; the MSP acts within 1 hour.' }],
  ['it came from no template', leaver],
  ['its template’s words are not known', { ...leaver, origin: { template: 'library', version: '1' } }],
])('nothing when %s', (_, activity) => {
  expect(checkNotCustomised(matrixOf(activity))).toEqual([])
})

test('nothing for the sample', () => {
  expect(checkNotCustomised(sampleMatrix)).toEqual([])
})
