// What an engagement says beside its activities: title, frameworks, scopes, parties, offerings, agreement, review.
import { authorizeIn } from '../core/access/authorize.ts'
import { headOf } from '../core/draft/draft-edit.ts'
import { changedHead } from '../core/draft/head-change.ts'
import type { HeadChange } from '../core/draft/head-change.ts'
import type { MatrixHead } from '../core/matrix.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { templateIssues } from '../core/template-fit.ts'
import { findEngagement } from '../store/engagements.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { Draft, DraftAsked, Edited } from './edit-draft.ts'
import { tenantTemplate } from './tenant-template.ts'

export interface HeadAtVersion {
  readonly headVersion: number
  readonly head: MatrixHead
}

export function readHead(ctx: UseCase, id: EngagementId): Promise<HeadAtVersion> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'engagement.read', engagement)
    return { headVersion: engagement.headVersion, head: engagement.head }
  })
}

/** @param seen the head’s version that the editor saw: edits of activities leave it */
export function changeHead(
  ctx: UseCase,
  asked: DraftAsked,
  { seen, change }: { readonly seen: number; readonly change: HeadChange },
): Promise<Edited> {
  return editDraft(ctx, asked, async (draft) => {
    refuseStaleHead(draft, seen)
    const changed = changedHead(headOf(draft.matrix), change as Partial<MatrixHead>)
    if (changed === undefined) throw new Refusal('invalid', 'there is nothing to change: it says this already')
    if (change.offerings !== undefined || change.situations !== undefined || change.variants !== undefined) {
      const issues = templateIssues(changed.head, (await tenantTemplate(ctx, draft.scope)).template)
      if (issues.length > 0) throw new Refusal('invalid', 'the template does not have what this names', issues)
    }
    return { head: { ...changed, kind: 'engagement.changed' } }
  })
}

export function refuseStaleHead({ engagement, matrix }: Draft, seen: number): void {
  if (engagement.headVersion === seen) return
  throw new Overtaken(
    'somebody changed this engagement meanwhile; look at what stands there now, then send the change again',
    { headVersion: engagement.headVersion, head: headOf(matrix) },
  )
}
