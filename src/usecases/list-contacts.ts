// The people at a client.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { ClientId } from '../core/record-id.ts'
import { findClient } from '../store/clients.ts'
import { listContacts as listed } from '../store/contacts.ts'
import type { Contact } from '../store/contacts.ts'
import type { UseCase } from './context.ts'
import { known } from './read-clients.ts'

export async function listContacts(ctx: UseCase, client: ClientId, asked: PageAsked): Promise<Page<Contact>> {
  authorize(ctx.actor, 'client.read')
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    known(await findClient(scope, client))
    return listed(scope, client, asked)
  })
}
