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
  return id.startsWith('claim-') && /-[0-9a-f]{16}$/.test(id)
}

type Index = ReadonlyMap<Reference, readonly Activity[]>
type Rows = Matrix['activities']

const ownIndexes = new WeakMap<Rows, Index>()

/** Without the rows that claims made. */
export function ownRowsServing(ref: Reference, { activities }: Pick<Matrix, 'activities'>): readonly Activity[] {
  const known = ownIndexes.get(activities)
  if (known) return known.get(ref) ?? []
  const made = indexOf(activities.filter((row) => !isClaimRow(row)))
  ownIndexes.set(activities, made)
  return made.get(ref) ?? []
}

/** Rows that differ by a claim's row only: what is known of the others holds. */
export function sameOwnRows(before: Rows, after: Rows): void {
  const known = ownIndexes.get(before)
  if (known) ownIndexes.set(after, known)
}

function indexOf(activities: Rows): Index {
  const found = coverings({ activities })
  return new Map([...found].map(([ref, list]) => [ref, [...new Set(list.map(({ activity }) => activity))]]))
}

export function rowsServing(ref: Reference, matrix: Pick<Matrix, 'activities'>): readonly Activity[] {
  const claimed = fromClaims(matrix.activities).made.filter((row) =>
    row.covers.some((cover) => coverRef(cover) === ref),
  )
  return [...ownRowsServing(ref, matrix), ...claimed]
}

export interface FromClaims {
  /** rows that accepted claims made */
  readonly made: readonly Activity[]
  /** these, and rows that got a duty from one */
  readonly resting: readonly Activity[]
  /** the first row, by its own id and by the claims that its duties rest on */
  readonly byKey: ReadonlyMap<string, Activity>
}

/** Asked for each of many claims: a matrix has few such rows, or none. */
export const fromClaims = remembered((activities: Rows): FromClaims => {
  const made: Activity[] = []
  const resting: Activity[] = []
  const byKey = new Map<string, Activity>()
  for (const row of activities) {
    const claims = row.duties.flatMap(({ basis }) => basis?.claim ?? [])
    const own = isClaimRow(row)
    if (own) made.push(row)
    if (own || claims.length > 0) resting.push(row)
    for (const key of own ? [row.id, ...claims] : claims) if (!byKey.has(key)) byKey.set(key, row)
  }
  return { made, resting, byKey }
})

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
