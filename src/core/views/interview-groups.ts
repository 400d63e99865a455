// The activities behind a requirement as an assessor asks about them: each once, with what it serves and what keeps that open.
import type { Activity } from '../activity.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Gap } from '../gap.ts'
import { fill } from '../placeholder.ts'
import { markOf, serving } from './serving.ts'
import { ended } from './ssp-prose.ts'
import type { Projection } from './view.ts'

interface Group {
  readonly activity: Activity
  readonly marks: string[]
  readonly served: ObjectiveCoverage[]
}

export interface Asked extends Group {
  /** what keeps its objectives open, a line each */
  readonly open: readonly string[]
}

/** What keeps an activity from settling anything stands with it, what an objective lacks besides with the first that serves it. */
export function askedOf(objectives: readonly ObjectiveCoverage[], projection: Projection): readonly Asked[] {
  const found = groups(objectives, projection)
  const first = new Map(
    objectives.map((objective) => [objective, found.find(({ served }) => served.includes(objective))]),
  )
  return found.map((group) => ({
    ...group,
    open: sayOpen(
      group.served,
      (objective) =>
        objective.gaps.filter(({ activity }) =>
          activity === undefined ? first.get(objective) === group : activity === group.activity.id,
        ),
      projection,
    ),
  }))
}

/** "Open, [a], [b]: nobody is accountable." */
export function sayOpen(
  objectives: readonly ObjectiveCoverage[],
  gapsOf: (objective: ObjectiveCoverage) => readonly Gap[],
  { matrix }: Projection,
): readonly string[] {
  const marksBy = new Map<string, ObjectiveCoverage[]>()
  for (const objective of objectives)
    for (const message of new Set(gapsOf(objective).map((gap) => fill(gap.message, matrix.parameters))))
      marksBy.set(message, [...(marksBy.get(message) ?? []), objective])
  const byMarks = Map.groupBy(marksBy, ([, about]) => marksOf(about))
  return [...byMarks].map(
    ([marks, messages]) =>
      `Open${marks === '' ? '' : `, ${marks}`}: ${ended(messages.map(([message]) => message).join('; '))}`,
  )
}

/** Each serving activity once, with the objectives and parts that it serves. */
function groups(objectives: readonly ObjectiveCoverage[], projection: Projection): readonly Group[] {
  const found = new Map<Activity, Group>()
  for (const objective of objectives) {
    for (const { activity, part } of serving(objective, projection)) {
      const group = found.get(activity) ?? { activity, marks: [], served: [] }
      const mark = [markOf(objective), part === undefined ? '' : `(${part})`].filter((text) => text !== '').join(' ')
      if (mark !== '' && !group.marks.includes(mark)) group.marks.push(mark)
      if (!group.served.includes(objective)) group.served.push(objective)
      found.set(activity, group)
    }
  }
  return [...found.values()]
}

export function marksOf(objectives: readonly ObjectiveCoverage[]): string {
  return objectives
    .map(markOf)
    .filter((mark) => mark !== '')
    .join(', ')
}
