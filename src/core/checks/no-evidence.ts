// Nothing would show that the duty was done.
import { unassigned } from '../duty.ts'
import { isNamed } from '../evidence-name.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayParty, sayTitle } from '../naming.ts'

export function checkNoEvidence(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) =>
    activity.duties.flatMap((duty, index) => {
      if (duty.party === unassigned || (duty.evidence ?? []).some(isNamed)) return []
      return [
        {
          code: 'no-evidence',
          severity: 'error' as const,
          activity: activity.id,
          at: `activities.${activity.id}.duties[${index}].evidence`,
          message: `${sayTitle(activity)}: nothing is named that shows that ${sayParty(matrix, duty.party)} did "${duty.does}". Name what an assessor could pick up: a ticket, an export, a signed page.`,
        },
      ]
    }),
  )
}
