// Several parties act, and nothing says how their duties meet or when.
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'
import { ownership } from '../ownership.ts'
import { handOffFault } from '../wording/hand-off.ts'

export function checkHandOffMissing(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => {
    const fault = ownership(activity) === 'shared' ? handOffFault(activity) : undefined
    if (fault === undefined) return []
    return [
      {
        code: 'hand-off-missing',
        severity: 'error',
        activity: activity.id,
        at: `activities.${activity.id}.handoff`,
        message: `${sayTitle(activity)}: ${fault}. Say what starts the other side's part, by when, and how one sees that it is done.`,
      },
    ]
  })
}
