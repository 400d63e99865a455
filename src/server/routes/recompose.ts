// Composing an engagement again by the template: what would come, go or change, and taking it row by row.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { ActivityId } from '../../core/identifiers.ts'
import { offerRecomposition, takeRecomposition } from '../../usecases/recompose.ts'
import { route } from '../route.ts'
import { draftPath, edited, engagementParams, previewQuery, Version } from './draft-bodies.ts'

const aspect = z.enum(['reallocation', 'timing', 'citation', 'wording'])
const version = z.int().nullable().meta({ description: 'of the activity as it stands; null: it does not' })

const OfferBody = z.strictObject({
  headVersion: z.int(),
  rows: z.array(
    z.object({
      id: ActivityId,
      what: z.enum(['comes', 'changes', 'goes']),
      because: z.string(),
      version,
      byHand: z.boolean().meta({
        description: 'somebody changed it, or removed it, since the template gave it; or nobody knows that nobody did',
      }),
      conflicts: z.array(aspect).meta({ description: 'what both the template and somebody changed' }),
      changes: z.array(z.object({ kind: aspect, before: z.unknown(), after: z.unknown() })),
      before: Activity.optional(),
      after: Activity.optional(),
      merged: Activity.optional().meta({
        description: 'with what somebody changed kept, and taken from the template whatever nobody did',
      }),
    }),
  ),
})

export const recomposeRoutes = [
  route({
    name: 'previewRecomposition',
    method: 'GET',
    path: `${draftPath}/recomposition`,
    summary: 'What composing again would bring, change and take away, and why',
    action: 'engagement.read',
    params: engagementParams,
    answers: { status: 200, says: 'row by row; rows of no template are not named', body: OfferBody },
    run: async (ctx, { params: { engagement: id } }) => ({ body: await offerRecomposition(ctx, id) }),
  }),
  route({
    name: 'applyRecomposition',
    method: 'POST',
    path: `${draftPath}/recomposition`,
    summary: 'Take the chosen rows; all others stay as they are',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({
      headVersion: Version,
      rows: z
        .array(
          z.strictObject({
            id: ActivityId,
            version,
            take: z.enum(['template', 'merged', 'mine']).meta({
              description:
                'template: as the template gives it; merged: with what somebody changed kept; mine: as it stands, so that it is not offered again',
            }),
          }),
        )
        .min(1)
        .max(2000),
    }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body: { headVersion: seen, rows } }) => ({
      body: await takeRecomposition(ctx, { id, preview }, { seen, rows }),
    }),
  }),
]
