// A new webhook: where the MSP wants to be told what happens. The secret that signs is shown this once.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import type { WebhookId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { longest } from '../core/text.ts'
import { insertWebhook, listWebhooks } from '../store/webhooks.ts'
import type { Webhook } from '../store/webhooks.ts'
import type { UseCase } from './context.ts'
import { newWebhookSecret } from './delivery/sign-webhook.ts'
import { strictRules, webhookTarget } from './delivery/webhook-target.ts'
import { transact } from './transact.ts'

export const EventKinds = z
  .array(
    z
      .string()
      .max(60)
      .regex(/^[a-z-]+\.[a-z-]+$/, 'a kind of event is written like activity.changed'),
  )
  .max(100)
  .readonly()
  .meta({ description: 'which kinds of events; an empty list is all', example: ['activity.changed'] })

export const NewWebhook = z.strictObject({
  url: z
    .string()
    .max(longest.url)
    .meta({ description: 'a public https address', example: 'https://example.com/demarc' }),
  kinds: EventKinds.default([]),
})
type NewWebhook = z.infer<typeof NewWebhook>

const most = 20

export async function createWebhook(
  ctx: UseCase,
  { url, kinds }: NewWebhook,
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  authorize(ctx.actor, 'webhook.manage')
  const target = webhookTarget(url, ctx.webhookRules ?? strictRules).href
  const secret = newWebhookSecret()
  return transact(ctx, async (change) => {
    if ((await listWebhooks(change)).length >= most)
      throw new Refusal('conflict', `there are ${most} webhooks already; remove one first`)
    const id = ctx.newId('webhook') as WebhookId
    const made = { madeAt: change.at, madeBy: ctx.actor.user }
    const { tenant } = ctx.actor
    const secrets = { current: ctx.sealing.seal(secret, { tenant, subject: id }) }
    const webhook: Webhook = { tenant, id, url: target, kinds, secrets, version: 1, state: 'active', ...made }
    await insertWebhook(change, webhook)
    change.record({ kind: 'webhook.created', subject: id, body: { url: target, kinds } })
    return { webhook, secret }
  })
}
