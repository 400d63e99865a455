// Edits of activities, one or many: all of them or none, each against the version that its editor saw.
import type { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import type { ActivityRecord } from '../store/activities.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { DraftAsked, Edited } from './edit-draft.ts'
import type { HeldMatrix } from './held-matrix.ts'

export interface ActivityEdit {
  /** the version that the editor saw */
  readonly version: number
  /** the whole activity as it shall be; its id says which */
  readonly activity: Activity
}

/** Lost races are refused together, with each activity as it is now. */
export async function changeActivities(
  ctx: UseCase,
  id: EngagementId,
  edits: readonly ActivityEdit[],
): Promise<readonly ActivityRecord[]> {
  const { activities } = await editActivities(ctx, { id }, edits)
  return activities
}

/** The same, told whole; or only what it would do. */
export function editActivities(ctx: UseCase, asked: DraftAsked, edits: readonly ActivityEdit[]): Promise<Edited> {
  return editDraft(ctx, asked, (held) => {
    seenRows(
      held,
      edits.map(({ version, activity }) => ({ id: activity.id, version })),
    )
    return { changed: edits.map(({ activity }) => activity) }
  })
}

export interface SeenRow {
  readonly id: ActivityId
  /** the version that the editor saw */
  readonly version: number
}

/** The rows as they are now; refused where one is not what the editor saw. */
export function seenRows({ records }: HeldMatrix, seen: readonly SeenRow[]): readonly ActivityRecord[] {
  refuseTwice(seen.map(({ id }) => id))
  const rows = seen.map(({ id }) => rowNamed(records, id))
  const stale = rows.filter(({ version }, index) => version !== seen[index]!.version)
  if (stale.length === 0) return rows
  const names = stale.map(({ activity }) => activity.id)
  throw new Overtaken(
    `somebody changed ${names.join(', ')} meanwhile; look at what stands there now, then send the change again`,
    stale,
  )
}

function rowNamed(records: HeldMatrix['records'], id: ActivityId): ActivityRecord {
  const row = records.get(id)
  if (row === undefined) throw new Refusal('not-found', `there is no activity "${id}" in this engagement`)
  return row
}

function refuseTwice(ids: readonly ActivityId[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) < index)
  if (twice !== undefined) throw new Refusal('invalid', `"${twice}" is edited twice in one request; send each once`)
  if (ids.length === 0) throw new Refusal('invalid', 'there is nothing to change')
}
