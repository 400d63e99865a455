// A framework's requirements by published id, and by the objective's.
import type { Framework, Requirement } from './framework.ts'
import { remembered } from './remembered.ts'

export interface FrameworkIndex {
  readonly requirements: ReadonlyMap<string, Requirement>
  readonly byObjective: ReadonlyMap<string, Requirement>
}

export const frameworkIndex = remembered(({ requirements }: Framework): FrameworkIndex => ({
  requirements: new Map(requirements.map((requirement) => [requirement.id, requirement])),
  byObjective: new Map(
    requirements.flatMap((requirement) => requirement.objectives.map(({ id }) => [id, requirement] as const)),
  ),
}))
