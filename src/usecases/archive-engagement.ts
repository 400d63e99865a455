// An engagement put away, or brought back: archived it can be read and not changed.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementState } from '../core/access/policy.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { lockClient } from '../store/clients.ts'
import { lockEngagement, saveEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { keepSearchWords } from '../store/search-words.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export function archiveEngagement(ctx: UseCase, id: EngagementId): Promise<EngagementRecord> {
  return transact(ctx, async (change) => {
    const engagement = await lockEngagement(change, id)
    authorizeIn(ctx.actor, 'engagement.archive', engagement)
    if (engagement.state === 'archived') throw new Refusal('conflict', 'this engagement is archived already')
    const { matrix } = await heldMatrix(change, engagement)
    await keepSearchWords(change, engagement, { was: matrix })
    return moved(change, engagement, 'archived')
  })
}

export function restoreEngagement(ctx: UseCase, id: EngagementId): Promise<EngagementRecord> {
  return transact(ctx, async (change) => {
    const engagement = await lockEngagement(change, id)
    authorizeIn(ctx.actor, 'engagement.archive', engagement)
    if (engagement.state !== 'archived') throw new Refusal('conflict', 'this engagement is not archived')
    const client = await lockClient(change, engagement.client)
    if (client?.archivedAt !== undefined)
      throw new Refusal('conflict', `its client, ${client.name}, is archived; restore the client first`)
    const { matrix } = await heldMatrix(change, engagement)
    await keepSearchWords(change, engagement, { is: matrix })
    return moved(change, engagement, 'draft')
  })
}

async function moved(change: Change, before: EngagementRecord, state: EngagementState): Promise<EngagementRecord> {
  // One version on: what was cached of it by version also said which state it is in.
  const after = { ...before, state, version: before.version + 1, updatedAt: change.at }
  await saveEngagement(change, after)
  const kind = state === 'archived' ? 'engagement.archived' : 'engagement.restored'
  change.record({ kind, subject: before.id, engagement: before.id, body: { before: before.state, after: state } })
  return after
}
