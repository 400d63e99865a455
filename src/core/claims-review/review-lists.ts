// A review of claims as the lists that somebody works through, entry by entry: of a long document there are more than anybody reads at once.
import { isAcceptable } from './acceptable-claim.ts'
import { sayingOf } from './chosen-side.ts'
import type { Left } from './choice.ts'
import type { Contradiction } from './contradiction.ts'
import type { HeldClaim } from './held-claim.ts'
import type { VersionChange } from './newer-version.ts'
import type { RequirementReview } from './requirement-review.ts'
import type { Review } from './review.ts'
import { betweenDocuments, changeJson, contradictionJson, ofKind, residueJson, sideJson } from './review-json.ts'
import type { Matrix } from '../matrix.ts'

export const reviewListNames = [
  'claims',
  'requirements',
  'left-to-others',
  'nobodys',
  'two-claim-it',
  'contradictions',
  'against-matrix',
  'changes',
  'versions',
] as const
export type ReviewListName = (typeof reviewListNames)[number]

/** How a claim stands: taken already, ready to be, or why it is left. */
export const standings = [
  'accepted',
  'acceptable',
  'unclear',
  'no-requirement',
  'unknown-objective',
  'elsewhere',
  'not-applicable',
  'superseded',
  'unknown-party',
  'contradicted',
  'other-side-chosen',
  'earlier-version',
] as const satisfies readonly ('accepted' | 'acceptable' | Left['kind'])[]
export type Standing = (typeof standings)[number]

/** What the entries of a list may be chosen by; a list that is not here has entries of one kind. */
export const kindsOfLists: Readonly<Partial<Record<ReviewListName, readonly string[]>>> = {
  claims: standings,
  'left-to-others': ['said', 'unsaid'],
  contradictions: ['own-document', 'between-documents'] satisfies readonly Contradiction['kind'][],
  changes: ['words', 'no-longer-acceptable', 'gone'] satisfies readonly VersionChange['kind'][],
  versions: ['said', 'likely'],
}

export type ReviewEntry = Readonly<Record<string, unknown>> & { readonly kind?: string; readonly message?: string }

/** Made one by one as they are asked for. */
export function reviewLists(
  found: Review,
  matrix: Matrix,
): Readonly<Record<ReviewListName, () => Iterable<ReviewEntry>>> {
  const standing = standingsIn(found)
  const said = (one: Contradiction): object => contradictionEntry(one, matrix)
  return {
    claims: () => each(found.held, (held) => claimEntry(held, standing.get(held))),
    requirements: () => each(found.requirements, (one) => requirementEntry(one, standing)),
    'left-to-others': () => residueEntries(found.requirements),
    nobodys: () => each(found.nobodys, ({ target, reasons }) => ({ objective: target.ref, reasons })),
    'two-claim-it': () => each(ofKind(found, 'two-claim-it'), said),
    contradictions: () => each(betweenDocuments(found), said),
    'against-matrix': () => each(ofKind(found, 'matrix'), said),
    changes: () => each(found.changes, changeEntry),
    versions: () => each(found.versions, (one) => ({ ...one, kind: one.said ? 'said' : 'likely' })),
  }
}

function* each<T>(list: readonly T[], entry: (one: T) => object): Iterable<ReviewEntry> {
  for (const one of list) yield entry(one) as ReviewEntry
}

interface Stands {
  readonly kind: Standing
  readonly message?: string
}

function standingsIn({ accepted, left }: Review): ReadonlyMap<HeldClaim, Stands> {
  return new Map<HeldClaim, Stands>([
    ...accepted.map((held) => [held, { kind: 'accepted' }] as const),
    ...left.map(({ held, kind, message }) => [held, { kind, message }] as const),
  ])
}

const ready: Stands = { kind: 'acceptable' }

function claimEntry(held: HeldClaim, { kind, message }: Stands = ready): object {
  return { kind, ...(message !== undefined && { message }), framework: held.claim.framework, ...sideJson(held) }
}

function requirementEntry(one: RequirementReview, standing: ReadonlyMap<HeldClaim, Stands>): object {
  const { framework, requirement, settles, settlesOnceAnswered, opens, residue, contradictions, clientOwns } = one
  const claims: Record<string, number> = {}
  for (const held of one.claims) {
    const { kind } = standing.get(held) ?? ready
    claims[kind] = (claims[kind] ?? 0) + 1
  }
  return {
    framework,
    requirement: requirement.id,
    title: requirement.title,
    settles,
    settlesOnceAnswered,
    opens,
    claims,
    leftToOthers: residue.length,
    contradictions: contradictions.length,
    clientOwns,
  }
}

function* residueEntries(requirements: readonly RequirementReview[]): Iterable<ReviewEntry> {
  for (const { framework, requirement, residue } of requirements)
    for (const one of residue)
      yield { kind: one.said ? 'said' : 'unsaid', framework, requirement: requirement.id, ...residueJson(one) }
}

function contradictionEntry(one: Contradiction, matrix: Matrix): object {
  const [first] = one.claims
  const shown = { ...one, claims: fewOf(one.claims) }
  return {
    ...contradictionJson(shown, matrix, one.claims),
    framework: first!.claim.framework,
    requirement: first!.claim.requirement,
    sidesInAll: one.claims.length,
  }
}

function changeEntry(one: VersionChange): object {
  return { ...changeJson({ ...one, claims: fewOf(one.claims) }), claimsInAll: one.claims.length }
}

const mostOfOneSaying = 5
const mostShown = 20

/** Some of each side: a long document has hundreds of rows about one objective. Those that may be accepted go first. */
function fewOf(claims: readonly HeldClaim[]): readonly HeldClaim[] {
  if (claims.length <= mostOfOneSaying) return claims
  const sides = Map.groupBy(claims, (held) => `${held.source.sha256} ${sayingOf(held)}`)
  const shown = [...sides.values()].flatMap((side) =>
    [...side.filter(isAcceptable), ...side.filter((held) => !isAcceptable(held))].slice(0, mostOfOneSaying),
  )
  return shown.slice(0, mostShown)
}
