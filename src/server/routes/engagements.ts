// The matrix of an engagement, and what it says beside its activities.
import { z } from 'zod'
import { HeadChange } from '../../core/draft/head-change.ts'
import { readDocument } from '../../core/matrix-document.ts'
import type { Document } from '../../core/matrix-document.ts'
import { Matrix, matrixFormat, MatrixHead } from '../../core/matrix.ts'
import type { Context } from '../../core/context.ts'
import { PortfolioFigures } from '../../core/portfolio-figures.ts'
import { ClientId, EngagementId, TenantId } from '../../core/record-id.ts'
import { longest } from '../../core/text.ts'
import { Refusal } from '../../core/refusal.ts'
import { createEngagement } from '../../usecases/create-engagement.ts'
import { changeHead, readHead } from '../../usecases/engagement-head.ts'
import { matrixBytes } from '../../usecases/matrix-bytes.ts'
import { route } from '../route.ts'
import { draftPath, edited, engagementParams, previewQuery, Version } from './draft-bodies.ts'

function readOrRefuse(value: unknown, knowledge: Context): Document {
  const read = readDocument(value, knowledge)
  if (!read.ok) throw new Refusal('invalid', 'this document is no engagement and no matrix', read.issues)
  return read.value
}

/** Of an MSP whose catalogue is still empty. */
const started = {
  client: 'cli_01k5b7v9x2d4f6h8jmnpqrstvw',
  document: {
    format: matrixFormat,
    id: 'acme-dental',
    title: 'Acme Dental and Lakeshore IT',
    frameworks: [{ id: 'hipaa', assessed: 'client' }],
    scopes: [{ id: 'all', title: 'Everything in scope' }],
    parties: [
      { id: 'client', kind: 'client', legalName: 'Acme Dental PC' },
      { id: 'msp', kind: 'msp', legalName: 'Lakeshore IT LLC' },
    ],
    offerings: [],
    agreement: {},
    parameters: {},
    review: { every: '12 months' },
    decisions: [],
  },
}

export const engagementRoutes = [
  route({
    name: 'createEngagement',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements',
    summary: 'Start an engagement: composed from your template, or from a whole matrix',
    action: 'engagement.create',
    params: z.strictObject({ tenant: TenantId }),
    body: z
      .strictObject({
        client: ClientId,
        document: z.record(z.string().max(longest.name), z.unknown()).meta({
          description:
            'an engagement (`format`, `id`, `title`, `frameworks`, `scopes`, `parties`, `offerings`, `agreement`, `parameters`, `review`, `decisions`), from which the matrix is composed: its frameworks are `cmmc-l2`, `hipaa`, `hipaa-breach` and `soc2`, its offerings those of your catalogue; or a whole matrix document, with its activities, as `demarc new` writes it and `readMatrix` tells it',
        }),
      })
      .meta({ example: started }),
    answers: {
      status: 201,
      says: 'the engagement as it begins',
      body: z.strictObject({
        id: EngagementId,
        client: ClientId,
        title: z.string(),
        version: z.int(),
        headVersion: z.int(),
        figures: PortfolioFigures,
      }),
    },
    run: async (ctx, { params: { tenant }, body: { client, document } }) => {
      const made = await createEngagement(ctx, { client, document: readOrRefuse(document, ctx.knowledge) })
      const { id, head, version, headVersion, figures } = made
      return {
        body: { id, client, title: head.title, version, headVersion, figures },
        location: `/api/tenants/${tenant}/engagements/${id}`,
      }
    },
  }),
  route({
    name: 'readMatrix',
    method: 'GET',
    path: `${draftPath}/matrix`,
    summary: 'The matrix as it is now',
    action: 'engagement.read',
    params: engagementParams,
    answers: { status: 200, says: 'the matrix document', body: Matrix },
    run: (ctx, { params: { engagement: id } }) => matrixBytes(ctx, id),
  }),
  route({
    name: 'readHead',
    method: 'GET',
    path: `${draftPath}/head`,
    summary: 'All of a matrix but its activities',
    action: 'engagement.read',
    params: engagementParams,
    answers: {
      status: 200,
      says: 'the head, with the version that a change of it names',
      body: z.strictObject({ headVersion: z.int(), head: MatrixHead }),
    },
    run: async (ctx, { params: { engagement: id } }) => {
      const head = await readHead(ctx, id)
      return { body: head, etag: `${head.headVersion}` }
    },
  }),
  route({
    name: 'changeHead',
    method: 'PATCH',
    path: `${draftPath}/head`,
    summary: 'Change title, frameworks, scopes, parties, offerings, agreement or review',
    action: 'matrix.edit',
    params: engagementParams,
    query: previewQuery,
    body: z.strictObject({ headVersion: Version, change: HeadChange }),
    answers: { status: 200, ...edited },
    run: async (ctx, { params: { engagement: id }, query: { preview }, body: { headVersion: seen, change } }) => ({
      body: await changeHead(ctx, { id, preview }, { seen, change }),
    }),
  }),
]
