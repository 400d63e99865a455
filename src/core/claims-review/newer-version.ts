// What changed since an earlier file of the same party was accepted.
import { unassigned } from '../duty.ts'
import type { Activity } from '../activity.ts'
import type { Basis } from '../duty.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { dutiesOf } from './accepted-row.ts'
import { isAcceptable } from './acceptable-claim.ts'
import { acceptedBefore } from './acceptance.ts'
import { documentName } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import { isClaimRow, refsOf } from './standing.ts'

export interface VersionChange {
  readonly kind: 'words' | 'no-longer-acceptable' | 'gone'
  readonly row: Activity
  readonly refs: readonly Reference[]
  readonly basis: Basis
  readonly before: readonly string[]
  /** what the file at hand says there; empty where it is gone */
  readonly claims: readonly HeldClaim[]
  readonly after: readonly string[]
}

/** A document that says nothing any more counts too. */
export type Document = Pick<HeldClaim, 'source' | 'speaker' | 'replaces'>

export function changesSince(
  matrix: Matrix,
  held: readonly HeldClaim[],
  documents: readonly Document[],
): readonly VersionChange[] {
  const byRow = new Map<Activity, HeldClaim[]>()
  for (const one of held)
    for (const row of acceptedBefore(matrix, one)) {
      const list = byRow.get(row)
      if (list) list.push(one)
      else byRow.set(row, [one])
    }
  return [
    ...[...byRow].flatMap(([row, claims]) => changeOf(row, claims)),
    ...gone(matrix, documents, new Set(byRow.keys())),
  ]
}

function changeOf(row: Activity, claims: readonly HeldClaim[]): readonly VersionChange[] {
  const basis = basisIn(row)
  const acceptable = claims.filter(isAcceptable)
  const before = wordsOf(row)
  const after = acceptable.flatMap((one) => dutiesOf(one).map(({ does }) => does))
  if (basis === undefined || before.every((does) => after.includes(does))) return []
  const kind = acceptable.length === 0 ? 'no-longer-acceptable' : 'words'
  return [{ kind, row, refs: [...refsOf(row)], basis, before, claims, after }]
}

/** Accepted from a document of this name, and the file at hand does not speak of it. */
function gone(matrix: Matrix, documents: readonly Document[], known: ReadonlySet<Activity>): readonly VersionChange[] {
  const files = new Map(
    documents.flatMap(({ source, speaker, replaces }) =>
      [documentName(source), ...replaces].map((name) => [`${speaker.key} ${name}`, source.sha256] as const),
    ),
  )
  return matrix.activities.flatMap((row) => {
    if (!isClaimRow(row) || known.has(row)) return []
    const duty = row.duties.find(({ basis: rests }) => rests?.claim !== undefined)
    const basis = duty?.basis
    if (!duty || !basis) return []
    const sha256 = files.get(`${duty.party} ${basis.document}`)
    if (sha256 === undefined || basis.claim!.startsWith(`sha256:${sha256} `)) return []
    return [{ kind: 'gone' as const, row, refs: [...refsOf(row)], basis, before: wordsOf(row), claims: [], after: [] }]
  })
}

function basisIn({ duties }: Activity): Basis | undefined {
  return duties.find(({ basis }) => basis?.claim !== undefined)?.basis
}

/** What came from the document: duties that rest on it, and what it left. */
function wordsOf({ duties }: Activity): readonly string[] {
  return duties
    .filter(({ basis, party, source }) => basis?.claim !== undefined || (party === unassigned && source !== undefined))
    .map(({ does }) => does)
}
