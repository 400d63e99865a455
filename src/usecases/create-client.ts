// A new client of the MSP.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import type { ClientId } from '../core/record-id.ts'
import { Name, Note } from '../core/text.ts'
import { insertClient } from '../store/clients.ts'
import type { Client } from '../store/clients.ts'
import type { UseCase } from './context.ts'
import { transact } from './transact.ts'

export const NewClient = z.strictObject({ name: Name, note: Note.optional() })
export type NewClient = z.infer<typeof NewClient>

export async function createClient(ctx: UseCase, { name, note }: NewClient): Promise<Client> {
  authorize(ctx.actor, 'client.edit')
  return transact(ctx, async (change) => {
    const id = ctx.newId('client') as ClientId
    const client = { id, name, ...(note !== undefined && { note }), version: 1, createdAt: change.at }
    await insertClient(change, client)
    change.record({ kind: 'client.created', subject: id, body: client })
    return client
  })
}
