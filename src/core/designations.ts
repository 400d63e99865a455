// Required and addressable specifications: what is open of each, and which decisions were recorded. Addressable is not optional.
import type { Coverage, ObjectiveCoverage } from './coverage.ts'
import type { Decision } from './decision.ts'
import { concerns } from './decision-standing.ts'
import type { FrameworkId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'

interface Standing {
  readonly objectives: number
  readonly notApplicable: readonly string[]
  readonly open: readonly string[]
}

export interface Designations {
  readonly standards: Standing
  readonly required: Standing
  readonly addressable: Standing
  readonly decisions: readonly Decision[]
}

/** Undefined where the framework designates nothing. */
export function designations(matrix: Matrix, proof: Coverage, framework: FrameworkId): Designations | undefined {
  const objectives = proof.objectives.filter(({ target }) => target.framework.id === framework)
  const designated = Map.groupBy(objectives, ({ target }) => target.requirement.attributes.designation)
  if (!designated.has('required') && !designated.has('addressable')) return undefined
  return {
    standards: standing(designated.get(undefined) ?? []),
    required: standing(designated.get('required') ?? []),
    addressable: standing(designated.get('addressable') ?? []),
    decisions: matrix.decisions.filter((decision) => objectives.some(({ target }) => concerns(decision, target))),
  }
}

function standing(objectives: readonly ObjectiveCoverage[]): Standing {
  const ids = (status: ObjectiveCoverage['status']): readonly string[] =>
    objectives.filter((objective) => objective.status === status).map(({ target }) => target.objective.id)
  return { objectives: objectives.length, notApplicable: ids('not-applicable'), open: ids('open') }
}
