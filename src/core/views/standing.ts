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

interface Cited {
  readonly cover: Cover
  readonly activity: Activity
}

export interface AppliedCover {
  readonly cover: Cover
  readonly objective: ObjectiveCoverage
}

const byReference = remembered(
  ({ objectives }: Coverage): ReadonlyMap<Reference, ObjectiveCoverage> =>
    new Map(objectives.map((objective) => [objective.target.ref, objective])),
)

export function standing(activity: Activity, proof: Coverage): Standing {
  const statuses = activity.covers.map((cover) => statusOf({ cover, activity }, proof))
  const open = statuses.filter((status) => status === 'open').length
  if (statuses.length > 0 && statuses.every((status) => status === 'not-applicable'))
    return { applies: false, words: 'not applicable, by decision' }
  return { applies: true, words: open === 0 ? 'settled' : `${open} of ${statuses.length} open` }
}

/** What was decided away in every scope of the activity, or for its part, does not apply, whatever becomes of the rest. */
function statusOf(cited: Cited, proof: Coverage): ObjectiveCoverage['status'] | undefined {
  const objective = byReference(proof).get(coverRef(cited.cover))
  return objective !== undefined && !serves(cited, objective) ? 'not-applicable' : objective?.status
}

function serves({ cover, activity }: Cited, { where }: ObjectiveCoverage): boolean {
  return where.some((place) => servesIn({ activity, part: coverPart(cover) }, place))
}

/** The citations of an activity that apply: in the engagement’s scope, and not decided away wherever the activity does. */
export function applying(activity: Activity, proof: Coverage): readonly AppliedCover[] {
  return activity.covers.flatMap((cover) => {
    const objective = byReference(proof).get(coverRef(cover))
    return objective !== undefined && serves({ cover, activity }, objective) ? [{ cover, objective }] : []
  })
}
