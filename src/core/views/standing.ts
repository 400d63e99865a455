// How an activity stands in the gap proof: settled, open in part, or serving nothing that applies.
import { coverPart, coverRef } from '../activity.ts'
import type { Activity, Cover } from '../activity.ts'
import type { Coverage, ObjectiveCoverage } from '../coverage.ts'
import { servesIn } from '../covering.ts'
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

export function standing(activity: Activity, proof: Coverage): Standing {
  const statuses = activity.covers.map((cover) => statusOf(cover, activity, proof))
  const open = statuses.filter((status) => status === 'open').length
  if (statuses.length > 0 && statuses.every((status) => status === 'not-applicable'))
    return { applies: false, words: 'not applicable, by decision' }
  return { applies: true, words: open === 0 ? 'settled' : `${open} of ${statuses.length} open` }
}

/** What was decided away in every scope of the activity, or for its part, does not apply, whatever becomes of the rest. */
function statusOf(cover: Cover, activity: Activity, proof: Coverage): ObjectiveCoverage['status'] | undefined {
  const objective = byReference(proof).get(coverRef(cover))
  const covering = { activity, part: coverPart(cover) }
  return objective?.where.some((place) => servesIn(covering, place)) === false ? 'not-applicable' : objective?.status
}
