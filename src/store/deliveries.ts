// A delivery: one event for one webhook, queued in the event's own transaction, so that none is lost and none doubled.
import { z } from 'zod'
import type { Page, PageAsked } from '../core/page.ts'
import type { DeliveryId, WebhookId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope, SystemScope } from './scope.ts'
import type { DeliveryTable } from './tables/delivery.ts'

const State = z.enum(['waiting', 'sent', 'failed'])

export interface NewDelivery {
  readonly id: DeliveryId
  readonly webhook: WebhookId
  readonly seq: number
  readonly at: string
}

export interface Delivery {
  readonly id: DeliveryId
  readonly webhook: WebhookId
  readonly seq: number
  readonly state: z.infer<typeof State>
  readonly attempts: number
  readonly madeAt: string
  readonly nextAt?: string
  readonly sentAt?: string
  /** of the receiver's last answer */
  readonly status?: number
  readonly failure?: string
}

export async function insertDeliveries({ sql, tenant }: Scope, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return
  const rows = deliveries.map(({ id, webhook, seq, at }) => ({
    tenant_id: tenant,
    delivery_id: id,
    webhook_id: webhook,
    event_seq: seq,
    state: 'waiting',
    attempts: 0,
    next_at: at,
    taken_until: null,
    status: null,
    failure: null,
    made_at: at,
    sent_at: null,
  }))
  await sql.insertInto('deliveries').values(rows).execute()
}

/** The newest first. */
export async function listDeliveries(
  { sql, tenant }: Scope,
  webhook: WebhookId,
  asked: PageAsked,
): Promise<Page<Delivery>> {
  const [before] = cursorIn(asked, [z.string()]) ?? []
  const query = sql
    .selectFrom('deliveries')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', webhook)
    .orderBy('delivery_id', 'desc')
    .limit(asked.limit + 1)
  const rows = await (before === undefined ? query : query.where('delivery_id', '<', before)).execute()
  return pageFrom(rows, asked, { item: deliveryOf, key: ({ delivery_id: id }) => [id] })
}

export async function findDelivery({ sql, tenant }: Scope, id: DeliveryId): Promise<Delivery | undefined> {
  const row = await sql
    .selectFrom('deliveries')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('delivery_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : deliveryOf(row)
}

/** The same id again: a receiver that has it knows it. */
export async function redeliver({ sql, tenant }: Scope, id: DeliveryId, at: string): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ state: 'waiting', attempts: 0, next_at: at, taken_until: null, failure: null, status: null, sent_at: null })
    .where('tenant_id', '=', tenant)
    .where('delivery_id', '=', id)
    .execute()
}

/** What still waits for a webhook that is no more. */
export async function failDeliveries({ sql, tenant }: Scope, webhook: WebhookId, failure: string): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ state: 'failed', failure, taken_until: null })
    .where('tenant_id', '=', tenant)
    .where('webhook_id', '=', webhook)
    .where('state', '=', 'waiting')
    .execute()
}

/** A receiver that does not answer keeps nobody else waiting: the rest of its deliveries come after this one. */
export async function postponeDeliveries(
  { sql, engine }: SystemScope,
  row: DeliveryTable,
  until: string,
): Promise<void> {
  const rest = sql
    .selectFrom('deliveries')
    .select('delivery_id')
    .where('tenant_id', '=', row.tenant_id)
    .where('webhook_id', '=', row.webhook_id)
    .where('state', '=', 'waiting')
    .where('taken_until', 'is', null)
    .where('next_at', '<', until)
  await sql
    .updateTable('deliveries')
    .set({ next_at: until })
    .where('tenant_id', '=', row.tenant_id)
    // another sender that has just taken one, or postpones them too, is not waited for: each would wait for the other
    .where('delivery_id', 'in', engine === 'postgres' ? rest.forUpdate().skipLocked() : rest)
    .execute()
}

function deliveryOf(row: DeliveryTable): Delivery {
  const state = State.parse(row.state)
  return {
    id: row.delivery_id as DeliveryId,
    webhook: row.webhook_id as WebhookId,
    seq: row.event_seq,
    state,
    attempts: row.attempts,
    madeAt: row.made_at,
    ...(state === 'waiting' && { nextAt: row.next_at }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.status !== null && { status: row.status }),
    ...(row.failure !== null && { failure: row.failure }),
  }
}
