// Changes of a webhook: its address and kinds, pause and resume, another secret, a trial, its end.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import type { WebhookId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { longest } from '../core/text.ts'
import { failDeliveries } from '../store/deliveries.ts'
import type { Scope } from '../store/scope.ts'
import { findWebhook, saveWebhook } from '../store/webhooks.ts'
import type { Webhook } from '../store/webhooks.ts'
import type { UseCase } from './context.ts'
import { EventKinds } from './create-webhook.ts'
import { webhookTested } from './delivery/queue-deliveries.ts'
import { newWebhookSecret, rotated } from './delivery/sign-webhook.ts'
import { strictRules, webhookTarget } from './delivery/webhook-target.ts'
import { shownWebhook } from './list-webhooks.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export const WebhookChange = z.strictObject({
  version: z.int().min(1).meta({ description: 'the version that you saw' }),
  url: z.string().max(longest.url).optional(),
  kinds: EventKinds.optional(),
  state: z
    .enum(['active', 'paused'])
    .optional()
    .meta({ description: 'paused: what waits is kept, what happens meanwhile is not queued; read it from the events' }),
})
type WebhookChange = z.infer<typeof WebhookChange>

export async function changeWebhook(
  ctx: UseCase,
  id: WebhookId,
  { version, url, kinds, state }: WebhookChange,
): Promise<Webhook> {
  authorize(ctx.actor, 'webhook.manage')
  const target = url === undefined ? undefined : webhookTarget(url, ctx.webhookRules ?? strictRules).href
  return transact(ctx, async (change) => {
    const before = await presentWebhook(change, id)
    if (before.version !== version)
      throw new Overtaken('somebody changed this webhook meanwhile; look at it again', shownWebhook(before))
    const after = { ...before, url: target ?? before.url, kinds: kinds ?? before.kinds, state: state ?? before.state }
    return saved(change, after, 'webhook.changed')
  })
}

/** The secret before signs as well for a day. */
export async function rotateWebhookSecret(
  ctx: UseCase,
  id: WebhookId,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  authorize(ctx.actor, 'webhook.manage')
  const secret = newWebhookSecret()
  return transact(ctx, async (change) => {
    const before = await presentWebhook(change, id)
    const sealed = ctx.sealing.seal(secret, { tenant: before.tenant, subject: id })
    const secrets = rotated(before.secrets, sealed, Date.parse(change.at))
    return { webhook: await saved(change, { ...before, secrets }, 'webhook.secret-rotated'), secret }
  })
}

/** Sends a delivery that tells of nothing but this trial. */
export async function testWebhook(ctx: UseCase, id: WebhookId): Promise<void> {
  authorize(ctx.actor, 'webhook.manage')
  await transact(ctx, async (change) => {
    const { state, url } = await presentWebhook(change, id)
    if (state !== 'active') throw new Refusal('conflict', 'this webhook is paused; resume it first')
    change.record({ kind: webhookTested, subject: id, body: { url } })
  })
}

/** What still waits for it is not sent any more. */
export async function removeWebhook(ctx: UseCase, id: WebhookId): Promise<void> {
  authorize(ctx.actor, 'webhook.manage')
  await transact(ctx, async (change) => {
    const before = await presentWebhook(change, id)
    await saved(change, { ...before, state: 'removed', secrets: { current: '' } }, 'webhook.removed')
    await failDeliveries(change, id, 'the webhook was removed')
  })
}

export async function presentWebhook(scope: Scope, id: WebhookId): Promise<Webhook> {
  const webhook = await findWebhook(scope, id)
  if (webhook === undefined || webhook.state === 'removed') throw new Refusal('not-found', 'there is no such webhook')
  return webhook
}

async function saved(change: Change, after: Webhook, kind: string): Promise<Webhook> {
  const webhook = { ...after, version: after.version + 1 }
  if (!(await saveWebhook(change, webhook)))
    throw new Overtaken('somebody changed this webhook meanwhile; look at it again', null)
  const { id, url, kinds, state } = webhook
  change.record({ kind, subject: id, body: { url, kinds, state } })
  return webhook
}
