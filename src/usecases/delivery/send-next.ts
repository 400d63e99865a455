// What is due is taken under a lease, sent with no transaction open, and settled. A sender that dies in between leaves it to the
// next: everything is sent at least once, under the same id.
import { forgetAnswers } from '../../store/answers-given.ts'
import { postponeDeliveries } from '../../store/deliveries.ts'
import { forgetSystemMessages } from '../../store/system-messages.ts'
import { anyDue, settle, takeDue } from '../../store/waiting.ts'
import type { Outcome } from '../../store/waiting.ts'
import { atOnce, lease } from './outbox-services.ts'
import type { OutboxServices } from './outbox-services.ts'
import { sendDelivery } from './send-delivery.ts'
import { sendMail } from './send-mail.ts'

type Queue = Parameters<typeof takeDue>[1]

/** @returns how many were tried; fewer than could be taken at once means that nothing more is due */
export async function sendNext(services: OutboxServices): Promise<number> {
  const { mailer } = services
  const tried = await Promise.all([
    ...(mailer === undefined
      ? []
      : [
          sendDue(services, 'system_messages', (row) => sendMail(services, mailer, row)),
          sendDue(services, 'messages', (row) => sendMail(services, mailer, row)),
        ]),
    sendDue(services, 'deliveries', (row) => sendDelivery(services, row)),
  ])
  return tried.reduce((sum, one) => sum + one, 0)
}

async function sendDue<Q extends Queue>(
  { store, now }: OutboxServices,
  queue: Q,
  send: (row: Awaited<ReturnType<typeof takeDue<Q>>>[number]) => Promise<Outcome>,
): Promise<number> {
  const since = now()
  const take = { at: new Date(since).toISOString(), until: new Date(since + lease).toISOString(), most: atOnce }
  if (!(await store.readSystem((scope) => anyDue(scope, queue, take.at)))) return 0
  const rows = await store.writeSystem((scope) => takeDue(scope, queue, take))
  const ends = await Promise.allSettled(
    rows.map(async (row) => {
      const outcome = await send(row)
      await store.writeSystem(async (scope) => {
        await settle(scope, queue, { row, outcome })
        if ('webhook_id' in row && outcome.state === 'waiting') await postponeDeliveries(scope, row, outcome.next)
      })
    }),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return rows.length
}

/** Links that sign in hold for minutes; a given answer is kept for a day. Milliseconds. */
const mailKept = 24 * 60 * 60 * 1000
const answersKept = 24 * 60 * 60 * 1000

export async function forgetOld({ store, now }: OutboxServices): Promise<void> {
  await store.writeSystem(async (scope) => {
    await forgetAnswers(scope, new Date(now() - answersKept).toISOString())
    await forgetSystemMessages(scope, new Date(now() - mailKept).toISOString())
  })
}
