// A person at a client, with how to reach them.
import { z } from 'zod'
import { authorize, authorizeAt } from '../core/access/authorize.ts'
import type { ClientId, ContactId } from '../core/record-id.ts'
import { lineUpTo, longest, Name } from '../core/text.ts'
import { lockClient } from '../store/clients.ts'
import { insertContact } from '../store/contacts.ts'
import type { Contact } from '../store/contacts.ts'
import type { UseCase } from './context.ts'
import { known } from './read-clients.ts'
import { transact } from './transact.ts'

export const NewContact = z.strictObject({
  name: Name,
  email: z.email('write an e-mail address, as in alex@example.com').max(longest.email).optional(),
  title: Name.optional().meta({ description: 'what they are there', example: 'Office manager' }),
  phone: lineUpTo(longest.phone).optional(),
})
export type NewContact = z.infer<typeof NewContact>

export async function addContact(ctx: UseCase, client: ClientId, given: NewContact): Promise<Contact> {
  authorize(ctx.actor, 'client.edit')
  return transact(ctx, async (change) => {
    authorizeAt(ctx.actor, 'client.edit', known(await lockClient(change, client)))
    const id = ctx.newId('contact') as ContactId
    const contact = { id, client, ...written(given), version: 1 }
    await insertContact(change, contact)
    change.record({ kind: 'contact.added', subject: id, body: contact })
    return contact
  })
}

/** Only the fields that say something. */
export function written({ name, email, title, phone }: NewContact) {
  return {
    name,
    ...(email !== undefined && { email }),
    ...(title !== undefined && { title }),
    ...(phone !== undefined && { phone }),
  }
}
