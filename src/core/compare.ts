// Compare says what changed between two matrices: who does it, by when, in which words, for which citation.
import type { Activity } from './activity.ts'
import type { Duty } from './duty.ts'
import type { ActivityId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'

export type Aspect = 'reallocation' | 'timing' | 'wording' | 'citation'

export interface Change {
  readonly kind: Aspect | 'added' | 'removed' | 'order' | 'engagement'
  readonly activity: ActivityId | null
  /** of kind "engagement": which field of the matrix */
  readonly field?: keyof Matrix
  readonly before: unknown
  readonly after: unknown
}

/** Reallocation first: that is what the parties must see. */
const aspects = ['reallocation', 'timing', 'citation', 'wording'] as const

interface Slices {
  readonly reallocation: {
    readonly accountable: Activity['accountable']
    readonly duties: readonly Pick<Duty, 'party' | 'offering' | 'kind' | 'own' | 'basis'>[]
  }
  readonly timing: readonly (Duty['timing'] | null)[]
  readonly citation: Pick<Activity, 'covers' | 'scopes'>
  readonly wording: Omit<Activity, 'accountable' | 'covers' | 'scopes' | 'duties'> & {
    readonly duties: readonly Omit<Duty, 'party' | 'offering' | 'kind' | 'own' | 'basis' | 'timing'>[]
  }
}

export function compare(a: Matrix, b: Matrix): readonly Change[] {
  const before = new Map(a.activities.map((activity) => [activity.id, activity]))
  const after = new Map(b.activities.map((activity) => [activity.id, activity]))
  const kept = b.activities.filter(({ id }) => before.has(id))
  const changed = kept.flatMap((activity) => compareActivities(before.get(activity.id)!, activity))
  const removed = a.activities.filter(({ id }) => !after.has(id))
  const added = b.activities.filter(({ id }) => !before.has(id))
  return [
    ...aspects.flatMap((aspect) => changed.filter(({ kind }) => kind === aspect)),
    ...removed.map((activity) => ({ kind: 'removed' as const, activity: activity.id, before: activity, after: null })),
    ...added.map((activity) => ({ kind: 'added' as const, activity: activity.id, before: null, after: activity })),
    ...compareEngagements(a, b),
    ...compareOrder(
      a,
      b,
      added.map(({ id }) => id),
    ),
  ]
}

/** `apply(a, compare(a, b))` is `b`. */
export function apply(a: Matrix, changes: readonly Change[]): Matrix {
  const activities = new Map(a.activities.map((activity) => [activity.id, activity]))
  let matrix = a
  let order: readonly ActivityId[] | undefined
  const slices = new Map<ActivityId, Slices>()
  for (const change of changes) {
    const id = change.activity!
    if (change.kind === 'engagement') matrix = withField(matrix, change)
    else if (change.kind === 'order') order = change.after as readonly ActivityId[]
    else if (change.kind === 'removed') activities.delete(id)
    else if (change.kind === 'added') activities.set(id, change.after as Activity)
    else slices.set(id, { ...(slices.get(id) ?? slice(activities.get(id)!)), [change.kind]: change.after })
  }
  // Only together: one more duty is one more in each slice.
  for (const [id, changed] of slices) activities.set(id, joined(changed))
  return { ...matrix, activities: (order ?? [...activities.keys()]).map((id) => activities.get(id)!) }
}

/** The same activity, twice. */
export function compareActivities(a: Activity, b: Activity): readonly Change[] {
  if (same(a, b)) return []
  const before = slice(a)
  const after = slice(b)
  const resized = a.duties.length !== b.duties.length
  return aspects
    .filter((aspect) => (resized && aspect !== 'citation') || !same(before[aspect], after[aspect]))
    .map((aspect) => ({ kind: aspect, activity: a.id, before: before[aspect], after: after[aspect] }))
}

/** Changes of one activity, as `compareActivities` tells them, applied to it; or to another of which they change what nobody else did. */
export function changedActivity(activity: Activity, changes: readonly Change[]): Activity {
  const after = Object.fromEntries(changes.map((change) => [change.kind, change.after]))
  return joined({ ...slice(activity), ...after })
}

function slice(activity: Activity): Slices {
  const { accountable, covers, scopes, duties, ...rest } = activity
  return {
    reallocation: {
      accountable,
      duties: duties.map(({ party, offering, kind, own, basis }) => defined({ party, offering, kind, own, basis })),
    },
    timing: duties.map(({ timing }) => timing ?? null),
    citation: defined({ covers, scopes }),
    wording: {
      ...rest,
      duties: duties.map(({ party: _p, offering: _o, kind: _k, own: _w, basis: _b, timing: _t, ...words }) => words),
    },
  }
}

function joined({ reallocation, timing, citation, wording }: Slices): Activity {
  const { duties: words, ...rest } = wording
  const duties = words.map(
    (worded, index) =>
      defined({ ...worded, ...reallocation.duties[index], timing: timing[index] ?? undefined }) as Duty,
  )
  return defined({ ...rest, accountable: reallocation.accountable, ...citation, duties })
}

function compareEngagements(a: Matrix, b: Matrix): readonly Change[] {
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => field !== 'activities',
  ) as (keyof Matrix)[]
  return fields
    .filter((field) => !same(a[field], b[field]))
    .map((field) => ({ kind: 'engagement', activity: null, field, before: a[field] ?? null, after: b[field] ?? null }))
}

function withField(matrix: Matrix, change: Change): Matrix {
  return defined({ ...matrix, [change.field!]: change.after ?? undefined })
}

function compareOrder(a: Matrix, b: Matrix, added: readonly ActivityId[]): readonly Change[] {
  const staying = new Set(b.activities.map(({ id }) => id))
  const left = [...a.activities.map(({ id }) => id).filter((id) => staying.has(id)), ...added]
  const wanted = b.activities.map(({ id }) => id)
  return same(left, wanted)
    ? []
    : [{ kind: 'order', activity: null, before: a.activities.map(({ id }) => id), after: wanted }]
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}

/** Equal as JSON, whatever the order of the keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return false
  const keysOf = (value: object): string[] =>
    Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined)
  const keys = keysOf(a)
  return (
    keys.length === keysOf(b).length &&
    keys.every(
      (key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  )
}
