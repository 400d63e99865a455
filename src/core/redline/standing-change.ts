// What the change does to the gap proof: objectives that close, open, come or go, and the supported ceiling.
import { ceilings } from '../exposure.ts'
import type { Ceiling } from '../exposure.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Framework } from '../framework.ts'
import type { Reference } from '../identifiers.ts'
import type { Subject } from '../rendition/rendition.ts'

export type Standing = ObjectiveCoverage['status'] | 'not assessed'

export interface StandingChange {
  readonly ref: Reference
  readonly objective: ObjectiveCoverage
  readonly before: Standing
  readonly after: Standing
}

/** In the order of the later revision; what is no longer assessed last. */
export function standingChanges(before: Subject, after: Subject): readonly StandingChange[] {
  const was = byReference(before)
  const is = byReference(after)
  const all = [...after.proof.objectives, ...before.proof.objectives.filter(({ target }) => !is.has(target.ref))]
  return all
    .map((objective) => ({
      ref: objective.target.ref,
      objective,
      before: was.get(objective.target.ref)?.status ?? ('not assessed' as const),
      after: is.get(objective.target.ref)?.status ?? ('not assessed' as const),
    }))
    .filter((change) => change.before !== change.after)
}

function byReference({ proof }: Subject): ReadonlyMap<Reference, ObjectiveCoverage> {
  return new Map(proof.objectives.map((objective) => [objective.target.ref, objective]))
}

export interface CeilingChange {
  readonly framework: Framework
  readonly before: Ceiling | undefined
  readonly after: Ceiling | undefined
}

/** Of each framework that has a score in either revision, changed or not. */
export function ceilingChanges(before: Subject, after: Subject): readonly CeilingChange[] {
  const was = ceilings(before.matrix, before.context, before.proof)
  const is = ceilings(after.matrix, after.context, after.proof)
  return [...new Set([...is.keys(), ...was.keys()])].map((id) => ({
    framework: (is.get(id) ?? was.get(id)!).framework,
    before: was.get(id),
    after: is.get(id),
  }))
}
