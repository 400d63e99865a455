// Nobody answers for an activity, whoever does the work.
import { accountableParties } from '../activity.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'

export function checkNoAccountable(matrix: Matrix): readonly Finding[] {
  return matrix.activities
    .filter((activity) => accountableParties(activity).length === 0)
    .map((activity) => ({
      code: 'no-accountable',
      severity: 'error',
      activity: activity.id,
      at: `activities.${activity.id}.accountable`,
      message: `${sayTitle(activity)}: nobody answers for it. Name one accountable party, even where several do the work.`,
    }))
}
