// The review of claims against a matrix: what accepting would settle and open, what contradicts, what is left to others, what nobody has.
import type { ClaimsFile } from '../claims/claims-file.ts'
import { coverage } from '../coverage.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Reason } from '../gap.ts'
import type { PartyId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { isAcceptable } from './acceptable-claim.ts'
import { acceptedRow } from './acceptance.ts'
import type { AcceptableClaim, Acceptance } from './acceptable-claim.ts'
import { sayingOf } from './chosen-side.ts'
import { leftOf } from './choice.ts'
import type { Left } from './choice.ts'
import type { Contradiction } from './contradiction.ts'
import { effectsIn } from './effect.ts'
import { hear } from './hearing.ts'
import { replacedBy } from './held-claim.ts'
import type { Ground, HeldClaim } from './held-claim.ts'
import { likelyVersions } from './likely-version.ts'
import type { LikelyVersion } from './likely-version.ts'
import { changesSince } from './newer-version.ts'
import type { VersionChange } from './newer-version.ts'
import { requirementsOf } from './requirement-review.ts'
import type { RequirementReview } from './requirement-review.ts'
import { speakerNamed, withProvisional } from './speaker.ts'
import { speaksOfItself } from './who-does.ts'

export interface Review {
  readonly files: readonly ClaimsFile[]
  /** whose documents these are, where the matrix has no such party: reviewed as if it were added */
  readonly unnamed: readonly string[]
  readonly held: readonly HeldClaim[]
  readonly accepted: readonly HeldClaim[]
  /** those that could be accepted together, as they are */
  readonly acceptable: readonly AcceptableClaim[]
  readonly left: readonly Left[]
  readonly requirements: readonly RequirementReview[]
  /** open objectives that the matrix gives to nobody, and that no claim helps */
  readonly nobodys: readonly ObjectiveCoverage[]
  /** those that it gives to somebody, and that are open for other reasons */
  readonly openBesides: readonly ObjectiveCoverage[]
  readonly contradictions: readonly Contradiction[]
  readonly changes: readonly VersionChange[]
  readonly versions: readonly LikelyVersion[]
  /** objectives open in the matrix as it is */
  readonly open: number
}

export interface ReviewGround extends Ground {
  /** who would answer for rows that nobody answers for yet */
  readonly accountable?: PartyId
  readonly scopesOf: Acceptance['scopesOf']
}

export function review(files: readonly ClaimsFile[], ground: ReviewGround): Review {
  const { matrix, context } = ground
  const names = files.map(({ party }) => party)
  const said = withProvisional(names, matrix, ground.said)
  const { held, contradictions, inPieces } = hear(files, { ...ground, said })
  const left = leftOf(held, { matrix, contradictions }, false)
  const accepted = held.filter((one) => isAcceptable(one) && acceptedRow(matrix, one) !== undefined)
  const out = new Set([...accepted, ...left.map((one) => one.held)])
  const how: Acceptance = {
    reason: 'review',
    date: '2000-01-01',
    inPieces,
    scopesOf: ground.scopesOf,
    ...(ground.accountable !== undefined && { accountable: ground.accountable }),
  }
  const effectOf = effectsIn(how, { matrix, context })
  const effects = new Map(held.filter(isAcceptable).map((one) => [one, effectOf(one)] as const))
  const open = coverage(matrix, context).objectives.filter(({ status }) => status === 'open')
  const helped = helpedBy(held)
  const unhelped = open.filter(({ target }) => !helped.has(target.ref))
  const documents = files.map(({ source, party }) => ({
    source,
    speaker: speakerNamed(party, matrix, said),
    replaces: replacedBy(source, ground.newer),
  }))
  return {
    files,
    unnamed: [...new Set(names.filter((name) => speakerNamed(name, matrix, ground.said).id === null))],
    held,
    accepted,
    acceptable: held.filter(isAcceptable).filter((one) => !out.has(one)),
    left,
    requirements: requirementsOf(held, { matrix, contradictions, effects }),
    nobodys: unhelped.filter(isNobodys),
    openBesides: unhelped.filter((one) => !isNobodys(one)),
    contradictions,
    changes: changesSince(matrix, held, documents),
    versions: likelyVersions(matrix, held, documents),
    open: open.length,
  }
}

const nobodysReasons: ReadonlySet<Reason> = new Set(['nobody', 'part-missing', 'untaken'])

function isNobodys({ reasons }: ObjectiveCoverage): boolean {
  return reasons.some((reason) => nobodysReasons.has(reason))
}

/** A party says of itself that it does all or some of it. */
function helpedBy(held: readonly HeldClaim[]): ReadonlySet<Reference> {
  return new Set(held.filter((one) => one.fault === undefined && speaksOfItself(one)).flatMap(({ refs }) => refs))
}

/** Objectives about which documents contradict themselves or each other, with no side or two of them chosen: for the gap proof. */
export function contradictedBy(
  contradictions: readonly Contradiction[],
  matrix: Matrix,
): ReadonlyMap<Reference, string> {
  const open = contradictions.filter(
    ({ kind, claims }) =>
      kind !== 'matrix' && new Set(claims.filter((one) => acceptedRow(matrix, one)).map(sayingOf)).size !== 1,
  )
  return new Map(open.toReversed().flatMap(({ refs, message }) => refs.map((ref) => [ref, message] as const)))
}
