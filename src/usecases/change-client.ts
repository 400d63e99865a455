// Another name or note of a client.
import { z } from 'zod'
import { authorize, authorizeAt } from '../core/access/authorize.ts'
import type { ClientId } from '../core/record-id.ts'
import { Name, Note } from '../core/text.ts'
import { lockClient, saveClient } from '../store/clients.ts'
import type { Client } from '../store/clients.ts'
import type { UseCase } from './context.ts'
import { known } from './read-clients.ts'
import { refuseOvertaken } from './refuse-overtaken.ts'
import { transact } from './transact.ts'

export const ClientChange = z.strictObject({
  version: z.int().min(1).meta({ description: 'the version that you saw' }),
  name: Name.optional(),
  note: Note.nullable().optional().meta({ description: 'null takes the note away' }),
})
export type ClientChange = z.infer<typeof ClientChange>

export async function changeClient(ctx: UseCase, id: ClientId, { version, name, note }: ClientChange): Promise<Client> {
  authorize(ctx.actor, 'client.edit')
  return transact(ctx, async (change) => {
    const before = known(await lockClient(change, id))
    authorizeAt(ctx.actor, 'client.edit', before)
    refuseOvertaken('this client', before, version)
    const { note: old, ...rest } = before
    const kept = note === undefined ? old : (note ?? undefined)
    const after = {
      ...rest,
      ...(name !== undefined && { name }),
      ...(kept !== undefined && { note: kept }),
      version: version + 1,
    }
    await saveClient(change, after)
    change.record({ kind: 'client.changed', subject: id, body: { before, after } })
    return after
  })
}
