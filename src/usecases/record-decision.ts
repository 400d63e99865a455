// The decisions of an engagement: not applicable, an addressable alternative, an accepted risk, a partial case; each with reason, person and date.
import { same } from '../core/compare.ts'
import type { Decision } from '../core/decision.ts'
import { concerns, decisionFault } from '../core/decision-standing.ts'
import { headOf } from '../core/draft/draft-edit.ts'
import { targetsInScope } from '../core/in-scope.ts'
import type { Matrix } from '../core/matrix.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft, DraftAsked, Edited } from './edit-draft.ts'

export type DecisionEdit =
  | { readonly kind: 'record'; readonly decision: Decision }
  /** `seen`: the decision as the editor saw it */
  | { readonly kind: 'change'; readonly seen: Decision; readonly decision: Decision }
  | { readonly kind: 'withdraw'; readonly seen: Decision; readonly because: string }

const recordedAs = {
  record: 'decision.recorded',
  change: 'decision.changed',
  withdraw: 'decision.withdrawn',
} as const satisfies Readonly<Record<DecisionEdit['kind'], string>>

/** Two who decide on different matters do not stand in each other’s way. */
export function editDecision(ctx: UseCase, asked: DraftAsked, edit: DecisionEdit): Promise<Edited> {
  return editDraft(ctx, asked, (draft) => {
    const before = edit.kind === 'record' ? undefined : edit.seen
    const after = edit.kind === 'withdraw' ? undefined : edit.decision
    const at = before === undefined ? draft.matrix.decisions.length : placeOf(before, draft)
    if (after !== undefined) refuseEmpty(after, draft.matrix, ctx)
    const decisions = draft.matrix.decisions.toSpliced(at, 1, ...(after === undefined ? [] : [after]))
    refuseTwice(decisions, after)
    return {
      head: {
        head: { ...headOf(draft.matrix), decisions },
        kind: recordedAs[edit.kind],
        before: before ?? null,
        after: edit.kind === 'withdraw' ? { because: edit.because } : edit.decision,
      },
    }
  })
}

function placeOf(seen: Decision, { matrix }: Draft): number {
  const at = matrix.decisions.findIndex((decision) => same(decision, seen))
  if (at !== -1) return at
  throw new Overtaken(
    `this decision about ${seen.ref} was changed or withdrawn meanwhile; look at what stands there now`,
    matrix.decisions.filter(({ ref }) => ref === seen.ref),
  )
}

function refuseEmpty(decision: Decision, matrix: Matrix, { knowledge }: UseCase): void {
  const fault = decisionFault(decision)
  if (fault !== undefined)
    throw new Refusal('invalid', 'this decision would not stand', [
      { at: 'decision', message: `it ${fault}; give a reason that an assessor can follow, who decided, and the date` },
    ])
  if (!targetsInScope(matrix, knowledge).some((target) => concerns(decision, target)))
    throw new Refusal('invalid', 'this decision would concern nothing', [
      { at: 'decision.ref', message: `no chosen framework has "${decision.ref}"` },
    ])
}

/** Of one kind, about one thing, in one scope, one decision is enough. */
function refuseTwice(decisions: readonly Decision[], decision: Decision | undefined): void {
  const about = ({ ref, part, scope, kind }: Decision): string => JSON.stringify([ref, part, scope, kind])
  if (decision === undefined) return
  const alike = decisions.filter((other) => about(other) === about(decision))
  if (alike.length > 1)
    throw new Overtaken(`there is such a decision about ${decision.ref} already; change that one`, alike.slice(0, -1))
}
