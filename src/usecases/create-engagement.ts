// A new engagement of a client: from an engagement document, composed from the template, or from a whole matrix.
import { authorize } from '../core/access/authorize.ts'
import { composed } from '../core/composed.ts'
import type { Document } from '../core/matrix-document.ts'
import type { Engagement, Matrix } from '../core/matrix.ts'
import { unsoldIssues } from '../core/own-template/own-template.ts'
import { figuresOf } from '../core/portfolio-figures.ts'
import type { ClientId, EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { lockClient } from '../store/clients.ts'
import { insertEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { keepSearchWords } from '../store/search-words.ts'
import type { UseCase } from './context.ts'
import { saveActivities } from './save-activities.ts'
import { tenantTemplate } from './tenant-template.ts'
import { transact } from './transact.ts'

export async function createEngagement(
  ctx: UseCase,
  { client, document }: { readonly client: ClientId; readonly document: Document },
): Promise<EngagementRecord> {
  authorize(ctx.actor, 'engagement.create')
  // Before the transaction: composing and proving take longer than anybody should wait who writes.
  const { activities, ...head } =
    document.kind === 'matrix' ? document.matrix : await composedHere(ctx, document.engagement)
  const figures = figuresOf({ ...head, activities }, ctx.knowledge)
  return transact(ctx, async (change) => {
    const { at } = change
    const whose = await lockClient(change, client)
    if (whose === undefined) throw new Refusal('not-found', 'there is no such client')
    if (whose.archivedAt !== undefined) throw new Refusal('conflict', 'this client is archived; restore it first')
    const id = ctx.newId('engagement') as EngagementId
    const engagement = {
      id,
      client,
      state: 'draft',
      version: 1,
      headVersion: 1,
      head,
      figures,
      createdAt: at,
      updatedAt: at,
    } as const
    await insertEngagement(change, engagement)
    const by = ctx.actor.user
    const rows = activities.map((activity, position) => ({
      activity,
      position,
      version: 1,
      ...(document.kind === 'engagement' && { given: 1 }),
      changedAt: at,
      changedBy: by,
    }))
    await saveActivities(change, id, { added: rows, by })
    await keepSearchWords(change, engagement, { is: { ...head, activities } })
    change.record({ kind: 'engagement.created', subject: id, engagement: id, body: { client, head, activities } })
    return engagement
  })
}

/** From the MSP's own template; it delivers only what its catalogue has. */
async function composedHere(ctx: UseCase, engagement: Engagement): Promise<Matrix> {
  const { own, template } = await ctx.store.read(ctx.actor.tenant, (scope) => tenantTemplate(ctx, scope))
  const issues = unsoldIssues(engagement, own)
  if (issues.length > 0) throw new Refusal('invalid', 'this engagement cannot be composed', issues)
  return composed(engagement, template, ctx.knowledge)
}
