// The rows of a draft after an edit: which are new, changed, gone or moved, each with its version and its place.
import type { Activity } from '../core/activity.ts'
import type { DraftEdit } from '../core/draft/draft-edit.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import type { ActivityRecord } from '../store/activities.ts'
import type { HeldMatrix } from './held-matrix.ts'
import type { ActivityPair, SavedActivities } from './save-activities.ts'

export interface RowsAfter {
  readonly added: readonly ActivityRecord[]
  readonly changed: readonly ActivityPair[]
  readonly removed: NonNullable<SavedActivities['removed']>
  readonly moved: readonly ActivityRecord[]
  /** all of them, in their order */
  readonly records: ReadonlyMap<ActivityId, ActivityRecord>
}

interface Asked {
  readonly edit: DraftEdit
  readonly matrix: Matrix
  /** the newest version of an id that stood here before and was removed */
  readonly past: ReadonlyMap<ActivityId, number>
  readonly made: Pick<ActivityRecord, 'changedAt' | 'changedBy'>
}

export function rowsAfter({ records: before }: HeldMatrix, { edit, matrix, past, made }: Asked): RowsAfter {
  const place = placesOf(matrix, before, edit)
  const changedIds = new Set((edit.changed ?? []).map(({ id }) => id))
  const records = new Map<ActivityId, ActivityRecord>()
  const [added, changed, moved]: [ActivityRecord[], ActivityPair[], ActivityRecord[]] = [[], [], []]
  for (const [index, activity] of matrix.activities.entries()) {
    const { id } = activity
    const was = before.get(id)
    const position = place(id, index)
    const given = (version: number) => givenIn(edit, id, { version, was })
    if (was === undefined) {
      const version = (past.get(id) ?? 0) + 1
      const record = { activity, position, version, ...given(version), ...made }
      records.set(id, record)
      added.push(record)
    } else if (changedIds.has(id)) {
      const steps = stepsOf(was, { activity, position, base: edit.bases?.get(id), given, made })
      records.set(id, steps.at(-1)!.after)
      changed.push(...steps)
    } else {
      const record = was.position === position ? was : { ...was, position }
      records.set(id, record)
      if (record !== was) moved.push(record)
    }
  }
  return { added, changed, removed: removedIn(edit, before), moved, records }
}

interface Step {
  readonly activity: Activity
  readonly position: number
  readonly base: Activity | undefined
  readonly given: (version: number) => Pick<ActivityRecord, 'given'>
  readonly made: Asked['made']
}

/** A row that departs from what the template gives is first that, then itself: so that its next comparison knows. */
function stepsOf(before: ActivityRecord, { activity, position, base, given, made }: Step): readonly ActivityPair[] {
  if (base === undefined) {
    const version = before.version + 1
    return [{ before, after: { activity, position, version, ...given(version), ...made } }]
  }
  const version = before.version + 1
  const middle = { activity: base, position, version, given: version, ...made }
  const after = { activity, position, version: version + 1, given: version, ...made }
  return [
    { before, after: middle },
    { before: middle, after },
  ]
}

function removedIn(edit: DraftEdit, before: ReadonlyMap<ActivityId, ActivityRecord>): RowsAfter['removed'] {
  const ended = edit.recomposed === true ? 'recomposed' : 'removed'
  return (edit.removed ?? []).map((id) => ({ before: before.get(id)!, ended }))
}

function givenIn(
  edit: DraftEdit,
  id: ActivityId,
  { version, was }: { readonly version: number; readonly was: ActivityRecord | undefined },
): Pick<ActivityRecord, 'given'> {
  if (edit.given?.has(id) === true) return { given: version }
  return was?.given === undefined ? {} : { given: was.given }
}

/** Where nothing else is said rows stay in their places, and new ones come behind the last. */
function placesOf(
  matrix: Matrix,
  before: ReadonlyMap<ActivityId, ActivityRecord>,
  { order }: DraftEdit,
): (id: Activity['id'], index: number) => number {
  if (order !== undefined) return (_, index) => index
  const last = [...before.values()].reduce((most, { position }) => Math.max(most, position), -1)
  const fresh = matrix.activities.filter(({ id }) => !before.has(id)).map(({ id }) => id)
  const behind = new Map(fresh.map((id, index) => [id, last + 1 + index]))
  return (id) => before.get(id)?.position ?? behind.get(id)!
}
