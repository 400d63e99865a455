// A contact as it shall be from now on, or taken out of the client's list.
import { authorize, authorizeAt } from '../core/access/authorize.ts'
import type { ClientId, ContactId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { lockClient } from '../store/clients.ts'
import { lockContact, removeContact as removed, saveContact } from '../store/contacts.ts'
import type { Contact } from '../store/contacts.ts'
import type { Scope } from '../store/scope.ts'
import { written } from './add-contact.ts'
import type { NewContact } from './add-contact.ts'
import type { UseCase } from './context.ts'
import { known } from './read-clients.ts'
import { refuseOvertaken } from './refuse-overtaken.ts'
import { transact } from './transact.ts'

export interface WhichContact {
  readonly client: ClientId
  readonly contact: ContactId
}

/** The whole of it: a field that is left out is gone. */
export async function changeContact(
  ctx: UseCase,
  which: WhichContact,
  { version, ...given }: NewContact & { readonly version: number },
): Promise<Contact> {
  authorize(ctx.actor, 'client.edit')
  return transact(ctx, async (change) => {
    authorizeAt(ctx.actor, 'client.edit', known(await lockClient(change, which.client)))
    const before = await held(change, which)
    refuseOvertaken('this contact', before, version)
    const after = { id: before.id, client: before.client, ...written(given), version: version + 1 }
    await saveContact(change, after)
    change.record({ kind: 'contact.changed', subject: before.id, body: { before, after } })
    return after
  })
}

/** Of an archived client too: whoever is no longer to be kept must not wait for it. */
export async function removeContact(ctx: UseCase, which: WhichContact): Promise<void> {
  authorize(ctx.actor, 'contact.remove')
  await transact(ctx, async (change) => {
    const contact = await held(change, which)
    await removed(change, contact.id)
    change.record({ kind: 'contact.removed', subject: contact.id, body: contact })
  })
}

async function held(scope: Scope, { client, contact: id }: WhichContact): Promise<Contact> {
  const contact = await lockContact(scope, id)
  if (contact?.client !== client) throw new Refusal('not-found', 'there is no such contact of this client')
  return contact
}
