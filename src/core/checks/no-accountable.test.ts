import { expect, test } from 'vitest'
import { accessReview, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import type { Activity } from '../activity.ts'
import { checkNoAccountable } from './no-accountable.ts'

const { accountable: _, ...unanswered } = leaver

test.each<[string, Activity]>([
  ['nobody is named', unanswered],
  ['the list is empty', { ...leaver, accountable: [] }],
  ['"unassigned" is named', { ...leaver, accountable: 'unassigned' }],
  ['only "unassigned" is listed', { ...leaver, accountable: ['unassigned'] }],
  ['nobody is, though one party does it all', { ...unanswered, duties: leaver.duties.slice(0, 1) }],
  ['nobody is, and nobody does it', { ...unanswered, duties: [] }],
])('an error when %s', (_case, activity) => {
  expect(checkNoAccountable(matrixOf(accessReview, activity))).toMatchObject([
    { code: 'no-accountable', severity: 'error', activity: leaver.id, at: `activities.${leaver.id}.accountable` },
  ])
})

test.each([
  ['the sample', sampleMatrix],
  ['no activity', matrixOf()],
  ['the MSP answers', matrixOf({ ...leaver, accountable: 'msp' })],
  ['one in a list answers', matrixOf({ ...leaver, accountable: ['client'] })],
  ['a provider answers', matrixOf({ ...leaver, accountable: 'night-soc' })],
  ['two answer: another check', matrixOf({ ...leaver, accountable: ['client', 'msp'] })],
])('nothing when %s', (_case, matrix) => {
  expect(checkNoAccountable(matrix)).toEqual([])
})
