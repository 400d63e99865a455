// An export asked for: short ones are made at once, long ones become a job. Either way the file waits under the job.
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId, JobId } from '../core/record-id.ts'
import { findEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { insertJob, saveJobResult } from '../store/jobs.ts'
import type { JobRecord, TextOfJob } from '../store/jobs.ts'
import type { UseCase } from './context.ts'
import { withoutFiles } from './export-asked.ts'
import type { ExportAsked } from './export-asked.ts'
import { checkExport, exportFile } from './export-file.ts'
import type { ExportFile } from './export-file.ts'
import { isLong, textsOf } from './export-texts.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export async function askExport(ctx: UseCase, engagement: EngagementId, asked: ExportAsked): Promise<JobRecord> {
  const { now, texts } = await ctx.store.read(ctx.actor.tenant, async (scope) => {
    const found = await findEngagement(scope, engagement)
    authorizeIn(ctx.actor, 'export', found)
    return { now: found, texts: await textsOf(scope, found, { asked, knowledge: ctx.knowledge }) }
  })
  await checkExport(asked, texts)
  const file = isLong(asked, texts) ? undefined : await exportFile(asked, texts)
  return transact(ctx, async (change) => {
    const job: JobRecord = {
      tenant: ctx.actor.tenant,
      id: ctx.newId('job') as JobId,
      engagement,
      kind: 'export',
      asked: file === undefined ? asked : withoutFiles(asked),
      state: 'waiting',
      progress: 0,
      attempts: 0,
      madeAt: change.at,
      madeBy: ctx.actor.user,
    }
    change.record({ kind: 'export.asked', subject: job.id, engagement, body: { asked: withoutFiles(asked) } })
    if (file === undefined) {
      await insertJob(change, job)
      return job
    }
    return made(change, job, { file, text: textOf(asked, file, now) })
  })
}

async function made(
  change: Change,
  job: JobRecord,
  { file, text }: { readonly file: ExportFile; readonly text: TextOfJob | undefined },
): Promise<JobRecord> {
  const { name, type, bytes, told } = file
  const result = { name, type, size: bytes.length }
  const done: JobRecord = { ...job, state: 'done', progress: 100, told, result, endedAt: change.at }
  await insertJob(change, done, text)
  await saveJobResult(change, job.id, bytes)
  change.record({ kind: 'export.made', subject: job.id, engagement: job.engagement, body: { told, result } })
  return done
}

/** By which a workbook that comes back edited is known: the draft stood so since its last change. */
export function textOf(
  asked: ExportAsked,
  { told }: ExportFile,
  { updatedAt }: EngagementRecord,
): TextOfJob | undefined {
  if (asked.what !== 'matrix' || asked.of !== 'draft') return undefined
  return { digest: told.digest, at: updatedAt }
}
