// The activities of an engagement's draft, a row each with its version, and what they were before.
import type { QueryCreator } from 'kysely'
import { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { EngagementId, TenantId, UserId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { ActivityTable, Tables } from './tables.ts'

/** What SQLite takes as values of one statement is 32,766; PostgreSQL 65,535. */
const rowsAtOnce = 1000

export interface ActivityRecord {
  readonly activity: Activity
  readonly position: number
  readonly version: number
  /** the version in which it stood as the template gave it; missing: nobody knows, or it is of no template */
  readonly given?: number
  readonly changedAt: string
  readonly changedBy: UserId
}

export async function insertActivities(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  records: readonly ActivityRecord[],
): Promise<void> {
  for (let from = 0; from < records.length; from += rowsAtOnce) {
    const rows = records.slice(from, from + rowsAtOnce).map((record) => ({
      tenant_id: tenant,
      engagement_id: engagement,
      activity_id: record.activity.id,
      position: record.position,
      ...changing(record),
    }))
    await sql.insertInto('activities').values(rows).execute()
  }
}

/** In their order. */
export async function listActivities(
  { sql, tenant }: Scope,
  engagement: EngagementId,
): Promise<readonly ActivityRecord[]> {
  const rows = await sql
    .selectFrom('activities')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .orderBy('position')
    .orderBy('activity_id')
    .execute()
  return rows.map(recordOf)
}

/** Which activities there are, where, and in which version: the same id in the same version is the same text. In their order. */
export async function listActivityVersions(
  { sql, tenant }: Scope,
  engagement: EngagementId,
): Promise<readonly { readonly id: ActivityId; readonly position: number; readonly version: number }[]> {
  const rows = await sql
    .selectFrom('activities')
    .select(['activity_id', 'position', 'version'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .orderBy('position')
    .orderBy('activity_id')
    .execute()
  return rows.map(({ activity_id: id, position, version }) => ({ id, position, version }))
}

/** @param ids at most so many as a statement takes */
export async function findActivities(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  ids: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, ActivityRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await sql
    .selectFrom('activities')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.activity_id, recordOf(row)]))
}

/** The caller holds the engagement: what was is kept beside what is. */
export async function replaceActivity(
  scope: Scope,
  engagement: EngagementId,
  { before, after }: { readonly before: ActivityRecord; readonly after: ActivityRecord },
): Promise<void> {
  const { sql, engine, tenant } = scope
  const was = { before, at: after.changedAt, by: after.changedBy, ended: 'changed' } as const
  const keeping = (db: QueryCreator<Tables>) => kept({ sql: db, tenant }, engagement, was)
  if (engine === 'sqlite') await keeping(sql).execute()
  // One round trip, in which SQLite could not do both.
  const both: QueryCreator<Tables> = engine === 'sqlite' ? sql : sql.with('kept', keeping)
  await both
    .updateTable('activities')
    .set({ position: after.position, ...changing(after) })
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', after.activity.id)
    .execute()
}

/** The caller holds the engagement. */
export async function removeActivity(scope: Scope, engagement: EngagementId, ending: Ending): Promise<void> {
  const { sql, tenant } = scope
  await kept(scope, engagement, ending).execute()
  await sql
    .deleteFrom('activities')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', ending.before.activity.id)
    .execute()
}

/** Where rows stand in the list is no part of their text: their versions stay. */
export async function placeActivities(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  places: readonly { readonly id: ActivityId; readonly position: number }[],
): Promise<void> {
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    const some = places.slice(from, from + rowsAtOnce)
    await sql
      .updateTable('activities')
      .set((eb) => {
        const [first, ...others] = some
        let cases = eb
          .case('activity_id')
          .when(first!.id)
          .then(eb.cast<number>(eb.val(first!.position), 'integer'))
        for (const { id, position } of others) cases = cases.when(id).then(eb.cast<number>(eb.val(position), 'integer'))
        return { position: cases.else(eb.ref('position')).end() }
      })
      .where('tenant_id', '=', tenant)
      .where('engagement_id', '=', engagement)
      .where(
        'activity_id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
  }
}

interface Ending {
  readonly before: ActivityRecord
  readonly at: string
  readonly by: UserId
  readonly ended: 'changed' | 'removed' | 'recomposed'
}

function kept(
  { sql, tenant }: { readonly sql: QueryCreator<Tables>; readonly tenant: TenantId },
  engagement: EngagementId,
  { before, at, by, ended }: Ending,
) {
  return sql.insertInto('past_activities').values({
    tenant_id: tenant,
    engagement_id: engagement,
    activity_id: before.activity.id,
    ...changing(before),
    ended_at: at,
    ended_by: by,
    ended,
  })
}

function changing({ activity, version, given, changedAt, changedBy }: ActivityRecord) {
  return {
    version,
    given_version: given ?? null,
    body: JSON.stringify(activity),
    changed_at: changedAt,
    changed_by: changedBy,
  }
}

function recordOf(row: ActivityTable): ActivityRecord {
  return {
    activity: jsonIn(row.body, Activity),
    position: row.position,
    version: row.version,
    ...(row.given_version !== null && { given: row.given_version }),
    changedAt: row.changed_at,
    changedBy: row.changed_by as UserId,
  }
}
