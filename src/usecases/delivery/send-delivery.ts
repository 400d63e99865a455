// Sends one delivery that was taken: the event as the webhook's receiver may see it, signed; and says how it went.
import { nextAttemptIn } from '../../core/next-attempt.ts'
import { Refusal } from '../../core/refusal.ts'
import type { TenantId, WebhookId } from '../../core/record-id.ts'
import { eventAt } from '../../store/events.ts'
import type { RecordedEvent } from '../../store/events.ts'
import type { DeliveryTable } from '../../store/tables/delivery.ts'
import type { Outcome } from '../../store/waiting.ts'
import { findWebhook } from '../../store/webhooks.ts'
import type { OutboxServices } from './outbox-services.ts'
import { postWebhook } from './post-webhook.ts'
import type { Posted } from './post-webhook.ts'
import { keysOf, webhookHeaders } from './sign-webhook.ts'
import { webhookTarget } from './webhook-target.ts'

export async function sendDelivery(services: OutboxServices, row: DeliveryTable): Promise<Outcome> {
  const tenant = row.tenant_id as TenantId
  const { webhook, event } = await services.store.read(tenant, async (scope) => ({
    webhook: await findWebhook(scope, row.webhook_id as WebhookId),
    event: await eventAt(scope, row.event_seq),
  }))
  if (webhook === undefined || event === undefined) throw new Error(`delivery ${row.delivery_id} leads nowhere`)
  if (webhook.state === 'removed') return { state: 'failed', failure: 'the webhook was removed' }
  const now = services.now()
  const keys = keysOf(webhook, services.sealing, now)
  if (keys.length === 0) return outcomeOf(services, row, { failure: unreadable })
  const body = JSON.stringify(bodyOf(tenant, event, services.origin))
  const headers = webhookHeaders(keys, { id: row.delivery_id, now, body })
  return outcomeOf(services, row, await posted(webhook.url, { headers, body }, services))
}

/** Tried again as any failure: the operator may put the secret of before back. */
const unreadable =
  'the secret of this webhook cannot be read, because DEMARC_SECRET is another than when it was made; make the webhook another secret and give it to the receiver, then deliver again'

/** The rules may have become stricter since the webhook was made. */
async function posted(
  address: string,
  rest: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  { webhooks }: OutboxServices,
): Promise<Posted> {
  try {
    return await postWebhook({ url: webhookTarget(address, webhooks.rules), ...rest }, webhooks)
  } catch (error) {
    if (error instanceof Refusal) return { failure: error.message }
    throw error
  }
}

/** Ids and where to read more, never the contents: the receiver asks for what it may read. */
function bodyOf(tenant: TenantId, { seq, id, kind, at, subject, engagement }: RecordedEvent, origin: string) {
  const link = `${origin}/api/tenants/${tenant}/events?after=${seq - 1}&limit=1`
  return {
    type: kind,
    timestamp: at,
    data: { tenant, seq, event: id, subject, ...(engagement && { engagement }), link },
  }
}

function outcomeOf({ now, random }: OutboxServices, { attempts }: DeliveryTable, answer: Posted): Outcome {
  const status = 'status' in answer ? { status: answer.status } : {}
  if ('status' in answer && answer.status >= 200 && answer.status < 300)
    return { state: 'sent', at: new Date(now()).toISOString(), ...status }
  const failure = 'failure' in answer ? answer.failure : `the receiver answered ${answer.status}`
  const wait = nextAttemptIn(attempts, random())
  if (wait === undefined) return { state: 'failed', failure, ...status }
  const asked = 'status' in answer ? Math.min(answer.retryAfter ?? 0, mostAsked) * 1000 : 0
  return { state: 'waiting', next: new Date(now() + Math.max(wait, asked)).toISOString(), failure, ...status }
}

/** A receiver may ask for more time, up to a day; seconds. */
const mostAsked = 24 * 60 * 60
