// Webhooks: where the MSP's own programs are told what happens, signed as Standard Webhooks says.
import { z } from 'zod'
import { PageQuery, pageOf } from '../../core/page.ts'
import { DeliveryId, TenantId, WebhookId } from '../../core/record-id.ts'
import {
  changeWebhook,
  removeWebhook,
  rotateWebhookSecret,
  testWebhook,
  WebhookChange,
} from '../../usecases/change-webhook.ts'
import { createWebhook, NewWebhook } from '../../usecases/create-webhook.ts'
import { deliverAgain, deliveriesOf } from '../../usecases/list-deliveries.ts'
import { shownWebhook, webhooksOf } from '../../usecases/list-webhooks.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId })
const one = z.strictObject({ tenant: TenantId, webhook: WebhookId })

const shown = {
  id: WebhookId,
  url: z.string(),
  kinds: z.array(z.string()).readonly().meta({ description: 'an empty list is all' }),
  version: z.int(),
  state: z.enum(['active', 'paused', 'removed']),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  secretBefore: z.iso
    .datetime()
    .optional()
    .meta({ description: 'until then the secret before the last rotation signs as well' }),
}
const WebhookBody = z.strictObject(shown)
const WithSecret = z.strictObject({
  ...shown,
  secret: z.string().meta({ description: 'the key that signs each delivery; it is shown this once' }),
})
const DeliveryBody = z.strictObject({
  id: DeliveryId,
  webhook: WebhookId,
  seq: z.int().meta({ description: 'of the event' }),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int(),
  madeAt: z.iso.datetime(),
  nextAt: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
  status: z.int().optional().meta({ description: 'what the receiver answered last' }),
  failure: z.string().optional(),
})

const path = '/api/tenants/{tenant}/webhooks'
const action = 'webhook.manage'

export const webhookRoutes = [
  route({
    name: 'createWebhook',
    method: 'POST',
    path,
    summary: 'Add a webhook',
    action,
    fresh: true,
    params,
    body: NewWebhook,
    secret: 'shown once',
    answers: { status: 201, says: 'the webhook, with its secret', body: WithSecret },
    run: async (ctx, { params: { tenant }, body }) => {
      const { webhook, secret } = await createWebhook(ctx, body)
      const location = `/api/tenants/${tenant}/webhooks/${webhook.id}`
      return { body: { ...shownWebhook(webhook), secret }, location }
    },
  }),
  route({
    name: 'listWebhooks',
    method: 'GET',
    path,
    summary: 'All webhooks, without their secrets',
    action,
    params,
    answers: { status: 200, says: 'the webhooks; there are at most 20', body: pageOf(WebhookBody) },
    run: async (ctx) => ({ body: { items: await webhooksOf(ctx) } }),
  }),
  route({
    name: 'changeWebhook',
    method: 'PATCH',
    path: `${path}/{webhook}`,
    summary: 'Change, pause or resume a webhook',
    action,
    fresh: true,
    params: one,
    body: WebhookChange,
    answers: { status: 200, says: 'the webhook as it is now', body: WebhookBody },
    run: async (ctx, { params: { webhook }, body }) => ({
      body: shownWebhook(await changeWebhook(ctx, webhook, body)),
    }),
  }),
  route({
    name: 'removeWebhook',
    method: 'DELETE',
    path: `${path}/{webhook}`,
    summary: 'Remove a webhook; what waits for it is not sent',
    action,
    params: one,
    answers: { status: 204, says: 'it is removed' },
    run: async (ctx, { params: { webhook } }) => {
      await removeWebhook(ctx, webhook)
      return {}
    },
  }),
  route({
    name: 'rotateWebhookSecret',
    method: 'POST',
    path: `${path}/{webhook}/secret`,
    summary: 'Make another secret; the one before signs as well for 24 hours',
    action,
    fresh: true,
    params: one,
    secret: 'shown once',
    answers: { status: 200, says: 'the webhook, with its new secret', body: WithSecret },
    run: async (ctx, { params: { webhook: id } }) => {
      const { webhook, secret } = await rotateWebhookSecret(ctx, id)
      return { body: { ...shownWebhook(webhook), secret } }
    },
  }),
  route({
    name: 'testWebhook',
    method: 'POST',
    path: `${path}/{webhook}/test`,
    summary: 'Send a delivery of the kind webhook.tested',
    action,
    params: one,
    answers: { status: 204, says: 'it is queued; look at the deliveries' },
    run: async (ctx, { params: { webhook } }) => {
      await testWebhook(ctx, webhook)
      return {}
    },
  }),
  route({
    name: 'listDeliveries',
    method: 'GET',
    path: `${path}/{webhook}/deliveries`,
    summary: 'What was delivered and what was not, the newest first',
    action,
    params: one,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'deliveries', body: pageOf(DeliveryBody) },
    run: async (ctx, { params: { webhook }, query }) => ({ body: await deliveriesOf(ctx, webhook, query) }),
  }),
  route({
    name: 'deliverAgain',
    method: 'POST',
    path: `${path}/{webhook}/deliveries/{delivery}/redeliver`,
    summary: 'Deliver once more what was sent or failed, under the same id',
    action,
    params: z.strictObject({ tenant: TenantId, webhook: WebhookId, delivery: DeliveryId }),
    answers: { status: 200, says: 'the delivery, waiting', body: DeliveryBody },
    run: async (ctx, { params: { webhook, delivery } }) => ({ body: await deliverAgain(ctx, { webhook, delivery }) }),
  }),
]
