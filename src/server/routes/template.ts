// The MSP's own template over the library, and how each client's matrix departs from it.
import { z } from 'zod'
import { Activity } from '../../core/activity.ts'
import { ActivityId } from '../../core/identifiers.ts'
import { wordingKinds } from '../../core/own-template/own-template.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { EngagementId, TenantId } from '../../core/record-id.ts'
import { Title } from '../../core/text.ts'
import { readTemplate, readUpstream } from '../../usecases/read-template.ts'
import { listDepartures, takeTemplateRows } from '../../usecases/template-departures.ts'
import { giveBack, leaveOut, settleWording, wordActivity } from '../../usecases/word-template.ts'
import { route } from '../route.ts'
import { WordsAsked } from './query-fields.ts'

const Kind = z.enum(['library', ...wordingKinds])
const Version = z.int().min(0).meta({ description: 'of your wording, as you saw it; 0: there is none' })
const Aspect = z.enum(['reallocation', 'timing', 'citation', 'wording'])
const ChangeBody = z.strictObject({
  kind: Aspect,
  activity: ActivityId,
  before: z.unknown(),
  after: z.unknown(),
})
const Row = z.strictObject({ kind: Kind, version: Version, activity: Activity })
const WordingBody = z.strictObject({ activity: ActivityId, kind: Kind, version: Version })
const UpstreamBody = z.strictObject({
  id: ActivityId,
  kind: z.enum(['worded', 'left-out']),
  version: Version,
  was: Activity.meta({ description: 'the library’s when you last looked' }),
  now: Activity.optional().meta({ description: 'the library’s today; missing: it has it no more' }),
  ours: Activity.optional().meta({ description: 'missing: it is left out' }),
  byLibrary: z.array(ChangeBody),
  byUs: z.array(ChangeBody),
  conflicts: z.array(Aspect).meta({ description: 'what both changed, each otherwise' }),
  merged: Activity.optional().meta({
    description: 'yours with what only the library changed; where nothing conflicts',
  }),
})
const DepartureBody = z.strictObject({
  activity: ActivityId,
  title: z.string(),
  kind: z.enum(['changed', 'missing', 'extra']),
  version: z.int().meta({ description: 'of the row; 0 where it is missing. Name it when you take the template’s' }),
  editedHere: z.boolean().optional().meta({ description: 'its words were changed since it was composed' }),
  templateMoved: z.boolean().optional().meta({ description: 'the template’s words were changed since' }),
  changes: z.array(ChangeBody).meta({ description: 'from the matrix to the template' }),
  ours: Activity.optional(),
  template: Activity.optional(),
})

const ofTenant = z.strictObject({ tenant: TenantId })
const ofActivity = z.strictObject({ tenant: TenantId, activity: ActivityId })
const ofEngagement = z.strictObject({ tenant: TenantId, engagement: EngagementId })

export const templateRoutes = [
  route({
    name: 'readTemplate',
    method: 'GET',
    path: '/api/tenants/{tenant}/template/activities',
    summary: 'The activities that you compose from: the library’s, or in your own words',
    action: 'template.read',
    params: ofTenant,
    query: z.strictObject({
      ...PageQuery,
      kind: Kind.optional(),
      topic: Title.optional(),
      words: WordsAsked.meta({ description: 'each stands somewhere in the title' }),
    }),
    answers: { status: 200, says: 'a page of activities', body: pageOf(Row) },
    run: async (ctx, { query }) => ({ body: await readTemplate(ctx, query) }),
  }),
  route({
    name: 'wordActivity',
    method: 'PUT',
    path: '/api/tenants/{tenant}/template/activities',
    summary: 'Word an activity in your own way, or add one that the library does not have',
    action: 'template.edit',
    params: ofTenant,
    body: z.strictObject({ version: Version, activity: Activity }),
    answers: { status: 200, says: 'what it is now', body: WordingBody },
    run: async (ctx, { body }) => ({ body: wordingBody(await wordActivity(ctx, body)) }),
  }),
  route({
    name: 'leaveOutActivity',
    method: 'POST',
    path: '/api/tenants/{tenant}/template/activities/{activity}/leave-out',
    summary:
      'Leave an activity of the library out of your template; its objectives stay open unless another takes them',
    action: 'template.edit',
    params: ofActivity,
    body: z.strictObject({ version: Version }),
    answers: { status: 200, says: 'what it is now', body: WordingBody },
    run: async (ctx, { params, body }) => ({ body: wordingBody(await leaveOut(ctx, params.activity, body)) }),
  }),
  route({
    name: 'giveBackActivity',
    method: 'POST',
    path: '/api/tenants/{tenant}/template/activities/{activity}/give-back',
    summary: 'Go back to the library’s words; an activity of your own is taken out',
    action: 'template.edit',
    params: ofActivity,
    body: z.strictObject({ version: Version }),
    answers: { status: 204, says: 'your wording is gone' },
    run: async (ctx, { params, body }) => {
      await giveBack(ctx, params.activity, body)
      return {}
    },
  }),
  route({
    name: 'readUpstream',
    method: 'GET',
    path: '/api/tenants/{tenant}/template/upstream',
    summary: 'Newer wording upstream: the library then, the library now, and yours',
    action: 'template.read',
    params: ofTenant,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page of wordings under which the library went on', body: pageOf(UpstreamBody) },
    run: async (ctx, { query }) => ({ body: await readUpstream(ctx, query) }),
  }),
  route({
    name: 'settleWording',
    method: 'POST',
    path: '/api/tenants/{tenant}/template/upstream/{activity}',
    summary: 'Take the library’s newer words, keep yours, or merge what does not conflict',
    action: 'template.edit',
    params: ofActivity,
    body: z.strictObject({ version: Version, choose: z.enum(['take', 'keep', 'merge']) }),
    answers: { status: 200, says: 'what it is now', body: WordingBody },
    run: async (ctx, { params, body }) => {
      const record = await settleWording(ctx, params.activity, body)
      return {
        body: record === undefined ? { activity: params.activity, kind: 'library', version: 0 } : wordingBody(record),
      }
    },
  }),
  route({
    name: 'listDepartures',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/template-departures',
    summary: 'How this matrix departs from your template, row by row',
    action: 'template.compare',
    params: ofEngagement,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page of rows that differ', body: pageOf(DepartureBody) },
    run: async (ctx, { params, query }) => ({ body: await listDepartures(ctx, params.engagement, query) }),
  }),
  route({
    name: 'takeTemplateRows',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements/{engagement}/template-departures',
    summary: 'Take the template’s rows into the draft: those that you choose, all of them or none',
    action: 'matrix.edit',
    params: ofEngagement,
    body: z.strictObject({
      rows: z
        .array(z.strictObject({ activity: ActivityId, version: z.int().min(0) }))
        .min(1)
        .max(2000),
    }),
    answers: { status: 200, says: 'the version of the matrix now', body: z.strictObject({ version: z.int() }) },
    run: async (ctx, { params, body }) => {
      const { version } = await takeTemplateRows(ctx, { id: params.engagement }, body.rows)
      return { body: { version } }
    },
  }),
]

function wordingBody({ wording, version }: Awaited<ReturnType<typeof wordActivity>>): z.infer<typeof WordingBody> {
  return { activity: wording.id, kind: wording.kind, version }
}
