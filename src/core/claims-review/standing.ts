// How the matrix stands on an objective apart from accepted claims: which rows serve it, who acts, who answers.
import { accountableParties, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { coverings } from '../covering.ts'
import { isPerformed } from '../duty.ts'
import type { PartyId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { remembered } from '../remembered.ts'

/** A row that an accepted claim made. */
export function isClaimRow({ id }: Pick<Activity, 'id'>): boolean {
  return /^claim-.+-[0-9a-f]{16}$/.test(id)
}

const byReference = remembered((activities: Matrix['activities']) => coverings({ activities }))

export function rowsServing(ref: Reference, { activities }: Pick<Matrix, 'activities'>): readonly Activity[] {
  return [...new Set((byReference(activities).get(ref) ?? []).map(({ activity }) => activity))]
}

/** Without the rows that claims made. */
export function ownRowsServing(ref: Reference, matrix: Pick<Matrix, 'activities'>): readonly Activity[] {
  return rowsServing(ref, matrix).filter((activity) => !isClaimRow(activity))
}

/** Who does something for the objective, claims included. */
export function performersOf(ref: Reference, matrix: Pick<Matrix, 'activities'>): ReadonlySet<PartyId> {
  return new Set(rowsServing(ref, matrix).flatMap(({ duties }) => duties.filter(isPerformed).map(({ party }) => party)))
}

/** The one party that answers for each row that serves any of these; undefined where rows differ or one names nobody. */
export function answeringFor(refs: readonly Reference[], matrix: Pick<Matrix, 'activities'>): PartyId | undefined {
  const named = refs.map((ref) => ownRowsServing(ref, matrix).flatMap(accountableParties))
  if (named.some((parties) => parties.length === 0)) return undefined
  const [only, second] = new Set(named.flat())
  return second === undefined ? only : undefined
}

export function refsOf({ covers }: Pick<Activity, 'covers'>): ReadonlySet<Reference> {
  return new Set(covers.map(coverRef))
}
