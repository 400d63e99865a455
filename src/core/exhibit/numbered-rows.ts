// The rows of an exhibit, numbered by topic, and their duties lettered, so that a paper can point to one of them: A-3.12(b).
import type { Activity } from '../activity.ts'
import type { ActivityId } from '../identifiers.ts'
import { activitiesOf, heading } from '../views/srm.ts'
import type { Projection } from '../views/view.ts'

export interface NumberedRow {
  /** the letter of the schedule keeps it apart from clause 3.12 */
  readonly number: string
  readonly activity: Activity
}

export interface Chapter {
  readonly number: string
  readonly title: string
  readonly rows: readonly NumberedRow[]
}

export function chaptersOf(projection: Projection): readonly Chapter[] {
  return [...Map.groupBy(activitiesOf(projection), ({ topic }) => topic)].map(([topic, activities], index) => {
    const number = `A-${index + 1}`
    return {
      number,
      title: heading(topic, projection.matrix),
      rows: activities.map((activity, row) => ({ number: `${number}.${row + 1}`, activity })),
    }
  })
}

export function numbersOf(chapters: readonly Chapter[]): ReadonlyMap<ActivityId, string> {
  return new Map(chapters.flatMap(({ rows }) => rows.map(({ number, activity }) => [activity.id, number] as const)))
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** (a) … (z), (aa) …: of the duties of one row, in their order. */
export function letterOf(index: number): string {
  const before = Math.floor(index / letters.length)
  return `(${before === 0 ? '' : letters.charAt(before - 1)}${letters.charAt(index % letters.length)})`
}
