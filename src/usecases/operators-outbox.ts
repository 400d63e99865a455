// The mail of a whole server, for its operator on the server's own machine: whoever may read the database may find a sign-in link in it.
import { MessageId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import type { Message } from '../store/messages.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { findAnyMessage, listAllMessages, listSystemMessages } from '../store/system-messages.ts'
import { requireDatabase } from './look-at-database.ts'

export type { Message } from '../store/messages.ts'

/** The newest first: what signs people in, and what tenants send. */
export function operatorsOutbox(databaseUrl: string, most: number): Promise<readonly Message[]> {
  return withStore(databaseUrl, async (store) => {
    const [system, tenants] = await store.readSystem(async (scope) => [
      await listSystemMessages(scope, most),
      await listAllMessages(scope, most),
    ])
    return [...system, ...tenants].toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most)
  })
}

export function operatorsMessage(databaseUrl: string, id: string): Promise<Message> {
  return withStore(databaseUrl, async (store) => {
    const known = MessageId.safeParse(id)
    const message = known.success ? await store.readSystem((scope) => findAnyMessage(scope, known.data)) : undefined
    if (message === undefined) throw new Refusal('not-found', `there is no message "${id}"; demarc outbox lists them`)
    return message
  })
}

async function withStore<T>(databaseUrl: string, read: (store: Store) => Promise<T>): Promise<T> {
  await requireDatabase(databaseUrl, Date.now())
  const store = await openStore(databaseUrl)
  try {
    return await read(store)
  } finally {
    await store.close()
  }
}
