// What sending needs besides the other services: the ways out, randomness for the times between attempts, and a timer.
import type { Services } from '../context.ts'
import type { PostSettings } from './post-webhook.ts'
import type { Mailer } from './smtp-mailer.ts'

export interface OutboxServices extends Pick<Services, 'store' | 'now' | 'sealing'> {
  /** none: mail waits, and the owner and the operator can read it */
  readonly mailer?: Mailer
  readonly webhooks: PostSettings
  /** where this server is reached, for links: `https://demarc.example.com` */
  readonly origin: string
  /** from 0 up to 1 */
  readonly random: () => number
}

/** Long enough for any attempt: what is not settled by then, another sender takes. Milliseconds. */
export const lease = 5 * 60 * 1000
export const atOnce = 10
