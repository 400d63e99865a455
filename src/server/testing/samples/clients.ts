// Samples: clients and the people there, lists over them, the search.
import type { ClientId } from '../../../core/record-id.ts'
import { addContact } from '../../../usecases/add-contact.ts'
import { archiveClient } from '../../../usecases/archive-client.ts'
import { archiveEngagement } from '../../../usecases/archive-engagement.ts'
import { createClient } from '../../../usecases/create-client.ts'
import { openEngagement } from '../../../usecases/open-engagement.ts'
import type { Place } from '../walk-world.ts'
import { nothing } from './sample.ts'
import type { Samples } from './sample.ts'

const contact = { name: 'Alex Kim', email: 'alex@elm.example', title: 'Office manager' }

export const clientSamples: Samples = {
  listClients: nothing,
  createClient: () => ({ body: { name: 'Harbor Dental' } }),
  readClient: nothing,
  changeClient: async (place) => ({ params: await freshClient(place), body: { version: 1, name: 'Harbor, renamed' } }),
  archiveClient: async (place) => ({ params: await freshClient(place) }),
  restoreClient: async (place) => {
    const { client } = await freshClient(place)
    await archiveClient(place.owner, client)
    return { params: { client } }
  },
  listContacts: nothing,
  addContact: () => ({ body: contact }),
  changeContact: async (place) => ({
    params: await freshContact(place),
    body: { ...contact, title: 'Security official', version: 1 },
  }),
  removeContact: async (place) => ({ params: await freshContact(place) }),

  createEngagement: async ({ owner, client, engagement }) => {
    const { held } = await openEngagement(owner, engagement)
    return { body: { client, document: held.matrix } }
  },
  listEngagements: ({ client }) => ({ query: { client, limit: '200' }, listsEngagements: true }),
  archiveEngagement: ({ state }) => (state === 'draft' ? {} : { conflict: 'this engagement is archived already' }),
  restoreEngagement: async ({ owner, engagement: id, state }) => {
    if (state === 'draft') return { conflict: 'this engagement is not archived' }
    const { engagement } = await openEngagement(owner, id)
    if (engagement.state === 'draft') await archiveEngagement(owner, id)
    return {}
  },
  readPortfolio: nothing,
  listReviewsDue: nothing,
  searchActivities: ({ client }) => ({ query: { words: 'backup', client } }),
}

async function freshClient({ owner }: Place): Promise<{ readonly client: ClientId }> {
  const { id: client } = await createClient(owner, { name: 'Harbor Dental' })
  return { client }
}

async function freshContact({ owner, client }: Place) {
  return { client, contact: (await addContact(owner, client, contact)).id }
}
