// History: what happened to an engagement and to each of its activities, and what can be restored.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { ActivityId } from '../../core/identifiers.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { activityHistory, engagementHistory, removedActivities } from '../../usecases/draft-history.ts'
import { restoreActivity } from '../../usecases/restore-activity.ts'
import { route } from '../route.ts'
import { activityParams, draftPath, edited, engagementParams, previewQuery } from './draft-bodies.ts'

const at = z.iso.datetime()

const EntryBody = z.object({
  what: z.enum(['added', 'changed', 'removed', 'restored']),
  at,
  by: z.string().meta({ description: 'the id of who did it' }),
  version: z.int().meta({ description: 'that it made, or ended' }),
  changes: z.array(
    z.object({
      kind: z.enum(['reallocation', 'timing', 'citation', 'wording']),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  recomposed: z.literal(true).optional().meta({ description: 'composing again no longer asked for it' }),
})

const EventBody = z.object({
  seq: z.int(),
  id: z.string(),
  at,
  kind: z.string().meta({ example: 'activity.changed' }),
  actor: z.strictObject({
    user: z.string(),
    by: z.string().optional().meta({ description: 'a session or a token; the MSP’s own people see it' }),
  }),
  subject: z.string(),
  body: z.unknown().meta({ description: 'what was before and what was after' }),
})

const RemovedBody = z.object({
  activity: Activity,
  version: z.int(),
  ended: z.enum(['removed', 'recomposed']),
  endedAt: at,
  endedBy: z.string(),
})

export const draftHistoryRoutes = [
  route({
    name: 'activityHistory',
    method: 'GET',
    path: `${draftPath}/activities/{activity}/history`,
    summary: 'Who changed what of an activity, and when; also of one that was removed',
    action: 'history.read',
    params: activityParams,
    answers: { status: 200, says: 'the newest first', body: z.strictObject({ entries: z.array(EntryBody) }) },
    run: async (ctx, { params: { engagement, activity } }) => ({
      body: { entries: await activityHistory(ctx, engagement, activity) },
    }),
  }),
  route({
    name: 'engagementHistory',
    method: 'GET',
    path: `${draftPath}/history`,
    summary: 'Everything that happened to an engagement',
    action: 'history.read',
    params: engagementParams,
    query: z.strictObject(PageQuery),
    answers: {
      status: 200,
      says: 'a page, the newest first; guests see what concerns the matrix',
      body: pageOf(EventBody),
    },
    run: async (ctx, { params: { engagement: id }, query }) => ({ body: await engagementHistory(ctx, id, query) }),
  }),
  route({
    name: 'listRemovedActivities',
    method: 'GET',
    path: `${draftPath}/removed-activities`,
    summary: 'Activities that were removed',
    action: 'history.read',
    params: engagementParams,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page, the newest first', body: pageOf(RemovedBody) },
    run: async (ctx, { params: { engagement: id }, query }) => ({ body: await removedActivities(ctx, id, query) }),
  }),
  route({
    name: 'restoreActivity',
    method: 'POST',
    path: `${draftPath}/activities/{activity}/restore`,
    summary: 'Bring back a removed activity, or an earlier version of one',
    action: 'matrix.edit',
    params: activityParams,
    query: previewQuery,
    body: z.strictObject({
      version: z.int().min(1).optional().meta({ description: 'which; missing: the last before it was removed' }),
      seen: z.int().min(1).optional().meta({ description: 'the version that stands there now, where one does' }),
      behind: ActivityId.nullable()
        .optional()
        .meta({ description: 'the activity that it stands behind; null: first; missing: last' }),
    }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id, activity }, query: { preview }, body }) => ({
      body: await restoreActivity(ctx, { id, preview }, { ...body, id: activity }),
    }),
  }),
]
