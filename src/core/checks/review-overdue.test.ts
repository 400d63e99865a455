import { expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import { sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkReviewOverdue } from './review-overdue.ts'

const reviewed = (review: Matrix['review']): Matrix => ({ ...sampleMatrix, review })

test.each<[Matrix['review'], string, string]>([
  [{ next: '2026-05-31' }, '2026-06-01', 'review.next'],
  [{ next: '2025-01-01', every: '12 months', last: '2024-01-01' }, '2026-06-01', 'review.next'],
  [{ last: '2025-01-15', every: '12 months' }, '2026-06-01', 'review.last'],
  [{ last: '2026-01-31', every: '1 month' }, '2026-03-01', 'review.last'],
  [{ last: '2026-01-15', every: 'quarterly' }, '2026-06-01', 'review.last'],
  [{ last: '2025-05-31', every: 'year' }, '2026-06-01', 'review.last'],
  [{ last: '2025-01-15', every: '12 months', next: '2026-12-01' }, '2026-06-01', 'review.last'],
])('%o is overdue on %s', (review, today, at) => {
  expect(checkReviewOverdue(reviewed(review), { ...sampleContext, today })).toMatchObject([
    { code: 'review-overdue', severity: 'warning', activity: null, at },
  ])
})

test.each<[Matrix['review'], string]>([
  [{ next: '2026-06-01' }, '2026-06-01'],
  [{ next: '2027-01-15' }, '2026-06-01'],
  [{ last: '2026-01-15', every: '12 months' }, '2027-01-15'],
  [{ last: '2026-01-31', every: '1 month' }, '2026-02-28'],
  [{ every: '12 months' }, '2026-06-01'],
  [{ last: '2020-01-01' }, '2026-06-01'],
  [{ last: '2020-01-01', every: 'when it suits' }, '2026-06-01'],
  [{}, '2026-06-01'],
])('%o is not on %s', (review, today) => {
  expect(checkReviewOverdue(reviewed(review), { ...sampleContext, today })).toEqual([])
})

test('not judged when the day is not known', () => {
  expect(checkReviewOverdue(reviewed({ next: '2000-01-01' }), { frameworks: sampleContext.frameworks })).toEqual([])
})
