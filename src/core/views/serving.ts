// What serves an objective where it applies: the activities of its scopes and parts, without what decisions take out.
import type { Activity } from '../activity.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import { coverings, servesIn } from '../covering.ts'
import type { Covering } from '../covering.ts'
import type { Decision } from '../decision.ts'
import { concerns, decisionFault } from '../decision-standing.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { remembered } from '../remembered.ts'
import type { Projection, Table } from './view.ts'

const byReference = remembered((matrix: Matrix) => coverings(matrix))

export function serving(
  { target, where }: ObjectiveCoverage,
  { matrix }: Pick<Projection, 'matrix'>,
): readonly Covering[] {
  return (byReference(matrix).get(target.ref) ?? []).filter((covering) =>
    where.some((place) => servesIn(covering, place)),
  )
}

export function servingActivities(
  objective: ObjectiveCoverage,
  projection: Pick<Projection, 'matrix'>,
): readonly Activity[] {
  return [...new Set(serving(objective, projection).map(({ activity }) => activity))]
}

/** The standing decisions that take an objective out, in a scope or a part or whole. */
export function decidedAway({ target }: ObjectiveCoverage, { decisions }: Pick<Matrix, 'decisions'>) {
  return decisions.filter(
    (decision) =>
      decision.kind === 'not-applicable' && concerns(decision, target) && decisionFault(decision) === undefined,
  )
}

/** What decisions leave out of an objective that applies elsewhere: scopes, parts, and parts in a scope; a line each. */
export function sayAway(objective: ObjectiveCoverage, { scopes }: Pick<Matrix, 'scopes'>): readonly string[] {
  const { status, where, away: everywhere } = objective
  if (status === 'not-applicable') return []
  const gone = scopes.filter(({ id }) => !where.some(({ scope }) => scope === id)).map(({ title }) => `in “${title}”`)
  const parts = where.flatMap(({ scope, away }) =>
    [...away]
      .filter((part) => !everywhere.includes(part))
      .map((part) => `${part}, in “${scopes.find(({ id }) => id === scope)?.title ?? scope}”`),
  )
  return [...gone, ...everywhere, ...parts].map((what) => `not applicable, by decision: ${what}`)
}

/** "There is no wireless access (decided on 2026-10-20 by Renee Calder)." */
export function sayDecision(decision: Decision, { scopes }: Pick<Matrix, 'scopes'>): string {
  const { reason = '', by = '', date = '', part, scope } = decision
  const limits = [
    part === undefined ? '' : `for the part “${part}”`,
    scope === undefined ? '' : `in “${scopes.find(({ id }) => id === scope)?.title ?? scope}”`,
  ].filter((text) => text !== '')
  const where = limits.length === 0 ? '' : `${capital(limits.join(', '))}: `
  return `${where}${reason.replace(/[.\s]+$/, '')} (decided on ${date} by ${by}).`
}

/** The objectives that the reader asked for. */
export function objectivesOf({ proof, framework }: Projection): readonly ObjectiveCoverage[] {
  return proof.objectives.filter(({ target }) => framework === undefined || target.framework.id === framework)
}

/** Objectives by requirement, in published order. */
export function byRequirement(objectives: readonly ObjectiveCoverage[]): readonly (readonly ObjectiveCoverage[])[] {
  return [...Map.groupBy(objectives, ({ target }) => target.requirement).values()]
}

/** A table a family, framework by framework; its columns may differ by framework. */
export function familyTables(
  objectives: readonly ObjectiveCoverage[],
  make: (family: readonly ObjectiveCoverage[]) => Pick<Table, 'columns' | 'rows'>,
): readonly Table[] {
  return [...Map.groupBy(objectives, ({ target }) => target.framework)].flatMap(([framework, group]) =>
    [...Map.groupBy(group, ({ target }) => target.requirement.family)].map(([family, members]) => {
      const title = framework.families.find(({ id }) => id === family)?.title ?? family
      return { title: `${framework.title}: ${title} (${family})`, ...make(members) }
    }),
  )
}

/** The objective's mark within its requirement: `[a]`; nothing where it is the requirement itself. */
export function markOf({ target: { requirement, objective } }: ObjectiveCoverage): string {
  return objective.id.startsWith(requirement.id) ? objective.id.slice(requirement.id.length) : objective.id
}

/** Whose assessment it is. */
export function assessedOf({ target }: ObjectiveCoverage, { frameworks }: Pick<Matrix, 'frameworks'>): PartyId {
  return frameworks.find(({ id }) => id === target.framework.id)!.assessed
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`
}
