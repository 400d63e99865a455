// Revisions of an engagement: made, listed, read, compared; what governed on a day.
import { z } from 'zod'
import { Matrix } from '../../core/matrix.ts'
import { PageQuery, pageOf } from '../../core/page.ts'
import { EngagementId, TenantId } from '../../core/record-id.ts'
import { CalendarDate, Moment } from '../../core/text.ts'
import { draftAt, whatGoverned } from '../../usecases/as-of.ts'
import { compareTexts } from '../../usecases/compare-revisions.ts'
import { makeRevision, NewRevision } from '../../usecases/make-revision.ts'
import { listRevisionsOf, openRevision, readRevisionBytes } from '../../usecases/read-revisions.ts'
import { WhichText } from '../../usecases/which-text.ts'
import { route } from '../route.ts'

const path = '/api/tenants/{tenant}/engagements/{engagement}' as const
const params = z.strictObject({ tenant: TenantId, engagement: EngagementId })
const ofRevision = params.extend({ revision: z.coerce.number().int().min(1).max(1_000_000) })

const RevisionBody = z
  .strictObject({
    number: z.int().meta({ example: 3 }),
    digest: z.string().meta({ description: 'SHA-256 of the canonical bytes (RFC 8785), in hexadecimal' }),
    note: z.string().optional(),
    madeAt: z.iso.datetime(),
    madeBy: z.string(),
    effective: CalendarDate.optional().meta({
      description: 'from which day it governs; missing while it is not signed by both sides',
    }),
  })
  .describe('A frozen text of the matrix')

const Which = z.union([z.literal('draft'), z.int()])

export const revisionRoutes = [
  route({
    name: 'makeRevision',
    method: 'POST',
    path: `${path}/revisions`,
    summary: 'Freeze the draft as a revision',
    action: 'revision.make',
    params,
    body: NewRevision,
    answers: {
      status: 201,
      also: { 200: 'the newest revision says the very same: none was made' },
      says: 'the revision',
      body: z.strictObject({
        revision: RevisionBody,
        made: z.boolean().meta({ description: 'false: the newest revision says the very same already' }),
      }),
    },
    run: async (ctx, { params: { tenant, engagement }, body }) => {
      const answer = await makeRevision(ctx, engagement, body)
      const location = `/api/tenants/${tenant}/engagements/${engagement}/revisions/${answer.revision.number}`
      return { body: answer, location, status: answer.made ? 201 : 200 }
    },
  }),
  route({
    name: 'listRevisions',
    method: 'GET',
    path: `${path}/revisions`,
    summary: 'Its revisions, the newest first',
    action: 'revision.read',
    params,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page of revisions', body: pageOf(RevisionBody) },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await listRevisionsOf(ctx, engagement, query) }),
  }),
  route({
    name: 'readRevision',
    method: 'GET',
    path: `${path}/revisions/{revision}`,
    summary: 'What is known of a revision',
    action: 'revision.read',
    params: ofRevision,
    answers: { status: 200, says: 'the revision without its text', body: RevisionBody },
    run: async (ctx, { params: { engagement, revision } }) => ({ body: await openRevision(ctx, engagement, revision) }),
  }),
  route({
    name: 'readRevisionMatrix',
    method: 'GET',
    path: `${path}/revisions/{revision}/matrix`,
    summary: 'The text of a revision, byte for byte as it was frozen',
    action: 'revision.read',
    params: ofRevision,
    answers: {
      status: 200,
      says: 'the matrix document in its canonical bytes (RFC 8785); their SHA-256 is the ETag',
      body: Matrix,
    },
    run: async (ctx, { params: { engagement, revision: number } }) => {
      const { revision, body, packed } = await readRevisionBytes(ctx, engagement, number)
      return { body: Buffer.from(body), packed, etag: revision.digest, immutable: true }
    },
  }),
  route({
    name: 'compareRevisions',
    method: 'GET',
    path: `${path}/comparison`,
    summary: 'What changed from one text of it to another',
    action: 'revision.read',
    params,
    query: z.strictObject({ from: WhichText, to: WhichText.default('draft') }),
    answers: {
      status: 200,
      says: 'the changes, reallocations of duties first',
      body: z.strictObject({
        from: Which,
        to: Which,
        version: z.int().optional().meta({ description: 'of the draft, where one of the two is it' }),
        changes: z.array(
          z.looseObject({
            kind: z.enum(['reallocation', 'timing', 'wording', 'citation', 'added', 'removed', 'order', 'engagement']),
            activity: z.string().nullable(),
          }),
        ),
      }),
    },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await compareTexts(ctx, engagement, query) }),
  }),
  route({
    name: 'whatGoverned',
    method: 'GET',
    path: `${path}/as-of`,
    summary: 'What governed on a day',
    action: 'history.read',
    params,
    query: z.strictObject({ date: CalendarDate.meta({ example: '2026-03-14' }) }),
    answers: {
      status: 200,
      says: 'the revision that was in force, and in a sentence what is known',
      body: z.strictObject({
        date: CalendarDate,
        inForce: RevisionBody.nullable().meta({ description: 'null: none is known to have governed' }),
        newest: RevisionBody.nullable().meta({
          description: 'the newest that had been made by the end of the day (UTC)',
        }),
        said: z.string(),
      }),
    },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await whatGoverned(ctx, engagement, query.date) }),
  }),
  route({
    name: 'readDraftAt',
    method: 'GET',
    path: `${path}/draft-at`,
    summary: 'The draft as it stood at a moment',
    action: 'history.read',
    params,
    query: z.strictObject({ at: Moment.meta({ example: '2026-03-14T12:00:00Z' }) }),
    answers: {
      status: 200,
      says: 'the matrix document; its rows in the order of today, those that were removed since at the end',
      body: Matrix,
    },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await draftAt(ctx, engagement, query.at) }),
  }),
]
