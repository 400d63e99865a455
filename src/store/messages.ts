// A tenant's mail: what waits, what was sent, and what could not be.
import { z } from 'zod'
import { keptBody } from '../core/letter.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { MessageId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope } from './scope.ts'
import type { MessageTable } from './tables/delivery.ts'

export const MessageState = z.enum(['waiting', 'sent', 'failed', 'discarded'])
export type MessageState = z.infer<typeof MessageState>

export interface NewMessage {
  readonly id: MessageId
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  /** plain text; a line that is an address becomes a link */
  readonly body: string
  readonly at: string
}

export interface Message {
  readonly id: MessageId
  readonly kind: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly state: MessageState
  readonly attempts: number
  readonly madeAt: string
  /** the next attempt; only where one is planned */
  readonly nextAt?: string
  readonly sentAt?: string
  readonly failure?: string
}

/** In the transaction of the change that causes it. */
export async function insertMessage({ sql, tenant }: Scope, message: NewMessage): Promise<void> {
  const { id, kind, recipient, subject, body, at } = message
  const waiting = { state: 'waiting', attempts: 0, next_at: at, taken_until: null, failure: null, sent_at: null }
  await sql
    .insertInto('messages')
    .values({ tenant_id: tenant, message_id: id, kind, recipient, subject, body, made_at: at, ...waiting })
    .execute()
}

/** The newest first. */
export async function listMessages(
  { sql, tenant }: Scope,
  asked: PageAsked & { readonly state: MessageState },
): Promise<Page<Message>> {
  const [before] = cursorIn(asked, [z.string()]) ?? []
  const query = sql
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('state', '=', asked.state)
    .orderBy('message_id', 'desc')
    .limit(asked.limit + 1)
  const rows = await (before === undefined ? query : query.where('message_id', '<', before)).execute()
  return pageFrom(rows, asked, { item: messageOf, key: ({ message_id: id }) => [id] })
}

export async function findMessage({ sql, tenant }: Scope, id: MessageId): Promise<Message | undefined> {
  const row = await sql
    .selectFrom('messages')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('message_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : messageOf(row)
}

/** As if it had just been written. */
export async function retryMessage({ sql, tenant }: Scope, id: MessageId, at: string): Promise<void> {
  await sql
    .updateTable('messages')
    .set({ state: 'waiting', attempts: 0, next_at: at, taken_until: null, failure: null })
    .where('tenant_id', '=', tenant)
    .where('message_id', '=', id)
    .execute()
}

/** @returns whether it waited or had failed, and nobody is sending it at this moment */
export async function discardMessage(
  { sql, tenant }: Scope,
  { id, kind, body }: Pick<Message, 'id' | 'kind' | 'body'>,
  at: string,
): Promise<boolean> {
  const { numUpdatedRows: discarded } = await sql
    .updateTable('messages')
    .set({ state: 'discarded', taken_until: null, body: keptBody({ kind, body }) })
    .where('tenant_id', '=', tenant)
    .where('message_id', '=', id)
    .where('state', 'in', ['waiting', 'failed'])
    .where((eb) => eb.or([eb('taken_until', 'is', null), eb('taken_until', '<=', at)]))
    .executeTakeFirst()
  return discarded > 0n
}

export function messageOf(row: Omit<MessageTable, 'tenant_id'>): Message {
  const state = MessageState.parse(row.state)
  return {
    id: row.message_id as MessageId,
    kind: row.kind,
    recipient: row.recipient,
    subject: row.subject,
    body: row.body,
    state,
    attempts: row.attempts,
    madeAt: row.made_at,
    ...(state === 'waiting' && { nextAt: row.next_at }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.failure !== null && { failure: row.failure }),
  }
}
