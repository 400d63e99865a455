// How an activity stands in the gap proof: settled, open in part, or serving nothing that applies.
import { coverPart, coverRef } from '../activity.ts'
import type { Activity, Cover } from '../activity.ts'
import type { Coverage, ObjectiveCoverage } from '../coverage.ts'
import type { Reference } from '../identifiers.ts'
import { remembered } from '../remembered.ts'

export interface Standing {
  readonly applies: boolean
  readonly words: string
}

const byReference = remembered(
  ({ objectives }: Coverage): ReadonlyMap<Reference, ObjectiveCoverage> =>
    new Map(objectives.map((objective) => [objective.target.ref, objective])),
)

export function standing(activity: Pick<Activity, 'covers'>, proof: Coverage): Standing {
  const statuses = activity.covers.map((cover) => statusOf(cover, proof))
  const open = statuses.filter((status) => status === 'open').length
  if (statuses.length > 0 && statuses.every((status) => status === 'not-applicable'))
    return { applies: false, words: 'not applicable, by decision' }
  return { applies: true, words: open === 0 ? 'settled' : `${open} of ${statuses.length} open` }
}

/** A part that was decided away does not apply, whatever becomes of the others. */
function statusOf(cover: Cover, proof: Coverage): ObjectiveCoverage['status'] | undefined {
  const objective = byReference(proof).get(coverRef(cover))
  const part = coverPart(cover)
  return part !== undefined && objective?.away.includes(part) ? 'not-applicable' : objective?.status
}
