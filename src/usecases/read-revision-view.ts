// A view of a revision as tables of text.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId } from '../core/record-id.ts'
import { projected } from '../core/views/projected.ts'
import type { ViewWish } from '../core/views/projected.ts'
import type { View } from '../core/views/view.ts'
import { findEngagement } from '../store/engagements.ts'
import type { UseCase } from './context.ts'
import { asField } from './export-file.ts'
import { readerKnowledge } from './reader-knowledge.ts'
import { revisionMatrix } from './read-revisions.ts'

export function readRevisionView(
  ctx: UseCase,
  id: EngagementId,
  { of, ...wish }: ViewWish & { readonly of: number },
): Promise<View> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'engagement.read', await findEngagement(scope, id))
    const matrix = await revisionMatrix(scope, id, of)
    return projected({ matrix, context: readerKnowledge(ctx.knowledge) }, wish, asField)
  })
}
