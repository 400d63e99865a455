// How an activity stands in the gap proof: settled, open in part, or serving nothing that applies.
import { coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Coverage, ObjectiveCoverage } from '../coverage.ts'
import type { Reference } from '../identifiers.ts'
import { remembered } from '../remembered.ts'

export interface Standing {
  readonly applies: boolean
  readonly words: string
}

const statusByReference = remembered(
  ({ objectives }: Coverage): ReadonlyMap<Reference, ObjectiveCoverage['status']> =>
    new Map(objectives.map(({ target, status }) => [target.ref, status])),
)

export function standing(activity: Pick<Activity, 'covers'>, proof: Coverage): Standing {
  const statuses = activity.covers.map((cover) => statusByReference(proof).get(coverRef(cover)))
  const open = statuses.filter((status) => status === 'open').length
  if (statuses.length > 0 && statuses.every((status) => status === 'not-applicable'))
    return { applies: false, words: 'not applicable, by decision' }
  return { applies: true, words: open === 0 ? 'settled' : `${open} of ${statuses.length} open` }
}
