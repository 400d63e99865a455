// The matrix of an engagement, and what it says beside its activities.
import { z } from 'zod'
import { HeadChange } from '../../core/draft/head-change.ts'
import { Matrix, MatrixHead } from '../../core/matrix.ts'
import { changeHead, readHead } from '../../usecases/engagement-head.ts'
import { matrixBytes } from '../../usecases/matrix-bytes.ts'
import { route } from '../route.ts'
import { draftPath, edited, engagementParams, previewQuery, Version } from './draft-bodies.ts'

export const engagementRoutes = [
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
