import { expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import { leaver, matrixOf, sampleContext, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { checkChangedSinceSigned } from './changed-since-signed.ts'

const withLeaver = (change: Partial<typeof leaver>): Matrix => ({
  ...sampleMatrix,
  activities: sampleMatrix.activities.map((activity) =>
    activity.id === leaver.id ? { ...activity, ...change } : activity,
  ),
})

test.each<[string, Matrix, string]>([
  ['a title', withLeaver({ title: 'Close a leaver’s accounts' }), leaver.id],
  ['who answers', withLeaver({ accountable: 'msp' }), leaver.id],
  ['the duties', withLeaver({ duties: leaver.duties.slice(0, 1) }), leaver.id],
  [
    'a row that went',
    { ...sampleMatrix, activities: sampleMatrix.activities.filter((activity) => activity !== visitorEscort) },
    visitorEscort.id,
  ],
  [
    'a row that came',
    { ...sampleMatrix, activities: [...sampleMatrix.activities, { ...visitorEscort, id: 'guard-dog' }] },
    'guard-dog',
  ],
  [
    'a decision',
    {
      ...sampleMatrix,
      decisions: [
        { ref: 'sample:AC-2', kind: 'accepted-risk', by: 'A. Client', reason: 'Small risk', date: '2026-02-02' },
      ],
    },
    'decisions',
  ],
  ['an answer', { ...sampleMatrix, parameters: { 'request channel': 'the telephone' } }, 'parameters'],
])('a warning after a change of %s', (_, matrix, named) => {
  const findings = checkChangedSinceSigned(matrix, { ...sampleContext, signed: sampleMatrix })
  expect(findings).toMatchObject([{ code: 'changed-since-signed', severity: 'warning' }])
  expect(findings[0]!.message).toContain(named)
})

test.each<[string, Matrix, Matrix | null | undefined]>([
  ['nothing changed', sampleMatrix, structuredClone(sampleMatrix)],
  [
    'only the order of rows changed',
    { ...sampleMatrix, activities: sampleMatrix.activities.toReversed() },
    sampleMatrix,
  ],
  ['only the review date changed', { ...sampleMatrix, review: { next: '2028-01-01' } }, sampleMatrix],
  ['only the title of the document changed', { ...sampleMatrix, title: 'Sample' }, sampleMatrix],
  ['it was never signed', sampleMatrix, null],
  ['history is not known', matrixOf(), undefined],
])('nothing when %s', (_, matrix, signed) => {
  const context = signed === undefined ? sampleContext : { ...sampleContext, signed }
  expect(checkChangedSinceSigned(matrix, context)).toEqual([])
})
