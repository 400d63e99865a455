// The activities of a draft: read, added, changed, removed, restored, put in order.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { openReasons } from '../../core/draft/activity-filter.ts'
import { Allotment } from '../../core/draft/allotment.ts'
import { ActivityId, FrameworkId, PartyId } from '../../core/identifiers.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { Refusal } from '../../core/refusal.ts'
import { Title } from '../../core/text.ts'
import { addActivity } from '../../usecases/add-activity.ts'
import { allotActivities } from '../../usecases/allot-activities.ts'
import { editActivities } from '../../usecases/change-activities.ts'
import { listActivitiesOf, readActivity } from '../../usecases/read-activities.ts'
import { removeActivities } from '../../usecases/remove-activities.ts'
import { reorderActivities } from '../../usecases/reorder-activities.ts'
import { route } from '../route.ts'
import {
  ActivityBody,
  activityParams,
  draftPath,
  edited,
  engagementParams,
  previewQuery,
  SeenRows,
  Version,
} from './draft-bodies.ts'

const list = `${draftPath}/activities` as const
const one = `${draftPath}/activities/{activity}` as const

const behind = ActivityId.nullable()
  .optional()
  .meta({ description: 'the activity that it stands behind; null: first; missing: last' })

export const draftActivityRoutes = [
  route({
    name: 'listActivities',
    method: 'GET',
    path: list,
    summary: 'The activities, in their order',
    action: 'engagement.read',
    params: engagementParams,
    query: z.strictObject({
      ...PageQuery,
      party: PartyId.optional().meta({
        description: 'who has a duty or answers; "unassigned" for what nobody has taken',
      }),
      framework: FrameworkId.optional(),
      topic: Title.optional(),
      open: z
        .enum(openReasons)
        .optional()
        .meta({ description: 'why something that the activity serves is open; any: whatever the reason' }),
      words: z
        .string()
        .max(200)
        .optional()
        .meta({ description: 'all of them, in any sentence, as it reads with its answers' }),
    }),
    answers: { status: 200, says: 'a page of them', body: pageOf(ActivityBody) },
    run: async (ctx, { params: { engagement: id }, query: { limit, cursor, ...filter } }) => ({
      body: await listActivitiesOf(ctx, { id, filter, page: { limit, cursor } }),
    }),
  }),
  route({
    name: 'readActivity',
    method: 'GET',
    path: one,
    summary: 'One activity with its version',
    action: 'engagement.read',
    params: activityParams,
    answers: { status: 200, says: 'the activity as it is now', body: ActivityBody },
    run: async (ctx, { params: { engagement, activity } }) => {
      const record = await readActivity(ctx, engagement, activity)
      return { body: record, etag: `${record.version}` }
    },
  }),
  route({
    name: 'addActivity',
    method: 'POST',
    path: list,
    summary: 'Add an activity',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ activity: Activity, behind }),
    answers: { status: 201, ...edited },
    run: async (ctx, { params: { tenant, engagement: id }, query: { preview }, body }) => ({
      body: await addActivity(ctx, { id, preview }, body),
      ...(!preview && { location: `/api/tenants/${tenant}/engagements/${id}/activities/${body.activity.id}` }),
    }),
  }),
  route({
    name: 'changeActivities',
    method: 'PATCH',
    path: list,
    summary: 'Change activities: all of them or none',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({
      changes: z
        .array(z.strictObject({ version: Version, activity: Activity }))
        .min(1)
        .max(2000),
    }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body: { changes } }) => ({
      body: await editActivities(ctx, { id, preview }, changes),
    }),
  }),
  route({
    name: 'changeActivity',
    method: 'PUT',
    path: one,
    summary: 'Change one activity; If-Match names the version that you saw',
    action: 'matrix.edit',
    params: activityParams,
    ifMatch: 'asked for',
    query: previewQuery,
    body: Activity,
    answers: { status: 200, ...edited },
    run: async (ctx, { params, query: { preview }, body: activity, ifMatch }) => {
      if (activity.id !== params.activity)
        throw new Refusal(
          'invalid',
          `the activity’s id is "${activity.id}" and the address says "${params.activity}"; an id cannot change`,
        )
      const edits = [{ version: seenVersion(ifMatch), activity }]
      return { body: await editActivities(ctx, { id: params.engagement, preview }, edits) }
    },
  }),
  route({
    name: 'removeActivity',
    method: 'DELETE',
    path: one,
    summary: 'Remove one activity; If-Match names the version that you saw',
    action: 'matrix.edit',
    params: activityParams,
    ifMatch: 'asked for',
    query: previewQuery,
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id, activity }, query: { preview }, ifMatch }) => ({
      body: await removeActivities(ctx, { id, preview }, [{ id: activity, version: seenVersion(ifMatch) }]),
    }),
  }),
  route({
    name: 'removeActivities',
    method: 'POST',
    path: `${list}/remove`,
    summary: 'Remove a selection: all of them or none',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ rows: SeenRows }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body: { rows } }) => ({
      body: await removeActivities(ctx, { id, preview }, rows),
    }),
  }),
  route({
    name: 'allotActivities',
    method: 'POST',
    path: `${list}/allot`,
    summary: 'For a selection, set who is accountable, who takes a duty, or its clock: all of them or none',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ rows: SeenRows, allotment: Allotment }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body }) => ({
      body: await allotActivities(ctx, { id, preview }, body),
    }),
  }),
  route({
    name: 'reorderActivities',
    method: 'POST',
    path: `${list}/reorder`,
    summary: 'Move one activity, or say the order of all',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.union([
      z.strictObject({ move: ActivityId, behind: ActivityId.nullable() }),
      z.strictObject({ order: z.array(ActivityId).min(1).max(10_000) }),
    ]),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body }) => ({
      body: await reorderActivities(ctx, { id, preview }, body),
    }),
  }),
]

function seenVersion(ifMatch: number | undefined): number {
  if (ifMatch !== undefined) return ifMatch
  throw new Refusal('invalid', 'say which version you saw: If-Match takes the ETag of the activity, such as "3"')
}
