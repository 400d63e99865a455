// What the record is worth: the highest score that it could support, and what rests on whom. Never an SPRS score: that scores implementation.
import { accountableParties } from './activity.ts'
import type { Context } from './context.ts'
import { coverage } from './coverage.ts'
import type { Coverage, ObjectiveCoverage } from './coverage.ts'
import { coverings } from './covering.ts'
import { decisionFor } from './decision-standing.ts'
import { unassigned } from './duty.ts'
import type { Framework, Requirement } from './framework.ts'
import type { FrameworkId, PartyId, Reference, ScopeId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'
import { dutyHolders } from './ownership.ts'

export interface Ceiling {
  readonly framework: Framework
  /** the supported ceiling, in points of 32 CFR 170.24 */
  readonly score: number
  readonly lost: readonly { readonly requirement: Requirement; readonly points: number }[]
  /** the requirement without which no score can be submitted is open */
  readonly withheld: boolean
}

export interface Departure {
  readonly party: PartyId
  /** objectives that are settled today and would be open */
  readonly orphans: readonly Reference[]
  readonly matrix: Matrix
}

export function ceilings(
  matrix: Matrix,
  context: Context,
  proof: Coverage = coverage(matrix, context),
): ReadonlyMap<FrameworkId, Ceiling> {
  const byFramework = Map.groupBy(proof.objectives, ({ target }) => target.framework)
  const scored = [...byFramework].flatMap(([framework, objectives]) => {
    const { scoring } = framework
    if (!scoring) return []
    const byRequirement = Map.groupBy(objectives, ({ target }) => target.requirement)
    const lost = [...byRequirement].flatMap(([requirement, parts]) => {
      const open = parts.some(({ status }) => status === 'open')
      const points = deduction(requirement, open, isPartial(matrix, parts))
      return open || points > 0 ? [{ requirement, points }] : []
    })
    const score = lost.reduce((sum, { points }) => sum - points, scoring.max)
    const withheld = lost.some(({ requirement }) => requirement.id === scoring.withhold)
    return [[framework.id, { framework, score, lost, withheld }] as const]
  })
  return new Map(scored)
}

/** Points of the requirements in which each party has a part. Several may rest on two parties: the figures do not add up. */
export function pointsByParty(
  matrix: Matrix,
  proof: Coverage,
  framework: FrameworkId,
): Readonly<Record<PartyId, number>> {
  const byReference = coverings(matrix)
  const resting = new Map<PartyId, Set<Requirement>>(matrix.parties.map(({ id }) => [id, new Set()]))
  for (const { target } of proof.objectives) {
    if (target.framework.id !== framework) continue
    for (const { activity } of byReference.get(target.ref) ?? []) {
      for (const party of [...dutyHolders(activity), ...accountableParties(activity)])
        resting.get(party)?.add(target.requirement)
    }
  }
  return Object.fromEntries(
    [...resting].map(([party, held]) => [
      party,
      [...held].reduce((sum, { attributes }) => sum + (attributes.weight?.value ?? 0), 0),
    ]),
  )
}

/** The same matrix after a party has left: its duties are nobody's, and nobody answers where it did. */
export function withoutParty(matrix: Matrix, party: PartyId): Matrix {
  return {
    ...matrix,
    offerings: matrix.offerings.filter(({ by }) => by !== party),
    activities: matrix.activities.map((activity) => ({
      ...activity,
      accountable: accountableParties(activity).includes(party) ? [] : accountableParties(activity),
      duties: activity.duties.map((duty) => (duty.party === party ? { ...duty, party: unassigned } : duty)),
    })),
  }
}

export function departure(matrix: Matrix, context: Context, party: PartyId): Departure {
  const after = withoutParty(matrix, party)
  const open = new Set(openReferences(coverage(after, context)))
  const before = new Set(openReferences(coverage(matrix, context)))
  return { party, matrix: after, orphans: [...open].filter((ref) => !before.has(ref)) }
}

function openReferences(proof: Coverage): readonly Reference[] {
  return proof.objectives.filter(({ status }) => status === 'open').map(({ target }) => target.ref)
}

function deduction(requirement: Requirement, open: boolean, partial: boolean): number {
  const { weight } = requirement.attributes
  if (partial && weight?.partial) return weight.partial.value
  return open ? (weight?.value ?? 0) : 0
}

/**
 * A decision records that only the partial case is met; it costs its points even where everything is allocated.
 * Where something is open it must speak for every scope: else the requirement is not met even in part.
 */
function isPartial({ scopes, decisions }: Matrix, parts: readonly ObjectiveCoverage[]): boolean {
  const partial = ({ id }: { readonly id: ScopeId }): boolean =>
    parts.some(({ target }) => decisionFor(target, decisions, { kind: 'partial-case', scope: id }) !== undefined)
  return parts.some(({ status }) => status === 'open') ? scopes.every(partial) : scopes.some(partial)
}
