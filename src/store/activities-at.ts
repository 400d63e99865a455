// The activities of a draft as they stood at a moment, put together from what stands now and what was kept of before.
import { Activity } from '../core/activity.ts'
import type { EngagementId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

/** In the order of today; those that were removed since come last, by id. @param at RFC 3339, UTC, with milliseconds */
export async function activitiesAt(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  at: string,
): Promise<readonly Activity[]> {
  const standing = await sql
    .selectFrom('activities')
    .select(['activity_id', 'position', 'body', 'changed_at'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .execute()
  const ended = await sql
    .selectFrom('past_activities')
    .select(['activity_id', 'body'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('changed_at', '<=', at)
    .where('ended_at', '>', at)
    .execute()
  const places = new Map(standing.map(({ activity_id, position }) => [activity_id, position]))
  const then = [...standing.filter(({ changed_at }) => changed_at <= at), ...ended]
  const placeOf = (id: string): number => places.get(id) ?? Infinity
  return then
    .toSorted((a, b) =>
      placeOf(a.activity_id) === placeOf(b.activity_id)
        ? a.activity_id < b.activity_id
          ? -1
          : 1
        : placeOf(a.activity_id) - placeOf(b.activity_id),
    )
    .map(({ body }) => jsonIn(body, Activity))
}
