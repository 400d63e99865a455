// Exports: files of a matrix, a view or a redline, made at once or as jobs.
import { z } from 'zod'
import { PageQuery, pageOf } from '../../core/page.ts'
import { EngagementId, JobId, TenantId, UserId } from '../../core/record-id.ts'
import { askExport } from '../../usecases/ask-export.ts'
import { cancelJob } from '../../usecases/cancel-job.ts'
import { ExportAsked } from '../../usecases/export-asked.ts'
import { listJobs, openJob, readJobFile } from '../../usecases/read-jobs.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId, engagement: EngagementId })
const ofJob = z.strictObject({ tenant: TenantId, job: JobId })

/** What of it others may see. */
const JobBody = z
  .object({
    id: JobId,
    engagement: EngagementId,
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    progress: z.int().meta({ description: '0 to 100' }),
    failure: z.string().optional().meta({ description: 'why it failed, and what to do' }),
    told: z
      .object({
        digest: z.string().meta({ description: 'SHA-256 of the canonical bytes of the text that it shows' }),
        version: z.int().optional().meta({ description: 'of the draft, where it shows that' }),
        leftOut: z.array(z.string()).meta({ description: 'what the matrix holds and the file does not' }),
        only: z.string().optional().meta({ description: 'what it is limited to on purpose' }),
        remarks: z.array(z.string()),
      })
      .optional(),
    result: z.strictObject({ name: z.string(), type: z.string(), size: z.int() }).optional(),
    madeAt: z.iso.datetime(),
    madeBy: UserId,
    endedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Job', description: 'An export: its file is at `…/jobs/{job}/file` when it is done, for a day' })

export const exportRoutes = [
  route({
    name: 'askExport',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements/{engagement}/exports',
    summary: 'Export the matrix, a view of it, or a redline of two texts',
    action: 'export',
    params,
    body: ExportAsked,
    answers: {
      status: 201,
      also: { 202: 'it takes longer: the job, which another process may do; ask for it again' },
      says: 'the export as a job that is done; its file can be fetched',
      body: JobBody,
    },
    run: async (ctx, { params: { tenant, engagement }, body }) => {
      const job = await askExport(ctx, engagement, body)
      return { body: job, location: `/api/tenants/${tenant}/jobs/${job.id}`, status: job.state === 'done' ? 201 : 202 }
    },
  }),
  route({
    name: 'listExports',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/exports',
    summary: 'Exports of an engagement, the newest first',
    action: 'export',
    params,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page of jobs; guests see their own', body: pageOf(JobBody) },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await listJobs(ctx, engagement, query) }),
  }),
  route({
    name: 'readJob',
    method: 'GET',
    path: '/api/tenants/{tenant}/jobs/{job}',
    summary: 'How far a job is',
    action: 'export',
    params: ofJob,
    answers: { status: 200, says: 'the job', body: JobBody },
    run: async (ctx, { params: { job } }) => ({ body: await openJob(ctx, job) }),
  }),
  route({
    name: 'readJobFile',
    method: 'GET',
    path: '/api/tenants/{tenant}/jobs/{job}/file',
    summary: 'The file that a job made',
    action: 'export',
    params: ofJob,
    answers: { status: 200, says: 'the file, to be saved', file: ['application/octet-stream'] },
    run: async (ctx, { params: { job } }) => ({ file: await readJobFile(ctx, job) }),
  }),
  route({
    name: 'cancelJob',
    method: 'POST',
    path: '/api/tenants/{tenant}/jobs/{job}/cancel',
    summary: 'Cancel a job that has not ended',
    action: 'export',
    params: ofJob,
    answers: { status: 200, says: 'the job, cancelled', body: JobBody },
    run: async (ctx, { params: { job } }) => ({ body: await cancelJob(ctx, job) }),
  }),
]
