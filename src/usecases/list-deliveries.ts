// What was delivered to a webhook and what was not; and the same delivery once more.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { DeliveryId, WebhookId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findDelivery, listDeliveries, redeliver } from '../store/deliveries.ts'
import type { Delivery } from '../store/deliveries.ts'
import { presentWebhook } from './change-webhook.ts'
import type { UseCase } from './context.ts'
import { transact } from './transact.ts'

export async function deliveriesOf(ctx: UseCase, webhook: WebhookId, asked: PageAsked): Promise<Page<Delivery>> {
  authorize(ctx.actor, 'webhook.manage')
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    await presentWebhook(scope, webhook)
    return listDeliveries(scope, webhook, asked)
  })
}

/** Under its id, so that a receiver that has it already can tell. */
export async function deliverAgain(
  ctx: UseCase,
  { webhook, delivery }: { readonly webhook: WebhookId; readonly delivery: DeliveryId },
): Promise<Delivery> {
  authorize(ctx.actor, 'webhook.manage')
  return transact(ctx, async (change) => {
    await presentWebhook(change, webhook)
    const found = await findDelivery(change, delivery)
    if (found?.webhook !== webhook) throw new Refusal('not-found', 'there is no such delivery')
    if (found.state === 'waiting') throw new Refusal('conflict', 'this delivery is still to be sent')
    await redeliver(change, delivery, change.at)
    change.record({ kind: 'delivery.repeated', subject: delivery, body: { webhook } })
    return (await findDelivery(change, delivery))!
  })
}
