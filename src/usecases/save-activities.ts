// The one place where activities of a draft are saved: whatever is kept beside them, like words to search by, is kept here.
import type { EngagementId } from '../core/record-id.ts'
import { insertActivities, placeActivities, removeActivity, replaceActivity } from '../store/activities.ts'
import type { ActivityRecord } from '../store/activities.ts'
import type { Change } from './transact.ts'

export interface ActivityPair {
  readonly before: ActivityRecord
  readonly after: ActivityRecord
}

export interface SavedActivities {
  readonly added?: readonly ActivityRecord[]
  readonly changed?: readonly ActivityPair[]
  readonly removed?: readonly { readonly before: ActivityRecord; readonly ended: 'removed' | 'recomposed' }[]
  /** stand elsewhere in the list, and are else as they were */
  readonly moved?: readonly ActivityRecord[]
  /** by whom; the time is the change’s */
  readonly by: ActivityRecord['changedBy']
}

/** The caller holds the engagement. */
export async function saveActivities(change: Change, id: EngagementId, saved: SavedActivities): Promise<void> {
  const { added = [], changed = [], removed = [], moved = [], by } = saved
  for (const { before, ended } of removed) await removeActivity(change, id, { before, at: change.at, by, ended })
  for (const pair of changed) await replaceActivity(change, id, pair)
  if (added.length > 0) await insertActivities(change, id, added)
  if (moved.length > 0)
    await placeActivities(
      change,
      id,
      moved.map(({ activity, position }) => ({ id: activity.id, position })),
    )
}
