// The gap proof in figures: by framework, family and requirement.
import type { Coverage, ObjectiveCoverage } from './coverage.ts'
import type { FrameworkId } from './identifiers.ts'

export interface Tally {
  readonly objectives: number
  readonly settled: number
  readonly notApplicable: number
  readonly open: number
  readonly requirements: number
  readonly requirementsOpen: number
}

export function tally(objectives: readonly ObjectiveCoverage[]): Tally {
  const open = objectives.filter(({ status }) => status === 'open')
  return {
    objectives: objectives.length,
    settled: objectives.filter(({ status }) => status === 'settled').length,
    notApplicable: objectives.filter(({ status }) => status === 'not-applicable').length,
    open: open.length,
    requirements: new Set(objectives.map(({ target }) => target.requirement)).size,
    requirementsOpen: new Set(open.map(({ target }) => target.requirement)).size,
  }
}

export function tallyByFramework(coverage: Coverage): ReadonlyMap<FrameworkId, Tally> {
  return tallyBy(coverage, ({ target }) => target.framework.id)
}

/** Keys are family ids, unique within one framework only. */
export function tallyByFamily(objectives: readonly ObjectiveCoverage[]): ReadonlyMap<string, Tally> {
  return tallyBy({ objectives }, ({ target }) => target.requirement.family)
}

function tallyBy(
  coverage: Pick<Coverage, 'objectives'>,
  key: (objective: ObjectiveCoverage) => string,
): ReadonlyMap<string, Tally> {
  return new Map([...Map.groupBy(coverage.objectives, key)].map(([name, group]) => [name, tally(group)]))
}
