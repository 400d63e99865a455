// How a webhook is signed: the Standard Webhooks convention: HMAC-SHA256 over id, time and body, one signature a key.
import { createHmac, randomBytes } from 'node:crypto'
import type { Webhook, WebhookSecrets } from '../../store/webhooks.ts'
import type { Sealing } from '../sealing.ts'

const prefix = 'whsec_'
/** How long the key before signs as well; milliseconds. */
const overlap = 24 * 60 * 60 * 1000

export function newWebhookSecret(): string {
  return `${prefix}${randomBytes(32).toString('base64')}`
}

/** @param sealed the new one */
export function rotated({ current }: WebhookSecrets, sealed: string, now: number): WebhookSecrets {
  return { current: sealed, previous: { secret: current, until: new Date(now + overlap).toISOString() } }
}

export interface Signed {
  readonly id: string
  /** milliseconds since 1970 */
  readonly now: number
  readonly body: string
}

/** The keys that sign now, opened, the newest first; none where the newest cannot be opened: another DEMARC_SECRET sealed it. */
export function keysOf({ tenant, id, secrets }: Webhook, sealing: Sealing, now: number): readonly string[] {
  const { current, previous } = secrets
  const open = (sealed: string) => sealing.open(sealed, { tenant, subject: id })
  const newest = open(current)
  if (newest === undefined) return []
  const before = previous !== undefined && Date.parse(previous.until) > now ? open(previous.secret) : undefined
  return before === undefined ? [newest] : [newest, before]
}

export function webhookHeaders(keys: readonly string[], { id, now, body }: Signed): Readonly<Record<string, string>> {
  const timestamp = Math.floor(now / 1000)
  const signatures = keys.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': `${timestamp}`, 'webhook-signature': signatures.join(' ') }
}
