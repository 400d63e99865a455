// Mail that belongs to no tenant: written in the transaction of its cause, sent by whoever delivers.
import type { SystemScope } from './scope.ts'

export interface SystemMessage {
  readonly id: string
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  /** plain text */
  readonly body: string
  readonly madeAt: string
}

export async function insertSystemMessage({ sql }: SystemScope, message: SystemMessage): Promise<void> {
  await sql
    .insertInto('system_messages')
    .values({
      message_id: message.id,
      kind: message.kind,
      recipient: message.recipient,
      subject: message.subject,
      body: message.body,
      state: 'waiting',
      attempts: 0,
      next_at: message.madeAt,
      taken_until: null,
      failure: null,
      made_at: message.madeAt,
      sent_at: null,
    })
    .execute()
}
