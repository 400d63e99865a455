// What documents claim, held against a draft: reviewed, accepted, taken; and edited workbooks, read back.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { kindsOfLists, reviewListNames } from '../../core/claims-review/review-lists.ts'
import { ActivityId } from '../../core/identifiers.ts'
import { PageQuery, pageOf } from '../../core/page.ts'
import { EngagementId, ImportId, TenantId, UserId } from '../../core/record-id.ts'
import { longest } from '../../core/text.ts'
import { acceptClaims } from '../../usecases/accept-claims.ts'
import { AcceptAsked, ReviewAsked } from '../../usecases/claims-asked.ts'
import { readClaimsLists, reviewClaims } from '../../usecases/review-claims.ts'
import { TakeAsked, takeOpenDuty } from '../../usecases/take-open-duty.ts'
import { applyWorkbookChanges, ChosenChanges, readWorkbookChanges } from '../../usecases/workbook-changes.ts'
import { route } from '../route.ts'

const path = '/api/tenants/{tenant}/engagements/{engagement}' as const
const params = z.strictObject({ tenant: TenantId, engagement: EngagementId })
const version = z.int().meta({ description: 'of the draft' })
const imports = z.array(z.strictObject({ id: ImportId, version: z.int(), document: z.string() }))
const Entries = z.array(z.looseObject({}))
const Place = z.strictObject({ at: z.string(), message: z.string() })
const locale = z.string().max(longest.locale).optional().meta({ description: 'in which the workbook was exported' })

const lists = `\`claims\`: each claim with how it stands; \`requirements\`: what accepting would settle and open; \`left-to-others\`: duties that somebody must take; \`nobodys\`: objectives that the draft gives to nobody, and that no document helps; \`two-claim-it\`: objectives that two parties’ documents claim; \`contradictions\`: of documents with each other or with themselves; \`against-matrix\`: of documents with the draft; \`changes\`: since an earlier version was accepted; \`versions\`: two documents that may be versions of one`
const kinds = Object.entries(kindsOfLists).map(([list, known]) => `of \`${list}\`: ${known.join(', ')}`)
const chosenBy = {
  kind: z
    .string()
    .max(40)
    .optional()
    .meta({ description: `only entries of this kind; ${kinds.join('; ')}`, example: 'contradicted' }),
  requirement: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'only entries about this requirement or objective', example: 'AC.L2-3.1.1' }),
  ...PageQuery,
}
const Entry = z.looseObject({
  kind: z.string().optional(),
  sides: Entries.optional().meta({ description: 'of a contradiction: some of each side, 20 at most' }),
  sidesInAll: z.int().optional(),
})

