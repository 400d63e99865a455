// What waits to be sent: taken under a lease by one sender, then settled by it; mail, sign-in mail and webhook deliveries alike.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { keptBody } from '../core/letter.ts'
import type { SystemScope } from './scope.ts'
import type { DeliveryTable, MessageTable, SystemMessageTable } from './tables/delivery.ts'

interface Rows {
  readonly messages: MessageTable
  readonly system_messages: SystemMessageTable
  readonly deliveries: DeliveryTable
}
type Queue = keyof Rows

export interface Take {
  readonly at: string
  /** when somebody else may take it, should we not settle it */
  readonly until: string
  readonly most: number
}

export type Outcome =
  | { readonly state: 'sent'; readonly at: string; readonly status?: number }
  | { readonly state: 'waiting'; readonly next: string; readonly failure: string; readonly status?: number }
  | { readonly state: 'failed'; readonly failure: string; readonly status?: number }

/** An attempt is counted when it begins, so that what kills its sender is not tried for ever. */
export async function takeDue<Q extends Queue>(
  { sql: db, engine }: SystemScope,
  queue: Q,
  { at, until, most }: Take,
): Promise<readonly Rows[Q][]> {
  const table = sql.table(queue)
  const skipping = engine === 'postgres' ? sql`for update skip locked` : sql``
  const due = sql<Rows[Q]>`select * from ${table} where state = 'waiting' and next_at <= ${at} ${ready[queue]}
    order by next_at limit ${most} ${skipping}`
  const { rows } = await due.execute(db)
  for (const row of rows)
    await sql`update ${table} set attempts = attempts + 1, taken_until = ${until}, next_at = ${until} where ${keyOf[queue](row)}`.execute(
      db,
    )
  return rows.map((row) => ({ ...row, attempts: row.attempts + 1, taken_until: until }))
}

/** A look that takes nothing and holds up nobody. */
export async function anyDue({ sql: db }: SystemScope, queue: Queue, at: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from ${sql.table(queue)} where state = 'waiting' and next_at <= ${at} ${ready[queue]} limit 1`.execute(
      db,
    )
  return rows.length > 0
}

/** What a paused webhook has waiting is kept for it. */
const ready: Readonly<Record<Queue, RawBuilder<unknown>>> = {
  messages: sql``,
  system_messages: sql``,
  deliveries: sql`and exists (select 1 from webhooks where webhooks.tenant_id = deliveries.tenant_id
    and webhooks.webhook_id = deliveries.webhook_id and webhooks.state = 'active')`,
}

const keyOf: { readonly [Q in Queue]: (row: Rows[Q]) => RawBuilder<unknown> } = {
  messages: ({ tenant_id, message_id }) => sql`tenant_id = ${tenant_id} and message_id = ${message_id}`,
  system_messages: ({ message_id }) => sql`message_id = ${message_id}`,
  deliveries: ({ tenant_id, delivery_id }) => sql`tenant_id = ${tenant_id} and delivery_id = ${delivery_id}`,
}

/** Does nothing where the lease ran out and another sender took the row, or somebody discarded it. */
export async function settle<Q extends Queue>(
  { sql: db }: SystemScope,
  queue: Q,
  { row, outcome }: { readonly row: Rows[Q]; readonly outcome: Outcome },
): Promise<void> {
  const failure = outcome.state === 'sent' ? null : outcome.failure
  const next = outcome.state === 'waiting' ? outcome.next : row.next_at
  const sent = outcome.state === 'sent' ? outcome.at : null
  const status = queue === 'deliveries' ? sql`, status = ${outcome.status ?? null}` : sql``
  const body = outcome.state === 'sent' && 'body' in row ? sql`, body = ${keptBody(row)}` : sql``
  await sql`update ${sql.table(queue)}
    set state = ${outcome.state}, failure = ${failure}, next_at = ${next}, sent_at = ${sent}, taken_until = null ${status} ${body}
    where ${keyOf[queue](row)} and state = 'waiting' and taken_until = ${row.taken_until}`.execute(db)
}
