// An activity brought back: one that was removed, or an earlier version of one that stands.
import type { ActivityId } from '../core/identifiers.ts'
import { Refusal } from '../core/refusal.ts'
import { findPast, newestPast } from '../store/past-activities.ts'
import type { PastActivity } from '../store/past-activities.ts'
import { orderWith } from './add-activity.ts'
import { seenRows } from './change-activities.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft, DraftAsked, Edited } from './edit-draft.ts'

export interface Restoring {
  readonly id: ActivityId
  /** which of its past versions; missing: the last before it was removed */
  readonly version?: number | undefined
  /** of the row that stands there now, as its editor saw it; missing: it was removed */
  readonly seen?: number | undefined
  /** null: first; missing: last */
  readonly behind?: ActivityId | null | undefined
}

export function restoreActivity(ctx: UseCase, asked: DraftAsked, restoring: Restoring): Promise<Edited> {
  return editDraft(ctx, asked, async (draft) => {
    const { id, seen, behind } = restoring
    const { activity } = await pastVersion(draft, restoring)
    if (draft.records.has(id)) {
      seenRows(draft, [{ id, version: seen ?? 0 }])
      return { changed: [activity] }
    }
    if (seen !== undefined)
      throw new Refusal('conflict', `"${id}" was removed meanwhile; look at the list, then restore it`)
    return {
      added: [activity],
      restored: new Set([id]),
      ...(behind !== undefined && { order: orderWith(draft, id, behind) }),
    }
  })
}

async function pastVersion(
  { scope, engagement, records }: Draft,
  { id, version }: Pick<Restoring, 'id' | 'version'>,
): Promise<PastActivity> {
  if (version === undefined && records.has(id))
    throw new Refusal('invalid', `"${id}" is in the matrix; say which of its versions to bring back`)
  const wanted = version ?? (await newestPast(scope, engagement.id, [id])).get(id)
  const found = wanted === undefined ? undefined : await findPast(scope, engagement.id, { id, version: wanted })
  if (found === undefined) throw new Refusal('not-found', `there is no such past version of "${id}" in this engagement`)
  return found
}
