// A draft's rows after the template's were taken: changed, brought in, taken out, and all in their new places.
import type { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { EngagementId } from '../core/record-id.ts'
import { insertActivities, removeActivity, replaceActivity } from './activities.ts'
import type { ActivityRecord } from './activities.ts'
import type { Scope } from './scope.ts'

interface RowsTaken {
  readonly before: ReadonlyMap<ActivityId, ActivityRecord>
  /** those that nothing happened to are the same objects */
  readonly after: readonly Activity[]
  readonly made: Pick<ActivityRecord, 'changedAt' | 'changedBy'>
}

/** The caller holds the engagement. */
export async function saveTemplateRows(
  scope: Scope,
  engagement: EngagementId,
  { before, after, made }: RowsTaken,
): Promise<void> {
  const left = new Set(after.map(({ id }) => id))
  for (const record of before.values())
    if (!left.has(record.activity.id))
      await removeActivity(scope, engagement, {
        before: record,
        at: made.changedAt,
        by: made.changedBy,
        ended: 'removed',
      })
  const fresh = after.filter(({ id }) => !before.has(id)).map(({ id }) => id)
  const past = await pastVersions(scope, engagement, fresh)
  for (const [position, activity] of after.entries()) {
    const record = before.get(activity.id)
    if (record === undefined) {
      const version = (past.get(activity.id) ?? 0) + 1
      await insertActivities(scope, engagement, [{ activity, position, version, ...made }])
    } else if (record.activity !== activity)
      await replaceActivity(scope, engagement, {
        before: record,
        after: { activity, position, version: record.version + 1, ...made },
      })
    else if (record.position !== position) await place(scope, engagement, { id: activity.id, position })
  }
}

/** Of rows that stood here before and were taken out: a version is never given twice. */
async function pastVersions(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  ids: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await sql
    .selectFrom('past_activities')
    .select(({ fn }) => ['activity_id', fn.max('version').as('version')])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', 'in', ids)
    .groupBy('activity_id')
    .execute()
  return new Map(rows.map(({ activity_id: id, version }) => [id, version]))
}

/** Where a row stands is no part of its text: its version stays. */
async function place(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { id, position }: { readonly id: ActivityId; readonly position: number },
): Promise<void> {
  await sql
    .updateTable('activities')
    .set({ position })
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', '=', id)
    .execute()
}
