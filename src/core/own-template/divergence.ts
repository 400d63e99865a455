// How one client's matrix departs from the template: which rows it words or divides otherwise, lacks, or has besides; and taking the template's.
import type { Activity } from '../activity.ts'
import { compareActivities } from '../compare.ts'
import type { Change } from '../compare.ts'
import { compose } from '../compose.ts'
import type { Context } from '../context.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix, MatrixHead } from '../matrix.ts'
import type { Template } from '../template.ts'
import { wordingKey } from '../wording-key.ts'

export interface Departure {
  readonly activity: ActivityId
  readonly title: string
  readonly kind: 'changed' | 'missing' | 'extra'
  /** its words are no longer those that were composed; missing: it says of no template */
  readonly editedHere?: boolean
  /** the template's words are no longer those that it was composed from */
  readonly templateMoved?: boolean
  /** from the matrix to the template */
  readonly changes: readonly Change[]
  readonly ours?: Activity
  readonly template?: Activity
}

/** The engagement as it would be composed today; nothing is refused, for this is only looked at. */
export function freshMatrix(head: MatrixHead, template: Template, context: Pick<Context, 'frameworks'>): Matrix {
  const { topics: _topics, parts: _parts, ...engagement } = head
  // As it is read back from where it is kept: without fields that say nothing.
  return JSON.parse(JSON.stringify(compose(engagement, template, context))) as Matrix
}

/** In the template's order; what stands only in the matrix comes last, in its order. */
export function departures(matrix: Matrix, fresh: Matrix): readonly Departure[] {
  const held = new Map(matrix.activities.map((activity) => [activity.id, activity]))
  const given = new Set(fresh.activities.map(({ id }) => id))
  return [
    ...fresh.activities.flatMap((activity) => departure(held.get(activity.id), activity) ?? []),
    ...matrix.activities
      .filter(({ id }) => !given.has(id))
      .map((ours) => ({ activity: ours.id, title: ours.title, kind: 'extra' as const, changes: [], ours })),
  ]
}

function departure(ours: Activity | undefined, template: Activity): Departure | undefined {
  const { id, title } = template
  if (ours === undefined) return { activity: id, title, kind: 'missing', changes: [], template }
  const changes = compareActivities(bare(ours), bare(template))
  if (changes.length === 0) return undefined
  const composed = ours.origin?.wording
  return {
    activity: id,
    title: ours.title,
    kind: 'changed',
    ...(composed !== undefined && {
      editedHere: wordingKey(ours) !== composed,
      templateMoved: template.origin?.wording !== composed,
    }),
    changes,
    ours,
    template,
  }
}

/** Where a row came from, and who read it, is no departure. */
function bare({ origin: _origin, reviewed: _reviewed, ...activity }: Activity): Activity {
  return activity
}

/** The matrix with the template's rows in place of those that are named: changed, brought in or taken out. */
export function withTemplateRows(matrix: Matrix, fresh: Matrix, rows: ReadonlySet<ActivityId>): Matrix {
  const given = new Map(fresh.activities.map((activity) => [activity.id, activity]))
  const kept: readonly Activity[] = matrix.activities.flatMap((activity) =>
    rows.has(activity.id) ? (given.get(activity.id) ?? []) : activity,
  )
  const brought = fresh.activities.filter(({ id }) => rows.has(id) && !kept.some((one) => one.id === id))
  const activities = brought.reduce<readonly Activity[]>((list, activity) => placed(list, activity, fresh), kept)
  const topics = withTopics(matrix, fresh, activities)
  return {
    ...matrix,
    ...(topics.length > 0 && { topics }),
    ...((matrix.parts ?? fresh.parts) && { parts: withParts(matrix, fresh, activities) }),
    activities,
  }
}

/** Behind the nearest row before it in the template that stands here too; else first. */
function placed(list: readonly Activity[], activity: Activity, fresh: Matrix): readonly Activity[] {
  const index = fresh.activities.findIndex(({ id }) => id === activity.id)
  const before = fresh.activities.slice(0, index).map(({ id }) => id)
  const at = list.findLastIndex(({ id }) => id === before.findLast((one) => list.some((row) => row.id === one)))
  return list.toSpliced(at + 1, 0, activity)
}

function withTopics(matrix: Matrix, fresh: Matrix, activities: readonly Activity[]): NonNullable<Matrix['topics']> {
  const used = new Set(activities.map(({ topic }) => topic))
  const known = matrix.topics ?? []
  const more = (fresh.topics ?? []).filter(({ id }) => used.has(id) && !known.some((topic) => topic.id === id))
  return [...known, ...more]
}

/** Parts that a row was brought in for are declared as the template declares them. */
function withParts(matrix: Matrix, fresh: Matrix, activities: readonly Activity[]): NonNullable<Matrix['parts']> {
  const parted = new Set(
    activities.flatMap(({ covers }) => covers.flatMap((cover) => (typeof cover === 'string' ? [] : cover.ref))),
  )
  const more = Object.entries(fresh.parts ?? {}).filter(([ref]) => parted.has(ref))
  return { ...Object.fromEntries(more), ...matrix.parts }
}
