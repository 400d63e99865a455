// An engagement with its matrix, as it is now.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId } from '../core/record-id.ts'
import { findEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'

export interface OpenEngagement {
  readonly engagement: EngagementRecord
  readonly held: HeldMatrix
}

export function openEngagement(ctx: UseCase, id: EngagementId): Promise<OpenEngagement> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'engagement.read', engagement)
    return { engagement, held: await heldMatrix(scope, engagement) }
  })
}
