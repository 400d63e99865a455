// Everything that happened in a tenant, in order: appended in the transaction of the change, never changed, never taken out.
import type { QueryCreator } from 'kysely'
import { z } from 'zod'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId, TenantId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope } from './scope.ts'
import type { EventTable, Tables } from './tables.ts'

export interface NewEvent {
  readonly id: string
  readonly at: string
  readonly kind: string
  /** who, and by which way: a session, a token, the system */
  readonly actor: string
  readonly engagement?: EngagementId
  /** the id of what it happened to */
  readonly subject: string
  /** JSON */
  readonly body: string
}

export interface RecordedEvent extends NewEvent {
  /** from 0, without holes */
  readonly seq: number
}

/** Locks the tenant's log until the transaction ends; call it late. @returns the `seq` of the first */
export async function appendEvents(scope: Scope, events: readonly NewEvent[]): Promise<number> {
  const { sql, engine, tenant } = scope
  const rows = events.map(({ id, at, kind, actor, engagement, subject, body }) => ({
    tenant_id: tenant,
    event_id: id,
    at,
    kind,
    actor,
    engagement_id: engagement ?? null,
    subject,
    body,
  }))
  const back = (index: number) => events.length - index
  if (engine === 'postgres') {
    // One round trip, in which SQLite could not do both.
    const { seq } = await sql
      .with('head', (db) => grown({ ...scope, sql: db }, events.length))
      .insertInto('events')
      .values((eb) =>
        rows.map((row, index) => ({
          ...row,
          seq: eb(eb.selectFrom('head').select('size'), '-', back(index)).$notNull(),
        })),
      )
      .returning('seq')
      .executeTakeFirstOrThrow()
    return seq
  }
  const { size } = await grown(scope, events.length).executeTakeFirstOrThrow()
  await sql
    .insertInto('events')
    .values(rows.map((row, index) => ({ ...row, seq: size - back(index) })))
    .execute()
  return size - events.length
}

function grown({ sql, tenant }: { readonly sql: QueryCreator<Tables>; readonly tenant: TenantId }, by: number) {
  return sql
    .updateTable('event_heads')
    .set((eb) => ({ size: eb('size', '+', by) }))
    .where('tenant_id', '=', tenant)
    .returning('size')
}

export async function startLog({ sql, tenant }: Scope): Promise<void> {
  await sql.insertInto('event_heads').values({ tenant_id: tenant, size: 0 }).execute()
}

/** From `after` on, at most `most`. */
export async function eventsAfter(
  { sql, tenant }: Scope,
  after: number,
  most: number,
): Promise<readonly RecordedEvent[]> {
  const rows = await sql
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute()
  return rows.map(eventOf)
}

/** Of one engagement, the newest first. */
export async function eventsIn(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  asked: PageAsked,
): Promise<Page<RecordedEvent>> {
  const [before] = cursorIn(asked, [z.number()]) ?? []
  let query = sql
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
  if (before !== undefined) query = query.where('seq', '<', before)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: eventOf, key: ({ seq }) => [seq] })
}

export async function eventAt({ sql, tenant }: Scope, seq: number): Promise<RecordedEvent | undefined> {
  const row = await sql
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row === undefined ? undefined : eventOf(row)
}

/** How many events there are: the `seq` of the next. */
export async function logSize({ sql, tenant }: Scope): Promise<number> {
  const row = await sql.selectFrom('event_heads').select('size').where('tenant_id', '=', tenant).executeTakeFirst()
  return row?.size ?? 0
}

export interface EventsAsked extends PageAsked {
  /** from the one after this, where no cursor says so */
  readonly after: number
  readonly engagement?: EngagementId
}

/** The oldest first. */
export async function listEvents({ sql, tenant }: Scope, asked: EventsAsked): Promise<Page<RecordedEvent>> {
  const [after] = cursorIn(asked, [z.int()]) ?? [asked.after]
  const query = sql
    .selectFrom('events')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(asked.limit + 1)
  const { engagement } = asked
  const rows = await (engagement === undefined ? query : query.where('engagement_id', '=', engagement)).execute()
  return pageFrom(rows, asked, { item: eventOf, key: ({ seq }) => [seq] })
}

function eventOf(row: EventTable): RecordedEvent {
  return {
    seq: row.seq,
    id: row.event_id,
    at: row.at,
    kind: row.kind,
    actor: row.actor,
    ...(row.engagement_id !== null && { engagement: row.engagement_id as EngagementId }),
    subject: row.subject,
    body: row.body,
  }
}
