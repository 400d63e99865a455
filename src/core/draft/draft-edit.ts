// An edit of a draft as a value: what becomes of its head and of its activities. A preview and a save apply the same one.
import type { Activity } from '../activity.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix, MatrixHead } from '../matrix.ts'

export interface HeadEdit {
  readonly head: MatrixHead
  /** as the record names it: `engagement.changed`, `decision.recorded` */
  readonly kind: string
  readonly before: unknown
  readonly after: unknown
}

export interface Because {
  readonly kind: string
  readonly subject: string
  readonly body: unknown
}

export interface DraftEdit {
  /** why it changes: recorded before the single changes */
  readonly because?: Because
  readonly head?: HeadEdit
  readonly changed?: readonly Activity[]
  readonly added?: readonly Activity[]
  readonly removed?: readonly ActivityId[]
  /** every activity that there is after the edit, as they are read; missing: what is added comes last */
  readonly order?: readonly ActivityId[]
  /** of what is changed or added: what now stands as the template gives it */
  readonly given?: ReadonlySet<ActivityId>
  /** of what is changed: the template’s row, from which it departs */
  readonly bases?: ReadonlyMap<ActivityId, Activity>
  /** what goes does so because the template no longer gives it */
  readonly recomposed?: true
  /** of what is added: what was removed before */
  readonly restored?: ReadonlySet<ActivityId>
}

/** Activities that the edit leaves alone stay the same objects: proving again rests on it. */
export function editedMatrix(matrix: Matrix, edit: DraftEdit): Matrix {
  const changed = new Map((edit.changed ?? []).map((activity) => [activity.id, activity]))
  const removed = new Set(edit.removed)
  const left = matrix.activities
    .filter(({ id }) => !removed.has(id))
    .map((activity) => changed.get(activity.id) ?? activity)
  const activities = [...left, ...(edit.added ?? [])]
  return { ...(edit.head?.head ?? matrix), activities: inOrder(activities, edit.order) }
}

function inOrder(activities: readonly Activity[], order: DraftEdit['order']): readonly Activity[] {
  if (order === undefined) return activities
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  return order.map((id) => byId.get(id)!)
}

export function headOf(matrix: Matrix): MatrixHead {
  const { activities: _, ...head } = matrix
  return head
}
