// One change to a selection of activities: who is accountable, who takes a duty, by which clock. All of them or none.
import { allotted } from '../core/draft/allotment.ts'
import type { Allotment } from '../core/draft/allotment.ts'
import { Refusal } from '../core/refusal.ts'
import { seenRows } from './change-activities.ts'
import type { SeenRow } from './change-activities.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { DraftAsked, Edited } from './edit-draft.ts'

export function allotActivities(
  ctx: UseCase,
  asked: DraftAsked,
  { rows, allotment }: { readonly rows: readonly SeenRow[]; readonly allotment: Allotment },
): Promise<Edited> {
  return editDraft(ctx, asked, (draft) => {
    const changed = seenRows(draft, rows).flatMap(({ activity }) => allotted(activity, allotment) ?? [])
    if (changed.length === 0) throw new Refusal('invalid', 'this changes none of the activities that were chosen')
    return { changed }
  })
}
