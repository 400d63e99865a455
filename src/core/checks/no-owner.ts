// Nobody does it: no duty at all, or none that a party has taken.
import type { Activity } from '../activity.ts'
import { isPerformed, unassigned } from '../duty.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'

export function checkNoOwner(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) =>
    activity.duties.some(isPerformed) ? untaken(activity) : [nobody(activity)],
  )
}

function nobody(activity: Activity): Finding {
  const taken = activity.duties.some((duty) => duty.party !== unassigned)
  const message = taken
    ? `${sayTitle(activity)}: somebody pays, but nobody does it. Add a duty for the party that does the work.`
    : `${sayTitle(activity)}: nobody does it. Give each duty to a party, or record a decision why it does not apply.`
  return { code: 'no-owner', severity: 'error', activity: activity.id, at: `activities.${activity.id}.duties`, message }
}

function untaken(activity: Activity): readonly Finding[] {
  return activity.duties.flatMap((duty, index) =>
    duty.party === unassigned
      ? [
          {
            code: 'no-owner',
            severity: 'error' as const,
            activity: activity.id,
            at: `activities.${activity.id}.duties[${index}].party`,
            message: `${sayTitle(activity)}: nobody has taken "${duty.does}". Name the party that does it.`,
          },
        ]
      : [],
  )
}
