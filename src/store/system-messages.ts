// Mail that belongs to no tenant: links that sign a person in. No tenant's owner ever reads it; the operator does, on the server's own machine.
import type { MessageId } from '../core/record-id.ts'
import { messageOf } from './messages.ts'
import type { Message, NewMessage } from './messages.ts'
import type { SystemScope } from './scope.ts'

export async function insertSystemMessage({ sql }: SystemScope, message: NewMessage): Promise<void> {
  const { id, kind, recipient, subject, body, at } = message
  const waiting = { state: 'waiting', attempts: 0, next_at: at, taken_until: null, failure: null, sent_at: null }
  await sql
    .insertInto('system_messages')
    .values({ message_id: id, kind, recipient, subject, body, made_at: at, ...waiting })
    .execute()
}

/** The newest first. */
export async function listSystemMessages({ sql }: SystemScope, most: number): Promise<readonly Message[]> {
  const rows = await sql.selectFrom('system_messages').selectAll().orderBy('message_id', 'desc').limit(most).execute()
  return rows.map(messageOf)
}

/** Mail of every tenant, for the operator; the newest first. */
export async function listAllMessages({ sql }: SystemScope, most: number): Promise<readonly Message[]> {
  const rows = await sql.selectFrom('messages').selectAll().orderBy('message_id', 'desc').limit(most).execute()
  return rows.map(messageOf)
}

export async function findAnyMessage({ sql }: SystemScope, id: MessageId): Promise<Message | undefined> {
  const system = sql.selectFrom('system_messages').selectAll().where('message_id', '=', id)
  const ours = sql.selectFrom('messages').selectAll().where('message_id', '=', id)
  const row = (await system.executeTakeFirst()) ?? (await ours.executeTakeFirst())
  return row === undefined ? undefined : messageOf(row)
}

/** Links that no longer sign anybody in are of no use to anybody. */
export async function forgetSystemMessages({ sql }: SystemScope, madeBefore: string): Promise<void> {
  await sql.deleteFrom('system_messages').where('made_at', '<', madeBefore).execute()
}
