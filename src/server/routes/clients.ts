// The MSP's clients.
import { z } from 'zod'
import { ClientId, TenantId } from '../../core/record-id.ts'
import { createClient, NewClient } from '../../usecases/create-client.ts'
import { route } from '../route.ts'

const ClientBody = z.strictObject({
  id: ClientId,
  name: z.string(),
  note: z.string().optional(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().optional(),
})

export const clientRoutes = [
  route({
    name: 'createClient',
    method: 'POST',
    path: '/api/tenants/{tenant}/clients',
    summary: 'Add a client',
    action: 'client.edit',
    params: z.strictObject({ tenant: TenantId }),
    body: NewClient,
    answers: { status: 201, says: 'the client as it was added', body: ClientBody },
    run: async (ctx, { params, body }) => {
      const client = await createClient(ctx, body)
      return { body: client, location: `/api/tenants/${params.tenant}/clients/${client.id}` }
    },
  }),
]
