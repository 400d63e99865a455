// The MSP's clients: one, or a page of them by name.
import { authorize } from '../core/access/authorize.ts'
import type { Page } from '../core/page.ts'
import type { ClientId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findClient, listClients as listed } from '../store/clients.ts'
import type { Client, ClientsAsked } from '../store/clients.ts'
import type { UseCase } from './context.ts'

export async function readClient(ctx: UseCase, id: ClientId): Promise<Client> {
  authorize(ctx.actor, 'client.read')
  const client = await ctx.store.read(ctx.actor.tenant, (scope) => findClient(scope, id))
  return known(client)
}

export async function listClients(ctx: UseCase, asked: ClientsAsked): Promise<Page<Client>> {
  authorize(ctx.actor, 'client.read')
  return ctx.store.read(ctx.actor.tenant, (scope) => listed(scope, asked))
}

export function known(client: Client | undefined): Client {
  if (client === undefined) throw new Refusal('not-found', 'there is no such client')
  return client
}
