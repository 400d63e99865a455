// The tenant's webhooks as its owner sees them: never with their secrets.
import { authorize } from '../core/access/authorize.ts'
import { listWebhooks } from '../store/webhooks.ts'
import type { Webhook } from '../store/webhooks.ts'
import type { UseCase } from './context.ts'

export type ShownWebhook = Omit<Webhook, 'secrets' | 'tenant'> & { readonly secretBefore?: string }

export async function webhooksOf(ctx: UseCase): Promise<readonly ShownWebhook[]> {
  authorize(ctx.actor, 'webhook.manage')
  return (await ctx.store.read(ctx.actor.tenant, listWebhooks)).map(shownWebhook)
}

/** `secretBefore`: until when the secret before the last rotation signs as well */
export function shownWebhook({ secrets, tenant: _tenant, ...webhook }: Webhook): ShownWebhook {
  const { previous } = secrets
  return { ...webhook, ...(previous !== undefined && { secretBefore: previous.until }) }
}
