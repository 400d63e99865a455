// Which webhooks hear of which events: queued in the transaction of the events themselves.
import type { DeliveryId } from '../../core/record-id.ts'
import { insertDeliveries } from '../../store/deliveries.ts'
import type { NewDelivery } from '../../store/deliveries.ts'
import type { Scope } from '../../store/scope.ts'
import { listWebhooks } from '../../store/webhooks.ts'
import type { Webhook } from '../../store/webhooks.ts'
import type { Services } from '../context.ts'

export interface Appended {
  readonly seq: number
  readonly kind: string
  readonly subject: string
}

/** Tells that a webhook is to be tried; only that one hears of it, whatever kinds it wants. */
export const webhookTested = 'webhook.tested'

export async function queueDeliveries(
  scope: Scope,
  { newId }: Services,
  { events, at }: { readonly events: readonly Appended[]; readonly at: string },
): Promise<void> {
  const webhooks = (await listWebhooks(scope)).filter(({ state }) => state === 'active')
  if (webhooks.length === 0) return
  const deliveries = events.flatMap((event) =>
    webhooks
      .filter((webhook) => wants(webhook, event))
      .map((webhook): NewDelivery => {
        return { id: newId('delivery') as DeliveryId, webhook: webhook.id, seq: event.seq, at }
      }),
  )
  await insertDeliveries(scope, deliveries)
}

function wants({ id, kinds }: Webhook, { kind, subject }: Appended): boolean {
  if (kind === webhookTested) return subject === id
  return kinds.length === 0 || kinds.includes(kind)
}
