// The activities of an engagement's draft, a row each with its version, and what they were before.
import { Activity } from '../core/activity.ts'
import type { EngagementId, UserId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { ActivityTable } from './tables.ts'

/** What SQLite takes as values of one statement is 32,766; PostgreSQL 65,535. */
const rowsAtOnce = 1000

export interface ActivityRecord {
  readonly activity: Activity
  readonly position: number
  readonly version: number
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

/** The caller holds the engagement: what was is kept beside what is. */
export async function replaceActivity(
  scope: Scope,
  engagement: EngagementId,
  { before, after }: { readonly before: ActivityRecord; readonly after: ActivityRecord },
): Promise<void> {
  const { sql, tenant } = scope
  await keep(scope, engagement, { before, at: after.changedAt, by: after.changedBy, ended: 'changed' })
  await sql
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
  await keep(scope, engagement, ending)
  await sql
    .deleteFrom('activities')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', ending.before.activity.id)
    .execute()
}

interface Ending {
  readonly before: ActivityRecord
  readonly at: string
  readonly by: UserId
  readonly ended: 'changed' | 'removed'
}

async function keep(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { before, at, by, ended }: Ending,
): Promise<void> {
  await sql
    .insertInto('past_activities')
    .values({
      tenant_id: tenant,
      engagement_id: engagement,
      activity_id: before.activity.id,
      ...changing(before),
      ended_at: at,
      ended_by: by,
      ended,
    })
    .execute()
}

function changing({ activity, version, changedAt, changedBy }: ActivityRecord) {
  return { version, body: JSON.stringify(activity), changed_at: changedAt, changed_by: changedBy }
}

function recordOf(row: ActivityTable): ActivityRecord {
  return {
    activity: jsonIn(row.body, Activity),
    position: row.position,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by as UserId,
  }
}
