// Mail of a tenant: written in the transaction of the change that causes it, and sent from here.
import type { MessageId } from '../core/record-id.ts'
import type { Scope } from './scope.ts'

export interface NewMessage {
  readonly id: MessageId
  /** what it is about, for those who read the outbox: `invitation` */
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  /** plain text */
  readonly body: string
  readonly madeAt: string
}

export async function insertMessage({ sql, tenant }: Scope, message: NewMessage): Promise<void> {
  const { id, kind, recipient, subject, body, madeAt } = message
  await sql
    .insertInto('messages')
    .values({
      tenant_id: tenant,
      message_id: id,
      kind,
      recipient,
      subject,
      body,
      state: 'waiting',
      attempts: 0,
      next_at: madeAt,
      taken_until: null,
      failure: null,
      made_at: madeAt,
      sent_at: null,
    })
    .execute()
}
