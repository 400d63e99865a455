// A claim that takes the place of one accepted before: the old row goes out, and what somebody took of the same words stays taken.
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { Refusal } from '../refusal.ts'
import { suggest } from '../schema-issues.ts'
import type { AcceptableClaim } from './acceptable-claim.ts'
import { isClaimRow, refsOf } from './standing.ts'

export interface Withdrawn {
  readonly matrix: Matrix
  readonly rows: readonly Activity[]
}

/** Without these rows; of a row that was there before the claim only the duties go, and it waits again. */
export function withdrawRows(matrix: Matrix, ids: readonly ActivityId[]): Withdrawn {
  const rows = ids.map((id) => withdrawable(matrix, id))
  const out = new Set(rows)
  const activities = matrix.activities.flatMap((row) =>
    !out.has(row) ? [row] : isClaimRow(row) ? [] : [{ ...row, duties: [] }],
  )
  return { matrix: rows.length === 0 ? matrix : { ...matrix, activities }, rows }
}

function withdrawable({ activities }: Matrix, id: ActivityId): Activity {
  const row = activities.find((one) => one.id === id)
  const accepted = activities.filter(isAccepted).map((one) => one.id)
  if (row === undefined) throw new Refusal('not-found', `there is no row "${id}"; ${suggest(id, accepted)}`)
  if (!isAccepted(row))
    throw new Refusal('invalid', `${id} is no row that a claim made: only such a row can be replaced`)
  return row
}

function isAccepted(row: Activity): boolean {
  return isClaimRow(row) || (row.duties.length > 0 && row.duties.every(isFromClaim))
}

function isFromClaim({ basis, party, source }: Duty): boolean {
  return basis?.claim !== undefined || (party === unassigned && source !== undefined)
}

/** Each row that goes out must have a claim that speaks of the same objectives. */
export function refuseUnreplaced(rows: readonly Activity[], taken: readonly AcceptableClaim[]): void {
  const covered = new Set(taken.flatMap(({ refs }) => refs))
  const alone = rows.find((row) => ![...refsOf(row)].some((ref) => covered.has(ref)))
  if (alone !== undefined)
    throw new Refusal('conflict', `no claim that you chose speaks of what ${alone.id} serves: choose one with --at`)
}

/** Those of these rows that this claim replaces. */
export function replacedBy({ refs }: AcceptableClaim, rows: readonly Activity[] = []): readonly Activity[] {
  return rows.filter((row) => refs.some((ref) => refsOf(row).has(ref)))
}

/** Somebody took the same words of the old row: it keeps them, with what it named. */
export function keptTaken(duties: readonly Duty[], rows: readonly Activity[]): readonly Duty[] {
  const taken = rows.flatMap((row) => row.duties).filter(({ party, basis }) => party !== unassigned && !basis?.claim)
  return duties.map((duty) => {
    const same = duty.party === unassigned ? taken.find(({ does }) => does === duty.does) : undefined
    return same === undefined ? duty : { ...same, ...(duty.source !== undefined && { source: duty.source }) }
  })
}
