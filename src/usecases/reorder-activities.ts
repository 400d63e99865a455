// The order in which the activities of a draft are read.
import type { ActivityId } from '../core/identifiers.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { orderWith } from './add-activity.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft, DraftAsked, Edited } from './edit-draft.ts'

export type Reordering =
  | { readonly order: readonly ActivityId[] }
  /** null: to the beginning */
  | { readonly move: ActivityId; readonly behind: ActivityId | null }

export function reorderActivities(ctx: UseCase, asked: DraftAsked, reordering: Reordering): Promise<Edited> {
  return editDraft(ctx, asked, (draft) => {
    const order = 'order' in reordering ? wholeOrder(draft, reordering.order) : moved(draft, reordering)
    if (draft.matrix.activities.every(({ id }, index) => order[index] === id))
      throw new Refusal('invalid', 'the activities stand in this order already')
    return { order }
  })
}

function moved(draft: Draft, { move, behind }: Extract<Reordering, { readonly move: ActivityId }>) {
  if (!draft.records.has(move)) throw new Refusal('not-found', `there is no activity "${move}" in this engagement`)
  return orderWith(draft, move, behind)
}

/** An order names each activity once: one that does not was made before somebody added or removed some. */
function wholeOrder({ matrix, records }: Draft, order: readonly ActivityId[]): readonly ActivityId[] {
  if (new Set(order).size < order.length) throw new Refusal('invalid', 'an activity is named twice in this order')
  if (order.length === records.size && order.every((id) => records.has(id))) return order
  throw new Overtaken(
    'this order does not name the activities that there are now; look at them, then order them again',
    matrix.activities.map(({ id }) => id),
  )
}
