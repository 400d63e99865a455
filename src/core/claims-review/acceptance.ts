// Accepting claims: each becomes a row of the matrix, or joins the row that waited for it; nothing else in the matrix changes.
import type { Activity } from '../activity.ts'
import type { Duty } from '../duty.ts'
import type { Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { AcceptableClaim, Acceptance } from './acceptable-claim.ts'
import { basisOf, dutiesOf, reviewedBy, rowId, rowOf, shownBy } from './accepted-row.ts'
import { sayPlaceOf } from './held-claim.ts'
import type { HeldClaim } from './held-claim.ts'
import { keptTaken, replacedBy } from './replacement.ts'
import { fromClaims, isClaimRow, ownRowsServing, performersOf, refsOf, sameOwnRows } from './standing.ts'
import { isNewer } from './version-order.ts'
import { isOfUnnamedProvider, speaksOfItself } from './who-does.ts'

export type Outcome = 'added' | 'joined' | 'renewed' | 'already' | 'confirmed'

export interface Accepted {
  readonly matrix: Matrix
  /** in the order in which they were taken */
  readonly outcomes: readonly {
    readonly held: AcceptableClaim
    readonly outcome: Outcome
    readonly row: Activity | null
  }[]
}

/** What parties say of themselves goes first: only then it shows what nobody has. */
export function acceptClaims(matrix: Matrix, claims: readonly AcceptableClaim[], how: Acceptance): Accepted {
  const ordered = [...claims.filter(speaksOfItself), ...claims.filter((held) => !speaksOfItself(held))]
  const outcomes: { held: AcceptableClaim; outcome: Outcome; row: Activity | null }[] = []
  let result = matrix
  for (const held of ordered) {
    const taken = acceptOne(result, held, how)
    result = taken.matrix
    outcomes.push({ held, outcome: taken.outcome, row: taken.row })
  }
  return { matrix: result, outcomes }
}

interface Taken {
  readonly matrix: Matrix
  readonly outcome: Outcome
  readonly row: Activity | null
}

function acceptOne(matrix: Matrix, held: AcceptableClaim, how: Acceptance): Taken {
  const before = acceptedRow(matrix, held)
  if (before) return { matrix, outcome: 'already', row: before }
  const refs = refsWithout(matrix, held)
  if (refs.length === 0) return { matrix, outcome: 'confirmed', row: null }
  const same = rowOfSameWords(matrix, held)
  if (same && !isLater(held, same)) return { matrix, outcome: 'confirmed', row: same }
  if (same) return replace(withParty(matrix, held), renewed(same, held), 'renewed')
  const waiting = waitingRow(matrix, held, how)
  if (waiting) {
    const replaced = replacedBy(held, how.instead)
    const row = { ...waiting, duties: keptTaken(dutiesOf(held), replaced), reviewed: reviewedBy(how, replaced) }
    return replace(withParty(matrix, held), row, 'joined')
  }
  const row = rowOf(held, refs, { matrix, how })
  const activities = placed(matrix.activities, row, isClaimRow)
  sameOwnRows(matrix.activities, activities)
  return { matrix: { ...withParty(matrix, held), activities }, outcome: 'added', row }
}

/** The row that holds this very claim. */
export function acceptedRow(
  { activities }: Pick<Matrix, 'activities'>,
  { id, requirement }: Pick<HeldClaim, 'id' | 'requirement'>,
): Activity | undefined {
  const { resting, byKey } = fromClaims(activities)
  if (requirement === undefined || resting.length === 0) return undefined
  const [made, given] = [byKey.get(rowId({ id, requirement })), byKey.get(id)]
  return made === given || given === undefined ? made : resting.find((row) => row === made || row === given)
}

/** That others do it is worth a row only where nobody does. */
export function refsWithout(matrix: Matrix, held: AcceptableClaim): readonly Reference[] {
  const { claim, subject } = held
  if (speaksOfItself(held)) return held.refs
  if (claim.ownership === 'client' || isOfUnnamedProvider(held))
    return held.refs.filter((ref) => [...performersOf(ref, matrix)].every((party) => party === subject.id))
  const meant = claim.ownership === 'msp' ? 'msp' : subject.id
  return held.refs.filter((ref) => meant === null || !performersOf(ref, matrix).has(meant))
}

/** Another version of the document said the same: then only the place where it stands is newer. */
function rowOfSameWords(matrix: Matrix, held: AcceptableClaim): Activity | undefined {
  const words = dutiesOf(held).map(({ does }) => does)
  return acceptedBefore(matrix, held).find(({ duties }) =>
    words.every((does) => duties.some((duty) => duty.does === does)),
  )
}

/** Rows that another file of the same party made, about the same objectives. */
export function acceptedBefore({ activities }: Pick<Matrix, 'activities'>, held: HeldClaim): readonly Activity[] {
  return fromClaims(activities).resting.filter(
    (row) =>
      row.duties.some((duty) => duty.party === held.speaker.id && isFromOtherFile(duty, held)) &&
      sameRefs(refsOf(row), held.refs),
  )
}

function isFromOtherFile({ basis }: Duty, { source }: HeldClaim): boolean {
  return basis?.claim?.startsWith('sha256:') === true && !basis.claim.startsWith(`sha256:${source.sha256} `)
}

function sameRefs(a: ReadonlySet<Reference>, b: readonly Reference[]): boolean {
  return a.size === b.length && b.every((ref) => a.has(ref))
}

/** As a person said, or by the dates or versions of both documents; without them nobody knows which is the newer. */
function isLater({ source, speaker, replaces }: AcceptableClaim, { duties }: Activity): boolean {
  const bases = duties.flatMap(({ party, basis }) => (party === speaker.id && basis?.claim ? [basis] : []))
  return bases.every((basis) => replaces.includes(basis.document) || isNewer(source, basis) === true)
}

function renewed(row: Activity, held: AcceptableClaim): Activity {
  const made = new Map(dutiesOf(held).map((duty) => [duty.does, duty]))
  const duties = row.duties.map((duty) => {
    if (!made.has(duty.does)) return duty
    if (duty.basis === undefined) return { ...duty, source: sayPlaceOf(held) }
    const old = duty.basis
    const kept = (duty.evidence ?? []).filter(
      ({ what }) => old.place === undefined || !what.endsWith(`, at ${old.place}`),
    )
    const shown = shownBy(held)
    const evidence = [...shown, ...kept.filter(({ what }) => shown.every((one) => one.what !== what))]
    return { ...duty, basis: basisOf(held), ...(duty.evidence && { evidence }) }
  })
  return { ...row, duties }
}

/** A row that names what is to be done and who answers, without a single duty. Where several wait, a person says which. */
function waitingRow(matrix: Matrix, held: AcceptableClaim, how: Acceptance): Activity | undefined {
  if (!speaksOfItself(held) || held.claim.translatedFrom !== undefined || how.inPieces.has(held.id)) return undefined
  const serving = new Set(held.refs.flatMap((ref) => ownRowsServing(ref, matrix)))
  const [row, second] = [...serving].filter(({ duties }) => duties.length === 0)
  if (!row || second || !sameRefs(refsOf(row), held.refs)) return undefined
  const scopes = how.scopesOf(held)
  const wanted = row.scopes ?? matrix.scopes.map(({ id }) => id)
  return scopes === undefined || wanted.every((scope) => scopes.includes(scope)) ? row : undefined
}

function replace(matrix: Matrix, row: Activity, outcome: Outcome): Taken {
  const activities = matrix.activities.map((activity) => (activity.id === row.id ? row : activity))
  return { matrix: { ...matrix, activities }, outcome, row }
}

function withParty(matrix: Matrix, { speaker }: AcceptableClaim): Matrix {
  if (matrix.parties.some(({ id }) => id === speaker.id)) return matrix
  const party = { id: speaker.id, kind: 'provider' as const, legalName: speaker.name }
  return { ...matrix, parties: placed(matrix.parties, party, ({ kind }) => kind === 'provider') }
}

/** At the end, among its like by id: the same list whatever came first. */
function placed<T extends { readonly id: string }>(
  list: readonly T[],
  item: T,
  like: (other: T) => boolean,
): readonly T[] {
  let index = list.length
  while (index > 0 && like(list[index - 1]!) && list[index - 1]!.id > item.id) index -= 1
  return list.toSpliced(index, 0, item)
}
