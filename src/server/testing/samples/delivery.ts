// Samples: events, outgoing mail, webhooks.
import type { DeliveryId, MessageId, WebhookId } from '../../../core/record-id.ts'
import { testWebhook } from '../../../usecases/change-webhook.ts'
import { createWebhook } from '../../../usecases/create-webhook.ts'
import { inviteMember } from '../../../usecases/invite.ts'
import { deliveriesOf } from '../../../usecases/list-deliveries.ts'
import { webhooksOf } from '../../../usecases/list-webhooks.ts'
import { outboxOf } from '../../../usecases/read-outbox.ts'
import type { Place } from '../walk-world.ts'
import { freshAddress } from './people.ts'
import { nothing } from './sample.ts'
import type { Samples } from './sample.ts'

const url = 'https://hooks.example/demarc'

export const deliverySamples: Samples = {
  listEvents: nothing,
  streamEvents: nothing,
  listEngagementEvents: nothing,
  streamEngagementEvents: nothing,

  listOutbox: nothing,
  readMessage: async (place) => ({ params: await message(place) }),
  retryMessage: async (place) => {
    const params = await message(place)
    await place.world.database.run(`update messages set state = 'failed' where message_id = '${params.message}'`)
    return { params }
  },
  discardMessage: async (place) => ({ params: await message(place) }),

  createWebhook: () => ({ body: { url, kinds: ['activity.changed'] } }),
  listWebhooks: nothing,
  changeWebhook: async (place) => {
    const { id: webhook, version } = await hook(place)
    return { params: { webhook }, body: { version, kinds: ['revision.made'] } }
  },
  removeWebhook: async (place) => ({ params: { webhook: (await hook(place)).id } }),
  rotateWebhookSecret: async (place) => ({ params: { webhook: (await hook(place)).id } }),
  testWebhook: async (place) => ({ params: { webhook: (await hook(place)).id } }),
  listDeliveries: async (place) => ({ params: { webhook: (await hook(place)).id } }),
  deliverAgain: async (place) => ({ params: await delivered(place) }),
}

async function message(place: Place): Promise<{ readonly message: MessageId }> {
  await inviteMember(place.owner, { email: freshAddress(place), role: 'viewer' })
  const { items } = await outboxOf(place.owner, { limit: 1, state: 'waiting' })
  return { message: items[0]!.id }
}

/** A tenant may have twenty only: the one that stands there serves again. */
async function hook({ owner }: Place): Promise<{ readonly id: WebhookId; readonly version: number }> {
  const [known] = await webhooksOf(owner)
  return known ?? (await createWebhook(owner, { url, kinds: ['revision.made'] })).webhook
}

async function delivered(place: Place): Promise<{ readonly webhook: WebhookId; readonly delivery: DeliveryId }> {
  const { id: webhook } = await hook(place)
  await testWebhook(place.owner, webhook)
  const { items } = await deliveriesOf(place.owner, webhook, { limit: 1 })
  const delivery = items[0]!.id
  await place.world.database.run(`update deliveries set state = 'sent' where delivery_id = '${delivery}'`)
  return { webhook, delivery }
}
