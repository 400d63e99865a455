// What the activities of an engagement were before: every version that was changed or removed.
import { z } from 'zod'
import { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId, UserId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { PastActivityTable } from './tables.ts'

const Ended = z.enum(['changed', 'removed', 'recomposed'])

export interface PastActivity {
  readonly activity: Activity
  readonly version: number
  readonly given?: number
  readonly changedAt: string
  readonly changedBy: UserId
  readonly ended: z.infer<typeof Ended>
  readonly endedAt: string
  readonly endedBy: UserId
}

/** Of one activity, the oldest first. */
export async function pastOf(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  id: ActivityId,
): Promise<readonly PastActivity[]> {
  const rows = await sql
    .selectFrom('past_activities')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', id)
    .orderBy('version')
    .execute()
  return rows.map(pastOfRow)
}

/** One version of one activity, where it is past. */
export async function findPast(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { id, version }: { readonly id: ActivityId; readonly version: number },
): Promise<PastActivity | undefined> {
  const row = await sql
    .selectFrom('past_activities')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? undefined : pastOfRow(row)
}

/** The newest past version of each; an id that was never used is not in it. */
export async function newestPast(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  ids: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await sql
    .selectFrom('past_activities')
    .select(['activity_id', (eb) => eb.fn.max('version').as('version')])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', 'in', ids)
    .groupBy('activity_id')
    .execute()
  return new Map(rows.map(({ activity_id: id, version }) => [id, version]))
}

/** Removals, the newest first; of an id that stands again, too. */
export async function listRemoved(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  asked: PageAsked,
): Promise<Page<PastActivity>> {
  const after = cursorIn(asked, [z.string(), z.string(), z.number()])
  let query = sql
    .selectFrom('past_activities')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('ended', '<>', 'changed')
  if (after !== undefined) {
    const [at, id, version] = after
    query = query.where((eb) =>
      eb.or([
        eb('ended_at', '<', at),
        eb.and([eb('ended_at', '=', at), eb('activity_id', '<', id)]),
        eb.and([eb('ended_at', '=', at), eb('activity_id', '=', id), eb('version', '<', version)]),
      ]),
    )
  }
  const rows = await query
    .orderBy('ended_at', 'desc')
    .orderBy('activity_id', 'desc')
    .orderBy('version', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: pastOfRow, key: (row) => [row.ended_at, row.activity_id, row.version] })
}

/** Of the rows that stand and were changed since the template gave them: as it gave them. */
export async function givenBefore(
  { sql, tenant }: Scope,
  engagement: EngagementId,
): Promise<ReadonlyMap<ActivityId, Activity>> {
  const rows = await sql
    .selectFrom('activities as now')
    .innerJoin('past_activities as past', (join) =>
      join
        .onRef('past.tenant_id', '=', 'now.tenant_id')
        .onRef('past.engagement_id', '=', 'now.engagement_id')
        .onRef('past.activity_id', '=', 'now.activity_id')
        .onRef('past.version', '=', 'now.given_version'),
    )
    .select(['past.activity_id', 'past.body'])
    .where('now.tenant_id', '=', tenant)
    .where('now.engagement_id', '=', engagement)
    .execute()
  return new Map(rows.map(({ activity_id: id, body }) => [id, jsonIn(body, Activity)]))
}

/** Who removed what is not there now, and when. */
export async function removalsOf(
  { sql, tenant }: Scope,
  engagement: EngagementId,
): Promise<ReadonlyMap<ActivityId, { readonly at: string; readonly by: UserId }>> {
  const rows = await sql
    .selectFrom('past_activities')
    .select(['activity_id', 'ended_at', 'ended_by'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('ended', '=', 'removed')
    .orderBy('ended_at')
    .execute()
  return new Map(rows.map((row) => [row.activity_id, { at: row.ended_at, by: row.ended_by as UserId }]))
}

function pastOfRow(row: PastActivityTable): PastActivity {
  return {
    activity: jsonIn(row.body, Activity),
    version: row.version,
    ...(row.given_version !== null && { given: row.given_version }),
    changedAt: row.changed_at,
    changedBy: row.changed_by as UserId,
    ended: Ended.parse(row.ended),
    endedAt: row.ended_at,
    endedBy: row.ended_by as UserId,
  }
}
