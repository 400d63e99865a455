// The rows of an exhibit, numbered by topic, so that one paper can point to another place of itself: 3.12.
import type { Activity } from '../activity.ts'
import type { ActivityId } from '../identifiers.ts'
import { activitiesOf, heading } from '../views/srm.ts'
import type { Projection } from '../views/view.ts'

export interface NumberedRow {
  readonly number: string
  readonly activity: Activity
}

export interface Chapter {
  readonly number: number
  readonly title: string
  readonly rows: readonly NumberedRow[]
}

export function chaptersOf(projection: Projection): readonly Chapter[] {
  return [...Map.groupBy(activitiesOf(projection), ({ topic }) => topic)].map(([topic, activities], index) => ({
    number: index + 1,
    title: heading(topic, projection.matrix),
    rows: activities.map((activity, row) => ({ number: `${index + 1}.${row + 1}`, activity })),
  }))
}

export function numbersOf(chapters: readonly Chapter[]): ReadonlyMap<ActivityId, string> {
  return new Map(chapters.flatMap(({ rows }) => rows.map(({ number, activity }) => [activity.id, number] as const)))
}
