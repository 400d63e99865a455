// The shipped library as the gates read it: its divisions and duties, each with its place.
import type { Activity, Allocation } from '../../src/core/activity.ts'
import type { Duty } from '../../src/core/duty.ts'
import type { Framework } from '../../src/core/framework.ts'
import type { Template } from '../../src/core/template.ts'
import { frameworkIds, loadFramework } from '../../src/library/frameworks.ts'
import { loadProfiles } from '../../src/library/profiles.ts'
import type { Profile } from '../../src/library/profiles.ts'
import { loadRoles } from '../../src/library/roles.ts'
import type { Roles } from '../../src/library/roles.ts'
import { loadTemplate } from '../../src/library/template.ts'

/** One way in which an activity may be divided: as sold, without its offering, or in a variant. */
export interface Division {
  readonly activity: Activity
  readonly way: 'sold' | 'withoutOffering' | 'withoutOne' | 'variant'
  readonly allocation: Allocation
  /** where in the library: `backup.yaml restore-drill` */
  readonly at: string
}

export interface PlacedDuty {
  readonly at: string
  readonly duty: Duty
  readonly division: Division
}

export interface Library {
  readonly template: Template
  readonly divisions: readonly Division[]
  readonly duties: readonly PlacedDuty[]
  readonly roles: Roles
  readonly profiles: readonly Profile[]
}

export const frameworks: ReadonlyMap<string, Framework> = new Map(frameworkIds.map((id) => [id, loadFramework(id)]))

/** Every objective of the four frameworks, as references. */
export const objectives = [...frameworks.values()].flatMap(({ id, requirements }) =>
  requirements.flatMap((requirement) => requirement.objectives.map((objective) => `${id}:${objective.id}`)),
)

export function shippedLibrary(): Library {
  return libraryOf(loadTemplate())
}

export function libraryOf(template: Template): Library {
  const divisions = template.activities.flatMap(divisionsOf)
  const duties = divisions.flatMap((division) =>
    division.allocation.duties.map((duty, index) => ({ at: `${division.at} duties[${index}]`, duty, division })),
  )
  return { template, divisions, duties, roles: loadRoles(), profiles: loadProfiles() }
}

export function placeOf({ topic, id }: Activity): string {
  return `${topic}.yaml ${id}`
}

function divisionsOf(activity: Activity): readonly Division[] {
  const at = placeOf(activity)
  const { withoutOffering, withoutOne = {}, variants = [] } = activity
  return [
    { activity, way: 'sold', allocation: activity, at },
    ...(withoutOffering
      ? [
          {
            activity,
            way: 'withoutOffering' as const,
            allocation: withoutOffering,
            at: `${at} withoutOffering`,
          },
        ]
      : []),
    ...Object.entries(withoutOne).map(([offering, allocation]) => ({
      activity,
      way: 'withoutOne' as const,
      allocation,
      at: `${at} withoutOne ${offering}`,
    })),
    ...variants.map((variant) => ({
      activity,
      way: 'variant' as const,
      allocation: variant,
      at: `${at} variant ${variant.id}`,
    })),
  ]
}

/** Every text of a value, with its place; the keys of objects are not texts. */
export function textsIn(value: unknown, at = ''): readonly (readonly [at: string, text: string])[] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, at === '' ? key : `${at}.${key}`))
}
