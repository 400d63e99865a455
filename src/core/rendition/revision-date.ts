// The day of a revision, from the text itself: a file that is made twice must not know when.
import type { Context } from '../context.ts'
import type { Matrix } from '../matrix.ts'
import type { CalendarDate } from '../text.ts'
import type { SignOff } from './sign-off.ts'

/** The sign-off's effective day; else the newest day that the text names for what was done; else its frameworks' own. */
export function revisionDate(matrix: Matrix, context: Pick<Context, 'frameworks'>, signOff?: SignOff): CalendarDate {
  if (signOff) return signOff.effective
  const done = [
    matrix.agreement.effective,
    matrix.review.last,
    ...matrix.decisions.map(({ date }) => date),
    ...matrix.activities.map(({ reviewed }) => reviewed?.date),
  ].filter((date) => date !== undefined)
  const published = matrix.frameworks.flatMap(({ id }) => context.frameworks.get(id)?.asOf ?? [])
  return (done.length > 0 ? done : published).toSorted().at(-1) ?? '1980-01-01'
}
