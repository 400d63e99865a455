// Engagements written as a test wants them: lists and their figures are tried on rows that nobody would compose.
import type { EngagementId } from '../../core/record-id.ts'
import { findEngagement, insertEngagement, saveEngagement } from '../../store/engagements.ts'
import type { EngagementRecord } from '../../store/engagements.ts'
import type { UseCase } from '../context.ts'

type Change = Partial<Pick<EngagementRecord, 'client' | 'figures'>> & {
  readonly head: Partial<EngagementRecord['head']>
}

/** Another like it, with a head and figures of its own. */
export async function engagementLike(ctx: UseCase, like: EngagementId, change: Change): Promise<EngagementId> {
  const { store, actor } = ctx
  const id = ctx.newId('engagement') as EngagementId
  const wanted = await changed(ctx, like, change)
  await store.write(actor.tenant, (scope) => insertEngagement(scope, { ...wanted, id }))
  return id
}

export async function changeStanding(ctx: UseCase, id: EngagementId, change: Change): Promise<void> {
  const wanted = await changed(ctx, id, change)
  await ctx.store.write(ctx.actor.tenant, (scope) => saveEngagement(scope, wanted))
}

async function changed({ store, actor }: UseCase, id: EngagementId, change: Change): Promise<EngagementRecord> {
  const sample = (await store.read(actor.tenant, (scope) => findEngagement(scope, id)))!
  return { ...sample, ...change, head: { ...sample.head, ...change.head } }
}
