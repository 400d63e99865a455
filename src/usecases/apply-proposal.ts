// A whole text proposed for a draft, saved as what it changes: rows added, changed, removed or moved, and the head.
import type { Because } from '../core/draft/draft-edit.ts'
import { matrixEdit } from '../core/draft/matrix-edit.ts'
import type { Matrix } from '../core/matrix.ts'
import type { EngagementId } from '../core/record-id.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft } from './edit-draft.ts'
import { refuseBroken } from './refuse-broken.ts'

export interface Proposed<T> {
  readonly matrix: Matrix
  /** why it changes: recorded before the single changes */
  readonly because: Because
  readonly answer: T
}

export interface Applied<T> {
  readonly answer: T
  /** of the draft as it is now */
  readonly version: number
}

/** `decide` sees what stands there now, and refuses what cannot be done with it. */
export async function applyProposal<T>(
  ctx: UseCase,
  id: EngagementId,
  decide: (draft: Draft) => Promise<Proposed<T>>,
): Promise<Applied<T>> {
  let answer: T
  const { version } = await editDraft(ctx, { id }, async (draft) => {
    const proposed = await decide(draft)
    refuseBroken(proposed.matrix, ctx.knowledge)
    answer = proposed.answer
    return { ...matrixEdit(draft.matrix, proposed.matrix), because: proposed.because }
  })
  return { answer: answer!, version }
}
