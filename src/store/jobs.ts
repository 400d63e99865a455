// Work that takes longer than a request: asked for by somebody, taken by one process at a time, ended once.
import { z } from 'zod'
import type { EngagementId, JobId, TenantId, UserId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { JobTable } from './tables/work.ts'

const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
const State = z.enum(states)
export type JobState = z.infer<typeof State>

export interface JobResult {
  readonly name: string
  /** media type */
  readonly type: string
  readonly size: number
}

/** The text that a result was made of, by which an edited workbook is known again. */
export interface TextOfJob {
  readonly digest: string
  /** RFC 3339, UTC: the draft stood so then */
  readonly at: string
}

export interface JobRecord {
  readonly tenant: TenantId
  readonly id: JobId
  readonly engagement: EngagementId
  readonly kind: string
  readonly asked: unknown
  readonly state: JobState
  /** 0 to 100 */
  readonly progress: number
  readonly attempts: number
  readonly failure?: string
  readonly told?: unknown
  readonly result?: JobResult
  readonly madeAt: string
  readonly madeBy: UserId
  readonly endedAt?: string
}

interface Ended {
  readonly state: 'done' | 'failed'
  readonly at: string
  readonly asked: unknown
  readonly failure?: string
  readonly told?: unknown
  readonly result?: JobResult
  readonly text?: TextOfJob
}

export async function insertJob({ sql, tenant }: Scope, job: JobRecord, text?: TextOfJob): Promise<void> {
  await sql
    .insertInto('jobs')
    .values({
      tenant_id: tenant,
      job_id: job.id,
      engagement_id: job.engagement,
      kind: job.kind,
      asked: JSON.stringify(job.asked),
      state: job.state,
      progress: job.progress,
      attempts: job.attempts,
      taken_until: null,
      lease: null,
      made_at: job.madeAt,
      made_by: job.madeBy,
      ...ending(job, text),
      ended_at: job.endedAt ?? null,
    })
    .execute()
}

export async function findJob({ sql, tenant }: Scope, id: JobId): Promise<JobRecord | undefined> {
  const row = await sql
    .selectFrom('jobs')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : jobOf(row)
}

/** The newest first, from before `before` on. */
export async function pageOfJobs(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { before, most }: { readonly before: string | undefined; readonly most: number },
): Promise<readonly JobRecord[]> {
  const all = sql
    .selectFrom('jobs')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .orderBy('job_id', 'desc')
    .limit(most)
  const rows = await (before === undefined ? all : all.where('job_id', '<', before)).execute()
  return rows.map(jobOf)
}

/** When a draft of this digest stood, as an export of it remembers. */
export async function momentOfText(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  digest: string,
): Promise<string | undefined> {
  const row = await sql
    .selectFrom('jobs')
    .select('text_at')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('text_digest', '=', digest)
    .orderBy('job_id', 'desc')
    .executeTakeFirst()
  return row?.text_at ?? undefined
}

/** Whether this taking of it still had it: whoever lost it must write nothing. */
export async function endJob({ sql, tenant }: Scope, { id, lease }: Lease, ended: Ended): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('jobs')
    .set({
      state: ended.state,
      asked: JSON.stringify(ended.asked),
      progress: ended.state === 'done' ? 100 : 0,
      taken_until: null,
      lease: null,
      ended_at: ended.at,
      ...ending(ended, ended.text),
    })
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', id)
    .where('lease', '=', lease)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Lease {
  readonly tenant: TenantId
  readonly id: JobId
  readonly lease: string
}

export async function saveJobResult({ sql, tenant }: Scope, id: JobId, bytes: Uint8Array): Promise<void> {
  await sql.insertInto('job_results').values({ tenant_id: tenant, job_id: id, bytes }).execute()
}

/** Undefined when it was dropped. */
export async function readJobResult({ sql, tenant }: Scope, id: JobId): Promise<Uint8Array | undefined> {
  const row = await sql
    .selectFrom('job_results')
    .select('bytes')
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', id)
    .executeTakeFirst()
  return row?.bytes
}

/** Whether it had not ended before. */
export async function cancelWaitingOrRunning({ sql, tenant }: Scope, id: JobId, at: string): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('jobs')
    .set({ state: 'cancelled', taken_until: null, lease: null, ended_at: at, progress: 0 })
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function ending({ failure, told, result }: Pick<Ended, 'failure' | 'told' | 'result'>, text?: TextOfJob) {
  return {
    failure: failure ?? null,
    told: told === undefined ? null : JSON.stringify(told),
    text_digest: text?.digest ?? null,
    text_at: text?.at ?? null,
    ...resultColumns(result),
  }
}

function resultColumns(result: JobResult | undefined) {
  return {
    result_name: result?.name ?? null,
    result_type: result?.type ?? null,
    result_size: result?.size ?? null,
  }
}

export function jobOf(row: JobTable): JobRecord {
  return {
    tenant: row.tenant_id as TenantId,
    id: row.job_id as JobId,
    engagement: row.engagement_id as EngagementId,
    kind: row.kind,
    asked: jsonIn(row.asked, z.unknown()),
    state: State.parse(row.state),
    progress: row.progress,
    attempts: row.attempts,
    ...(row.failure !== null && { failure: row.failure }),
    ...(row.told !== null && { told: jsonIn(row.told, z.unknown()) }),
    ...(row.result_name !== null && {
      result: { name: row.result_name, type: row.result_type!, size: row.result_size! },
    }),
    madeAt: row.made_at,
    madeBy: row.made_by as UserId,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  }
}
