// The day of the review has passed.
import { addTo } from '../calendar-date.ts'
import type { Context } from '../context.ts'
import { parseDuration } from '../duration.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'

export function checkReviewOverdue({ review }: Matrix, { today }: Context): readonly Finding[] {
  if (today === undefined) return []
  if (review.next !== undefined && review.next < today) {
    return [
      found(
        'review.next',
        `The review was due on ${review.next}. Go through the rows with the other parties, then set the next date.`,
      ),
    ]
  }
  const due = dueAfterLast(review)
  if (due === undefined || due >= today) return []
  return [
    found(
      'review.last',
      `The last review was on ${review.last}, and one is due every ${review.every}: that was ${due}. Go through the rows with the other parties, then record the date.`,
    ),
  ]
}

function dueAfterLast({ last, every }: Matrix['review']): string | undefined {
  const cadence = every === undefined ? undefined : parseDuration(every)
  return last === undefined || cadence === undefined ? undefined : addTo(last, cadence)
}

function found(at: string, message: string): Finding {
  return { code: 'review-overdue', severity: 'warning', activity: null, at, message }
}
