// The questions that the activities of a matrix ask, each with its answer and where it is asked.
import type { Placeholder } from './activity.ts'
import type { ActivityId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'
import { asksOf, isAnswered } from './placeholder.ts'

export interface AskedQuestion extends Partial<Placeholder> {
  readonly name: string
  /** null: none yet, or none that says anything */
  readonly answer: string | null
  readonly activities: readonly ActivityId[]
}

/** What most rows ask first. */
export function questions(matrix: Matrix): readonly AskedQuestion[] {
  const asked = new Map<string, Placeholder | undefined>()
  const where = new Map<string, ActivityId[]>()
  for (const activity of matrix.activities) {
    for (const name of asksOf(activity)) {
      asked.set(name, asked.get(name) ?? activity.placeholders?.[name])
      where.set(name, [...(where.get(name) ?? []), activity.id])
    }
  }
  return [...asked]
    .map(([name, placeholder]) => ({
      name,
      ...placeholder,
      answer: isAnswered(matrix.parameters, name) ? matrix.parameters[name]! : null,
      activities: where.get(name)!,
    }))
    .toSorted((a, b) => b.activities.length - a.activities.length || (a.name < b.name ? -1 : 1))
}
