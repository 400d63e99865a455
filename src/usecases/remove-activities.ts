// Activities taken out of a draft; what they were is kept, and can be restored.
import type { UseCase } from './context.ts'
import { seenRows } from './change-activities.ts'
import type { SeenRow } from './change-activities.ts'
import { editDraft } from './edit-draft.ts'
import type { DraftAsked, Edited } from './edit-draft.ts'

export function removeActivities(ctx: UseCase, asked: DraftAsked, seen: readonly SeenRow[]): Promise<Edited> {
  return editDraft(ctx, asked, (draft) => ({ removed: seenRows(draft, seen).map(({ activity }) => activity.id) }))
}
