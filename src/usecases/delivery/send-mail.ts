// Sends one message that was taken, and says how it went.
import { nextAttemptIn } from '../../core/next-attempt.ts'
import type { Outcome } from '../../store/waiting.ts'
import type { OutboxServices } from './outbox-services.ts'
import { Undelivered } from './smtp-mailer.ts'
import type { Mailer } from './smtp-mailer.ts'

interface Taken {
  readonly message_id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly attempts: number
}

export async function sendMail(
  { now, random }: OutboxServices,
  mailer: Mailer,
  { message_id: id, attempts, ...mail }: Taken,
): Promise<Outcome> {
  try {
    await mailer.send({ id, ...mail })
    return { state: 'sent', at: new Date(now()).toISOString() }
  } catch (error) {
    if (!(error instanceof Undelivered)) throw error
    const wait = error.again === 'never' ? undefined : nextAttemptIn(attempts, random())
    if (wait === undefined) return { state: 'failed', failure: error.message }
    return { state: 'waiting', next: new Date(now() + wait).toISOString(), failure: error.message }
  }
}
