// What documents leave to others, by requirement: words that nobody has taken yet, and where a document has none.
import { unassigned } from '../duty.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { dutiesOf } from './accepted-row.ts'
import { acceptedRow, refsWithout } from './acceptance.ts'
import type { AcceptableClaim } from './acceptable-claim.ts'
import { isLeftUnsaid } from '../wording/left-to-others.ts'

export interface Residue {
  readonly held: AcceptableClaim
  /** the duty that would be left, or is */
  readonly does: string
  /** false: the document does not say what the customer does */
  readonly said: boolean
  /** it stands in the matrix already, and nobody has taken it */
  readonly open: boolean
}

export function residueOf(claims: readonly AcceptableClaim[], matrix: Matrix): readonly Residue[] {
  return claims.flatMap((held) => {
    const row = acceptedRow(matrix, held)
    if (row === undefined && refsWithout(matrix, held).length === 0) return []
    return dutiesOf(held).flatMap(({ party, does }) => {
      if (party !== unassigned) return []
      const there = row?.duties.find((duty) => duty.does === does)
      if (row !== undefined && there?.party !== unassigned) return []
      return [{ held, does, said: !isLeftUnsaid(does), open: row !== undefined }]
    })
  })
}

export interface Owned {
  readonly activity: string
  readonly does: string
}

/** The client's own duties for any of these objectives, as the matrix has them. */
export function clientDuties(
  refs: ReadonlySet<Reference>,
  rows: readonly Matrix['activities'][number][],
  matrix: Matrix,
): readonly Owned[] {
  const clients = new Set(matrix.parties.filter(({ kind }) => kind === 'client').map(({ id }) => id))
  return refs.size === 0
    ? []
    : rows.flatMap(({ id, duties }) =>
        duties.filter(({ party }) => clients.has(party)).map(({ does }) => ({ activity: id, does })),
      )
}
