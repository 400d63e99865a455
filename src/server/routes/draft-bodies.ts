// What the routes of a draft take and answer in common.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { ActivityId, Reference } from '../../core/identifiers.ts'
import { reasons } from '../../core/gap.ts'
import { MatrixHead } from '../../core/matrix.ts'
import { PortfolioFigures } from '../../core/portfolio-figures.ts'
import { EngagementId, TenantId } from '../../core/record-id.ts'

export const engagementParams = z.strictObject({ tenant: TenantId, engagement: EngagementId })
export const activityParams = engagementParams.extend({ activity: ActivityId })

export const draftPath = '/api/tenants/{tenant}/engagements/{engagement}'

/** Of every address that changes a draft. */
export const previewQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => text === 'true')
    .meta({ description: 'true: nothing is saved, and `effect` tells what the change would do to the gap proof' }),
})

export const Version = z.int().min(1).meta({ description: 'the version that you saw' })

export const ActivityBody = z
  .object({
    activity: Activity,
    version: z.int().meta({ description: 'one more with every change of this activity' }),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
  })
  .meta({ id: 'ActivityRecord' })

export const SeenRows = z
  .array(z.strictObject({ id: ActivityId, version: Version }))
  .min(1)
  .max(2000)

const Effect = z.strictObject({
  before: PortfolioFigures,
  after: PortfolioFigures,
  opens: z
    .array(z.strictObject({ objective: Reference, reasons: z.array(z.enum(reasons)) }))
    .meta({ description: 'objectives that are not open now and would be, and why' }),
  closes: z.array(Reference).meta({ description: 'objectives that are open now and would not be' }),
})

const EditedBody = z
  .strictObject({
    version: z.int().meta({ description: 'of the engagement: one more with every change of any part of it' }),
    headVersion: z.int().meta({ description: 'of all but the activities' }),
    figures: PortfolioFigures,
    activities: z.array(ActivityBody).meta({ description: 'those that were added or changed, as they are now' }),
    removed: z.array(ActivityId),
    head: MatrixHead.optional().meta({ description: 'where the change concerned it' }),
    effect: Effect.optional().meta({ description: 'of a preview' }),
  })
  .meta({ id: 'Edited' })

export const edited = { says: 'the engagement’s figures and what was changed, as it is now', body: EditedBody } as const
