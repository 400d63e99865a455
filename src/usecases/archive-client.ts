// A client put away, or brought back: nothing of it is lost, and lists leave it out.
import { authorize } from '../core/access/authorize.ts'
import type { ClientId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { lockClient, saveClient } from '../store/clients.ts'
import type { Client } from '../store/clients.ts'
import { countOpenEngagements } from '../store/engagement-list.ts'
import type { UseCase } from './context.ts'
import { known } from './read-clients.ts'
import { transact } from './transact.ts'

/** Its engagements are archived first, each by itself: what is signed must be looked at before it is put away. */
export async function archiveClient(ctx: UseCase, id: ClientId): Promise<Client> {
  authorize(ctx.actor, 'client.archive')
  return transact(ctx, async (change) => {
    const client = known(await lockClient(change, id))
    if (client.archivedAt !== undefined) throw new Refusal('conflict', 'this client is archived already')
    const open = await countOpenEngagements(change, id)
    if (open > 0)
      throw new Refusal(
        'conflict',
        `this client has ${open === 1 ? 'an engagement' : `${open} engagements`} that ${open === 1 ? 'is' : 'are'} not archived; archive ${open === 1 ? 'it' : 'them'} first`,
      )
    const after = { ...client, version: client.version + 1, archivedAt: change.at }
    await saveClient(change, after)
    change.record({ kind: 'client.archived', subject: id, body: { name: client.name } })
    return after
  })
}

export async function restoreClient(ctx: UseCase, id: ClientId): Promise<Client> {
  authorize(ctx.actor, 'client.archive')
  return transact(ctx, async (change) => {
    const { archivedAt, ...client } = known(await lockClient(change, id))
    if (archivedAt === undefined) throw new Refusal('conflict', 'this client is not archived')
    const after = { ...client, version: client.version + 1 }
    await saveClient(change, after)
    change.record({ kind: 'client.restored', subject: id, body: { name: client.name, archivedAt } })
    return after
  })
}