export const claimsRoutes = [
  route({
    name: 'reviewClaims',
    method: 'POST',
    path: `${path}/claims-review`,
    summary: 'Hold the imported documents against the draft, list by list; nothing is changed',
    action: 'claims.read',
    params,
    query: z.strictObject({
      list: z.enum(reviewListNames).default('claims').meta({ description: lists }),
      ...chosenBy,
    }),
    body: ReviewAsked,
    answers: {
      status: 200,
      says: 'what accepting would settle and open in figures, and a page of the list that is asked for',
      body: pageOf(Entry).extend({
        version,
        imports,
        review: z
          .looseObject({ open: z.int(), figures: z.looseObject({}), documents: Entries })
          .describe('As `demarc claims review --json` tells it, without its lists'),
      }),
    },
    run: async (ctx, { params: { engagement }, query, body }) => ({
      body: await reviewClaims(ctx, engagement, { asked: body, wanted: query }),
    }),
  }),
  route({
    name: 'readClaimsLists',
    method: 'GET',
    path: `${path}/claims-lists`,
    summary: 'Over all its documents: what is nobody’s, what two claim, where they contradict',
    action: 'claims.read',
    params,
    query: z.strictObject({
      list: z
        .enum(['nobodys', 'two-claim-it', 'contradictions', 'against-matrix'])
        .meta({ description: 'which list: as those of the review' }),
      ...chosenBy,
    }),
    answers: {
      status: 200,
      says: 'a page of the list, and how many there are in each',
      body: pageOf(Entry).extend({
        version,
        imports,
        totals: z.strictObject({
          nobodys: z.int(),
          twoClaimIt: z.int(),
          contradictions: z.int(),
          againstMatrix: z.int(),
        }),
      }),
    },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await readClaimsLists(ctx, engagement, query) }),
  }),
  route({
    name: 'acceptClaims',
    method: 'POST',
    path: `${path}/claims-acceptance`,
    summary: 'Accept claims into the draft, all that may be or those that are chosen; 500 at once at most',
    action: 'matrix.edit',
    params,
    body: AcceptAsked,
    answers: {
      status: 200,
      says: 'what became of each claim, and what is left open',
      body: z.strictObject({
        version,
        accepted: Entries,
        left: Entries.meta({ description: 'the first 200' }),
        leftInAll: z.int(),
        residue: z.array(z.strictObject({ activity: ActivityId, does: z.string() })),
        replaced: z.array(ActivityId),
        addedParties: Entries,
        openBefore: z.int(),
        openAfter: z.int(),
      }),
    },
    run: async (ctx, { params: { engagement }, body }) => {
      const { answer, version: now } = await acceptClaims(ctx, engagement, body)
      return { body: { version: now, ...answer } }
    },
  }),
  route({
    name: 'takeOpenDuty',
    method: 'POST',
    path: `${path}/activities/{activity}/take`,
    summary: 'Give a duty that nobody has to a party, whole or in part',
    action: 'matrix.edit',
    params: params.extend({ activity: ActivityId }),
    body: TakeAsked,
    answers: {
      status: 200,
      says: 'the activity as it is now, and how many objectives are open',
      body: z.strictObject({
        record: z.object({ activity: Activity, version: z.int(), changedAt: z.iso.datetime(), changedBy: UserId }),
        openBefore: z.int(),
        openAfter: z.int(),
      }),
    },
    run: async (ctx, { params: { engagement, activity }, body }) => ({
      body: await takeOpenDuty(ctx, { engagement, activity }, body),
    }),
  }),
  route({
    name: 'readWorkbookChanges',
    method: 'POST',
    path: `${path}/workbook-changes`,
    summary: 'Read an edited workbook back as proposed changes; nothing is changed',
    action: 'matrix.edit',
    params,
    query: z.strictObject({ locale }),
    takes: 'bytes',
    body: z.instanceof(Uint8Array),
    answers: {
      status: 200,
      says: 'its edits, and every cell that was not taken',
      body: z.strictObject({
        version,
        current: z.boolean().meta({ description: 'the draft is still the text that the workbook was made from' }),
        changes: z.array(
          z.looseObject({
            subject: z.string().meta({ description: 'what the change is chosen by' }),
            stale: z.boolean().meta({ description: 'its subject was changed in the draft since' }),
          }),
        ),
        notTaken: z.array(Place),
        notes: z.array(z.string()),
      }),
    },
    run: async (ctx, { params: { engagement }, query, body }) => ({
      body: await readWorkbookChanges(ctx, engagement, { bytes: body, locale: query.locale }),
    }),
  }),
  route({
    name: 'applyWorkbookChanges',
    method: 'POST',
    path: `${path}/workbook-changes/apply`,
    summary: 'Apply chosen changes of an edited workbook, sent again',
    action: 'matrix.edit',
    params,
    query: ChosenChanges.extend({ locale }),
    takes: 'bytes',
    body: z.instanceof(Uint8Array),
    answers: {
      status: 200,
      says: 'what was taken',
      body: z.strictObject({ version, taken: z.array(z.string()) }),
    },
    run: async (ctx, { params: { engagement }, query: { locale: tag, ...chosen }, body }) => {
      const { answer, version: now } = await applyWorkbookChanges(ctx, engagement, { bytes: body, locale: tag, chosen })
      return { body: { version: now, taken: answer } }
    },
  }),
]
