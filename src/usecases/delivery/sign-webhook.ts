// How a webhook is signed: the Standard Webhooks convention: HMAC-SHA256 over id, time and body, one signature a key.
import { createHmac, randomBytes } from 'node:crypto'
import type { WebhookSecrets } from '../../store/webhooks.ts'

const prefix = 'whsec_'
/** How long the key before signs as well; milliseconds. */
const overlap = 24 * 60 * 60 * 1000

export function newWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`
}

export function rotated({ current }: WebhookSecrets, secret: string, now: number): WebhookSecrets {
  return { current: secret, previous: { secret: current, until: new Date(now + overlap).toISOString() } }
}

export interface Signed {
  readonly id: string
  /** milliseconds since 1970 */
  readonly now: number
  readonly body: string
}

export function webhookHeaders(
  { current, previous }: WebhookSecrets,
  { id, now, body }: Signed,
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(now / 1000)
  const stillKnown = previous !== undefined && Date.parse(previous.until) > now ? [previous.secret] : []
  const signatures = [current, ...stillKnown].map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': `${timestamp}`, 'webhook-signature': signatures.join(' ') }
}
