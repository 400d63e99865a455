// The shipped library, read once for all its tests.
import { readdirSync, readFileSync } from 'node:fs'
import type { Activity, Allocation } from '../../src/core/activity.ts'
import type { Duty } from '../../src/core/duty.ts'
import { frameworkIds, loadFramework, readJson } from '../../src/library/frameworks.ts'
import { loadTemplate, readTopic } from '../../src/library/template.ts'

const home = new URL('../../src/library/', import.meta.url)

export const template = loadTemplate()
export const topics = readdirSync(new URL('activities/', home))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readTopic(name, readFileSync(new URL(`activities/${name}`, home), 'utf8')))
export const frameworks = new Map(frameworkIds.map((id) => [id, loadFramework(id)] as const))
export const offeringIds = template.offerings.map(({ id }) => id)
export const starterCoverage = readJson('starter-coverage.json') as Readonly<Record<string, readonly string[]>>

/** Every objective of the four frameworks, as references. */
export const objectives = [...frameworks.values()].flatMap(({ id, requirements }) =>
  requirements.flatMap((requirement) => requirement.objectives.map((objective) => `${id}:${objective.id}`)),
)

/** One way in which an activity may be divided: as sold, without its offering, or in a variant. */
export interface Division {
  readonly activity: Activity
  readonly way: 'sold' | 'withoutOffering' | 'variant'
  readonly allocation: Allocation
  /** where in the library: `backup.yaml restore-drill` */
  readonly at: string
}

export const divisions: readonly Division[] = template.activities.flatMap((activity) => {
  const at = `${activity.topic}.yaml ${activity.id}`
  const { withoutOffering, variants = [] } = activity
  return [
    { activity, way: 'sold' as const, allocation: activity, at },
    ...(withoutOffering
      ? [{ activity, way: 'withoutOffering' as const, allocation: withoutOffering, at: `${at} withoutOffering` }]
      : []),
    ...variants.map((variant) => ({
      activity,
      way: 'variant' as const,
      allocation: variant,
      at: `${at} variant ${variant.id}`,
    })),
  ]
})

export interface PlacedDuty {
  readonly at: string
  readonly duty: Duty
  readonly division: Division
}

export const duties: readonly PlacedDuty[] = divisions.flatMap((division) =>
  division.allocation.duties.map((duty, index) => ({ at: `${division.at} duties[${index}]`, duty, division })),
)

/** Every text of a value, with its place; the keys of objects are not texts. */
export function textsIn(value: unknown, at = ''): readonly (readonly [at: string, text: string])[] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, at === '' ? key : `${at}.${key}`))
}
