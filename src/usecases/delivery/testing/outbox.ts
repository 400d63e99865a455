// An outbox over two MSPs, with a clock that the test sets, and mail that it counts.
import type { MessageId } from '../../../core/record-id.ts'
import { insertMessage } from '../../../store/messages.ts'
import type { NewMessage } from '../../../store/messages.ts'
import { insertSystemMessage } from '../../../store/system-messages.ts'
import type { UseCase } from '../../context.ts'
import { servicesOn } from '../../testing/two-msps.ts'
import type { TwoMsps } from '../../testing/two-msps.ts'
import type { OutboxServices } from '../outbox-services.ts'
import type { Mail, Mailer } from '../smtp-mailer.ts'

export interface Clock {
  at: number
}

export function outboxOn({ services }: Pick<TwoMsps, 'services'>, clock: Clock, mailer?: Mailer): OutboxServices {
  return {
    store: services.store,
    sealing: services.sealing,
    now: () => clock.at,
    random: () => 0.5,
    origin: 'https://demarc.example',
    webhooks: { rules: { http: 'allowed', networks: ['127.0.0.0/8'] }, patience: 2000 },
    ...(mailer !== undefined && { mailer }),
  }
}

/** As a second process would send. */
export async function secondOutbox(world: TwoMsps, clock: Clock, mailer: Mailer) {
  const services = await servicesOn(world.database)
  return { outbox: outboxOn({ services }, clock, mailer), close: () => services.store.close() }
}

export function countingMailer(): Mailer & { readonly sent: Mail[] } {
  const sent: Mail[] = []
  return {
    sent,
    send: async (mail) => {
      await new Promise((turn) => setImmediate(turn))
      sent.push(mail)
    },
    close: () => undefined,
  }
}

export async function writeMail({ store, newId, actor }: UseCase, recipient: string, at: number): Promise<MessageId> {
  const id = newId('message') as MessageId
  const mail = { id, kind: 'invitation', recipient, subject: 'You are invited', body: 'Hello.' }
  await store.write(actor.tenant, (scope) => insertMessage(scope, { ...mail, at: new Date(at).toISOString() }))
  return id
}

/** As signing in writes it: of no tenant. */
export async function writeSignInMail(
  { store, newId }: UseCase,
  mail: Pick<NewMessage, 'subject' | 'body' | 'at'>,
): Promise<MessageId> {
  const id = newId('message') as MessageId
  const whole = { id, kind: 'sign-in', recipient: 'ana@example.com', ...mail }
  await store.writeSystem((scope) => insertSystemMessage(scope, whole))
  return id
}
