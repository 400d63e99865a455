// A demonstration: a tenant of its own with the example clients, each with its engagement.
import type { Document } from '../core/matrix-document.ts'
import type { TenantId, UserId } from '../core/record-id.ts'
import type { Services, UseCase } from './context.ts'
import { createClient } from './create-client.ts'
import { createEngagement } from './create-engagement.ts'
import { createTenant } from './create-tenant.ts'

export interface Demonstration {
  readonly name: string
  readonly owner: UserId
  readonly documents: readonly Document[]
}

export async function fillDemonstration(
  services: Services,
  { name: msp, owner, documents }: Demonstration,
): Promise<{ readonly tenant: TenantId; readonly clients: readonly string[] }> {
  const { id: tenant } = await createTenant(services, { name: msp, owner, by: 'demarc demo' })
  const ctx: UseCase = { ...services, actor: { tenant, user: owner, by: 'demarc demo', member: 'owner', seats: [] } }
  const clients: string[] = []
  for (const document of documents) {
    const name = clientOf(document)
    const client = await createClient(ctx, { name, note: 'An example that Demarc ships.' })
    await createEngagement(ctx, { client: client.id, document })
    clients.push(name)
  }
  return { tenant, clients }
}

function clientOf(document: Document): string {
  const { parties } = document.kind === 'matrix' ? document.matrix : document.engagement
  return parties.find(({ kind }) => kind === 'client')!.legalName
}
