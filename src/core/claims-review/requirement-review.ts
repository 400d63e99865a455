// What the claims come to for one requirement.
import type { Activity } from '../activity.ts'
import type { Requirement } from '../framework.ts'
import { compareText } from '../finding.ts'
import type { FrameworkId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { isAcceptable } from './acceptable-claim.ts'
import type { AcceptableClaim } from './acceptable-claim.ts'
import type { Contradiction } from './contradiction.ts'
import type { Effect } from './effect.ts'
import type { HeldClaim } from './held-claim.ts'
import { clientDuties, residueOf } from './residue.ts'
import type { Owned, Residue } from './residue.ts'
import { rowsServing } from './standing.ts'

export interface RequirementReview {
  readonly framework: FrameworkId
  readonly requirement: Requirement
  readonly claims: readonly HeldClaim[]
  readonly settles: readonly Reference[]
  readonly settlesOnceAnswered: readonly Reference[]
  /** settled now, and open until what is left is taken or somebody answers */
  readonly opens: readonly Reference[]
  readonly residue: readonly Residue[]
  readonly contradictions: readonly Contradiction[]
  readonly clientOwns: readonly Owned[]
}

export interface RequirementGround {
  readonly matrix: Matrix
  readonly contradictions: readonly Contradiction[]
  readonly effects: ReadonlyMap<AcceptableClaim, Effect>
}

export function requirementsOf(held: readonly HeldClaim[], ground: RequirementGround): readonly RequirementReview[] {
  const placed = held.filter(({ requirement, refs }) => requirement !== undefined && refs.length > 0)
  const groups = Map.groupBy(placed, ({ claim }) => `${claim.framework}:${claim.requirement}`)
  const contradicting = byRequirement(ground.contradictions)
  return [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, claims]) => reviewOf(claims, contradicting.get(key) ?? [], ground))
}

function byRequirement(contradictions: readonly Contradiction[]): ReadonlyMap<string, readonly Contradiction[]> {
  return Map.groupBy(contradictions, ({ claims: [first] }) => `${first!.claim.framework}:${first!.claim.requirement}`)
}

function reviewOf(
  claims: readonly HeldClaim[],
  contradictions: readonly Contradiction[],
  { matrix, effects }: RequirementGround,
): RequirementReview {
  const [first] = claims as readonly [HeldClaim]
  const refs = new Set(claims.flatMap((held) => held.refs))
  const acceptable = claims.filter(isAcceptable)
  const each = (what: keyof Effect): readonly Reference[] => [
    ...new Set(acceptable.flatMap((held) => effects.get(held)?.[what] ?? [])),
  ]
  const settles = each('settles')
  return {
    framework: first.claim.framework!,
    requirement: first.requirement!,
    claims,
    settles,
    settlesOnceAnswered: each('settlesOnceAnswered').filter((ref) => !settles.includes(ref)),
    opens: each('opens'),
    residue: residueOf(acceptable, matrix),
    contradictions,
    clientOwns: clientDuties(refs, rowsFor(refs, matrix), matrix),
  }
}

function rowsFor(refs: ReadonlySet<Reference>, matrix: Matrix): readonly Activity[] {
  return [...new Set([...refs].flatMap((ref) => rowsServing(ref, matrix)))]
}
