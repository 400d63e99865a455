// The MSP's clients, and the people there.
import { z } from 'zod'
import { pageOf, PageQuery } from '../../core/page.ts'
import { ClientId, ContactId, TenantId } from '../../core/record-id.ts'
import { addContact, NewContact } from '../../usecases/add-contact.ts'
import { archiveClient, restoreClient } from '../../usecases/archive-client.ts'
import { ClientChange, changeClient } from '../../usecases/change-client.ts'
import { changeContact, removeContact } from '../../usecases/change-contact.ts'
import { createClient, NewClient } from '../../usecases/create-client.ts'
import { listContacts } from '../../usecases/list-contacts.ts'
import { listClients, readClient } from '../../usecases/read-clients.ts'
import { route } from '../route.ts'
import { WordsAsked, YesOrNo } from './query-fields.ts'

const ClientBody = z.strictObject({
  id: ClientId,
  name: z.string(),
  note: z.string().optional(),
  version: z.int().meta({ description: 'one more with every change; name it when you change the client' }),
  createdAt: z.iso.datetime(),
  archivedAt: z.iso.datetime().optional(),
})

const ContactBody = z.strictObject({
  id: ContactId,
  client: ClientId,
  name: z.string(),
  email: z.string().optional(),
  title: z.string().optional(),
  phone: z.string().optional(),
  version: z.int(),
})

const ofTenant = z.strictObject({ tenant: TenantId })
const ofClient = z.strictObject({ tenant: TenantId, client: ClientId })
const ofContact = z.strictObject({ tenant: TenantId, client: ClientId, contact: ContactId })

export const clientRoutes = [
  route({
    name: 'listClients',
    method: 'GET',
    path: '/api/tenants/{tenant}/clients',
    summary: 'Clients by name',
    action: 'client.read',
    params: ofTenant,
    query: z.strictObject({
      ...PageQuery,
      words: WordsAsked.meta({ description: 'each stands somewhere in the name', example: 'elm dent' }),
      archived: YesOrNo.optional().meta({ description: 'only those that are archived, or only those that are not' }),
    }),
    answers: { status: 200, says: 'a page of clients', body: pageOf(ClientBody) },
    run: async (ctx, { query }) => ({ body: await listClients(ctx, query) }),
  }),
  route({
    name: 'createClient',
    method: 'POST',
    path: '/api/tenants/{tenant}/clients',
    summary: 'Add a client',
    action: 'client.edit',
    params: ofTenant,
    body: NewClient,
    answers: { status: 201, says: 'the client as it was added', body: ClientBody },
    run: async (ctx, { params, body }) => {
      const client = await createClient(ctx, body)
      return { body: client, location: `/api/tenants/${params.tenant}/clients/${client.id}` }
    },
  }),
  route({
    name: 'readClient',
    method: 'GET',
    path: '/api/tenants/{tenant}/clients/{client}',
    summary: 'A client',
    action: 'client.read',
    params: ofClient,
    answers: { status: 200, says: 'the client', body: ClientBody },
    run: async (ctx, { params }) => {
      const client = await readClient(ctx, params.client)
      return { body: client, etag: `${client.version}` }
    },
  }),
  route({
    name: 'changeClient',
    method: 'PATCH',
    path: '/api/tenants/{tenant}/clients/{client}',
    summary: 'Change a client’s name or note',
    action: 'client.edit',
    params: ofClient,
    body: ClientChange,
    answers: { status: 200, says: 'the client as it is now', body: ClientBody },
    run: async (ctx, { params, body }) => ({ body: await changeClient(ctx, params.client, body) }),
  }),
  route({
    name: 'archiveClient',
    method: 'POST',
    path: '/api/tenants/{tenant}/clients/{client}/archive',
    summary: 'Archive a client whose engagements are archived',
    action: 'client.archive',
    params: ofClient,
    answers: { status: 200, says: 'the client as it is now', body: ClientBody },
    run: async (ctx, { params }) => ({ body: await archiveClient(ctx, params.client) }),
  }),
  route({
    name: 'restoreClient',
    method: 'POST',
    path: '/api/tenants/{tenant}/clients/{client}/restore',
    summary: 'Bring an archived client back',
    action: 'client.archive',
    params: ofClient,
    answers: { status: 200, says: 'the client as it is now', body: ClientBody },
    run: async (ctx, { params }) => ({ body: await restoreClient(ctx, params.client) }),
  }),
  route({
    name: 'listContacts',
    method: 'GET',
    path: '/api/tenants/{tenant}/clients/{client}/contacts',
    summary: 'The people at a client',
    action: 'client.read',
    params: ofClient,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page of contacts', body: pageOf(ContactBody) },
    run: async (ctx, { params, query }) => ({ body: await listContacts(ctx, params.client, query) }),
  }),
  route({
    name: 'addContact',
    method: 'POST',
    path: '/api/tenants/{tenant}/clients/{client}/contacts',
    summary: 'Add a person at a client',
    action: 'client.edit',
    params: ofClient,
    body: NewContact,
    answers: { status: 201, says: 'the contact as it was added', body: ContactBody },
    run: async (ctx, { params, body }) => ({ body: await addContact(ctx, params.client, body) }),
  }),
  route({
    name: 'changeContact',
    method: 'PUT',
    path: '/api/tenants/{tenant}/clients/{client}/contacts/{contact}',
    summary: 'Change a contact: the whole of it',
    action: 'client.edit',
    params: ofContact,
    body: NewContact.extend({ version: z.int().min(1).meta({ description: 'the version that you saw' }) }),
    answers: { status: 200, says: 'the contact as it is now', body: ContactBody },
    run: async (ctx, { params, body }) => ({ body: await changeContact(ctx, params, body) }),
  }),
  route({
    name: 'removeContact',
    method: 'DELETE',
    path: '/api/tenants/{tenant}/clients/{client}/contacts/{contact}',
    summary: 'Take a contact out',
    action: 'contact.remove',
    params: ofContact,
    answers: { status: 204, says: 'it is gone' },
    run: async (ctx, { params }) => {
      await removeContact(ctx, params)
      return {}
    },
  }),
]
