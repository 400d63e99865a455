// A view of a revision, or of a draft as it was, as tables of text.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId } from '../core/record-id.ts'
import { projected } from '../core/views/projected.ts'
import type { ViewWish } from '../core/views/projected.ts'
import type { View } from '../core/views/view.ts'
import { findEngagement } from '../store/engagements.ts'
import type { UseCase } from './context.ts'
import { asField } from './export-file.ts'
import { readerKnowledge } from './reader-knowledge.ts'
import { matrixOf } from './which-text.ts'
import type { WhichText } from './which-text.ts'

export function readRevisionView(
  ctx: UseCase,
  id: EngagementId,
  { of, ...wish }: ViewWish & { readonly of: WhichText },
): Promise<View> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'revision.read', engagement)
    const matrix = await matrixOf(scope, engagement, of)
    return projected({ matrix, context: readerKnowledge(ctx.knowledge) }, wish, asField)
  })
}
