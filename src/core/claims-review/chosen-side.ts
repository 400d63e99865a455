// Of a contradiction, the side that the matrix holds already: the other does not come in beside it, but in its place.
import type { Activity } from '../activity.ts'
import { isPerformed } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { acceptedRow } from './acceptance.ts'
import type { Contradiction } from './contradiction.ts'
import type { HeldClaim } from './held-claim.ts'
import { rowsServing } from './standing.ts'
import { deniesItself, doesAllOf } from './who-does.ts'

/** The row of another side of this contradiction; undefined where none was chosen yet, or this very claim was. */
export function chosenAgainst(
  held: HeldClaim,
  contradiction: Contradiction,
  matrix: Pick<Matrix, 'activities'>,
): Activity | undefined {
  if (contradiction.kind === 'matrix') return rivalIn(held, matrix)
  const mine = sayingOf(held)
  return chosenSides(contradiction, matrix).find(({ saying }) => saying !== mine)?.row
}

interface Chosen {
  readonly saying: string
  readonly row: Activity
}

const known = new WeakMap<Contradiction, { readonly of: Matrix['activities']; readonly sides: readonly Chosen[] }>()

/** Asked for each of its claims, of which a long document has hundreds. */
function chosenSides(contradiction: Contradiction, matrix: Pick<Matrix, 'activities'>): readonly Chosen[] {
  const before = known.get(contradiction)
  if (before?.of === matrix.activities) return before.sides
  const sides = contradiction.claims.flatMap((held) => {
    const row = acceptedRow(matrix, held)
    return row === undefined ? [] : [{ saying: sayingOf(held), row }]
  })
  known.set(contradiction, { of: matrix.activities, sides })
  return sides
}

/** Claims of one contradiction that say the same are one side of it. */
export function sayingOf({ claim, speaker }: HeldClaim): string {
  return `${speaker.key} ${claim.ownership}`
}

/** A row that another document made, whose party does all of it, or does what its own document now denies. */
function rivalIn(held: HeldClaim, matrix: Pick<Matrix, 'activities'>): Activity | undefined {
  const rows = [...new Set(held.refs.flatMap((ref) => rowsServing(ref, matrix)))]
  const all = doesAllOf(held)
  return rows.find(({ duties }) => {
    const [own, second] = duties.filter(isPerformed)
    if (own === undefined || own.basis?.claim === held.id || !isOfSameService(own, held)) return false
    if (deniesItself(held) && own.party === held.subject.id) return true
    return all !== undefined && second === undefined && duties.length === 1 && own.party !== all
  })
}

/** By the claim that the duty rests on; a duty that rests on none has no service. */
function isOfSameService({ basis }: Duty, { claim: { service } }: HeldClaim): boolean {
  const at = ` at ${basis?.place ?? ''}${service === undefined ? '' : `, ${service}`}`
  return basis?.claim?.endsWith(at) === true
}
