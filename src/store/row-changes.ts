// Rows of a draft that go or move, and the version that a returning one goes on from.
import type { ActivityId } from '../core/identifiers.ts'
import type { EngagementId, UserId } from '../core/record-id.ts'
import type { ActivityRecord } from './activities.ts'
import type { Scope } from './scope.ts'

/** The caller holds the engagement: what was is kept. */
export async function endActivity(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { before, at, by }: { readonly before: ActivityRecord; readonly at: string; readonly by: UserId },
): Promise<void> {
  const { activity, version, changedAt, changedBy } = before
  await sql
    .insertInto('past_activities')
    .values({
      tenant_id: tenant,
      engagement_id: engagement,
      activity_id: activity.id,
      version,
      body: JSON.stringify(activity),
      changed_at: changedAt,
      changed_by: changedBy,
      ended_at: at,
      ended_by: by,
      ended: 'removed',
    })
    .execute()
  await sql
    .deleteFrom('activities')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', activity.id)
    .execute()
}

/** Where a row stands is no part of its text: its version stays. */
export async function moveActivity(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { activity, position }: ActivityRecord,
): Promise<void> {
  await sql
    .updateTable('activities')
    .set({ position })
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', activity.id)
    .execute()
}

/** 0 where no row of this id ever went. */
export async function newestPastVersion(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  id: ActivityId,
): Promise<number> {
  const row = await sql
    .selectFrom('past_activities')
    .select('version')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', id)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.version ?? 0
}
