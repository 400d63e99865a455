// The activities of an engagement, to read: one, or those that a filter lets through.
import { z } from 'zod'
import { matching } from '../core/draft/activity-filter.ts'
import type { ActivityFilter } from '../core/draft/activity-filter.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import type { UseCase } from './context.ts'
import { openEngagement } from './open-engagement.ts'
import { proofOf } from './proof.ts'

interface Listed {
  readonly id: EngagementId
  readonly filter: ActivityFilter
  readonly page: PageAsked
}

/** The cursor names the row behind which the page begins; where that is gone, the place where it stood. */
export async function listActivitiesOf(ctx: UseCase, { id, filter, page }: Listed): Promise<Page<ActivityRecord>> {
  const { held } = await openEngagement(ctx, id)
  const found = matching(held.matrix, filter, () => proofOf(held.matrix, ctx.knowledge)).map((activity) =>
    held.records.get(activity.id)!,
  )
  const [place, name] = cursorIn(page, [z.number(), z.string()]) ?? [-1, '']
  const standing = held.records.get(name)?.position ?? place
  const rest = found.filter(
    ({ position, activity }) => position > standing || (position === standing && activity.id > name),
  )
  return pageFrom(rest.slice(0, page.limit + 1), page, {
    item: (record) => record,
    key: ({ position, activity }) => [position, activity.id],
  })
}

export async function readActivity(ctx: UseCase, id: EngagementId, activity: ActivityId): Promise<ActivityRecord> {
  const { held } = await openEngagement(ctx, id)
  const record = held.records.get(activity)
  if (record === undefined) throw new Refusal('not-found', `there is no activity "${activity}" in this engagement`)
  return record
}
