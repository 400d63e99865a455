// Edits of an older text, held against the draft of today: which still fit, and the draft with those that somebody chose.
import type { Activity } from '../activity.ts'
import { same } from '../compare.ts'
import type { Change } from '../compare.ts'
import type { Matrix } from '../matrix.ts'

/** What a person chooses by: an activity’s id, or a field of the engagement. */
export function subjectOf({ activity, field, kind }: Pick<Change, 'activity' | 'field' | 'kind'>): string {
  return activity ?? field ?? kind
}

/** Whether what the edit changed is today another than its editor saw. */
export function isStale(change: Change, { base, draft }: { readonly base: Matrix; readonly draft: Matrix }): boolean {
  if (change.kind === 'order') return !same(idsOf(base), idsOf(draft))
  if (change.field !== undefined) return !same(base[change.field], draft[change.field])
  return !same(activityIn(base, change.activity), activityIn(draft, change.activity))
}

/** The draft with these subjects as they were edited; everything else stays as it is today. */
export function withChosen(draft: Matrix, edited: Matrix, chosen: ReadonlySet<string>): Matrix {
  const after = new Map<string, Activity>(edited.activities.map((activity) => [activity.id, activity]))
  const kept = draft.activities
    .filter(({ id }) => !chosen.has(id) || after.has(id))
    .map((activity) => (chosen.has(activity.id) ? after.get(activity.id)! : activity))
  const known = new Set(draft.activities.map(({ id }) => id))
  const added = edited.activities.filter(({ id }) => chosen.has(id) && !known.has(id))
  const placed = added.reduce<readonly Activity[]>((activities, one) => behindItsLike(activities, one, edited), kept)
  const fields = Object.entries(edited).filter(([field]) => field !== 'activities' && chosen.has(field))
  const gone = new Set(Object.keys(draft).filter((field) => chosen.has(field) && !Object.hasOwn(edited, field)))
  const head = Object.fromEntries(
    Object.entries({ ...draft, ...Object.fromEntries(fields) }).filter(([field]) => !gone.has(field)),
  )
  return { ...(head as unknown as Matrix), activities: chosen.has('order') ? inOrderOf(placed, edited) : placed }
}

/** After the row that it follows in the edited text, where that stands; else at the end. */
function behindItsLike(activities: readonly Activity[], one: Activity, edited: Matrix): readonly Activity[] {
  const at = edited.activities.findIndex(({ id }) => id === one.id)
  const before = edited.activities[at - 1]
  const index = activities.findIndex(({ id }) => id === before?.id)
  return index === -1 ? [...activities, one] : activities.toSpliced(index + 1, 0, one)
}

function inOrderOf(activities: readonly Activity[], edited: Matrix): readonly Activity[] {
  const places = new Map(edited.activities.map(({ id }, index) => [id, index]))
  return activities.toSorted((a, b) => (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity))
}

function idsOf({ activities }: Matrix): readonly string[] {
  return activities.map(({ id }) => id)
}

function activityIn({ activities }: Matrix, wanted: Change['activity']): Activity | undefined {
  return activities.find(({ id }) => id === wanted)
}
