// A new activity in a draft: at the end, or behind one that is named.
import type { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft, DraftAsked, Edited } from './edit-draft.ts'

export interface NewActivity {
  readonly activity: Activity
  /** null: first; missing: last */
  readonly behind?: ActivityId | null | undefined
}

export function addActivity(ctx: UseCase, asked: DraftAsked, { activity, behind }: NewActivity): Promise<Edited> {
  return editDraft(ctx, asked, (draft) => {
    const there = draft.records.get(activity.id)
    if (there !== undefined)
      throw new Overtaken(`there is an activity "${activity.id}" already; change that one, or choose another id`, [
        there,
      ])
    return { added: [activity], ...(behind !== undefined && { order: orderWith(draft, activity.id, behind) }) }
  })
}

/** The order with an activity behind another, or first. */
export function orderWith(
  { matrix }: Pick<Draft, 'matrix'>,
  id: ActivityId,
  behind: ActivityId | null,
): readonly ActivityId[] {
  const others = matrix.activities.map((one) => one.id).filter((one) => one !== id)
  if (behind === null) return [id, ...others]
  const at = others.indexOf(behind)
  if (at === -1) throw new Refusal('invalid', `there is no activity "${behind}" to stand behind`)
  return others.toSpliced(at + 1, 0, id)
}
