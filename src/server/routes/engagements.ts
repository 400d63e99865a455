// Engagements and the activities of their drafts.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { Matrix } from '../../core/matrix.ts'
import { EngagementId, TenantId } from '../../core/record-id.ts'
import { changeActivities } from '../../usecases/change-activities.ts'
import { openEngagement } from '../../usecases/open-engagement.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId, engagement: EngagementId })

const ActivityBody = z.object({
  activity: Activity,
  version: z.int(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})

export const engagementRoutes = [
  route({
    name: 'readMatrix',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/matrix',
    summary: 'The matrix as it is now',
    action: 'engagement.read',
    params,
    answers: { status: 200, says: 'the matrix document', body: Matrix },
    run: async (ctx, { params: { engagement: id } }) => {
      const { held } = await openEngagement(ctx, id)
      return { body: held.matrix, etag: `${held.version}` }
    },
  }),
  route({
    name: 'changeActivities',
    method: 'PATCH',
    path: '/api/tenants/{tenant}/engagements/{engagement}/activities',
    summary: 'Change activities: all of them or none',
    action: 'matrix.edit',
    params,
    body: z.strictObject({
      changes: z
        .array(z.strictObject({ version: z.int().min(1), activity: Activity }))
        .min(1)
        .max(2000),
    }),
    answers: {
      status: 200,
      says: 'the activities as they are now',
      body: z.strictObject({ activities: z.array(ActivityBody) }),
    },
    run: async (ctx, { params: { engagement: id }, body: { changes } }) => {
      const records = await changeActivities(ctx, id, changes)
      return { body: { activities: records } }
    },
  }),
]
