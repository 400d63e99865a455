// The queue of jobs over all tenants: taken under a lease by whichever process comes first; what a dead process held is taken again.
import type { EngineName, SystemScope } from './scope.ts'
import { jobOf } from './jobs.ts'
import type { JobRecord, Lease } from './jobs.ts'

export interface Taking {
  readonly engine: EngineName
  readonly now: string
  /** until then it is ours */
  readonly until: string
  /** names this taking, and no other */
  readonly lease: string
}

/** The oldest that waits, or whose lease ran out. */
export async function takeJob(
  { sql }: SystemScope,
  { engine, now, until, lease }: Taking,
): Promise<JobRecord | undefined> {
  const query = sql
    .selectFrom('jobs')
    .selectAll()
    .where((eb) =>
      eb.or([eb('state', '=', 'waiting'), eb.and([eb('state', '=', 'running'), eb('taken_until', '<=', now)])]),
    )
    .orderBy('made_at')
    .orderBy('job_id')
    .limit(1)
  const row = await (engine === 'postgres' ? query.forUpdate().skipLocked() : query).executeTakeFirst()
  if (row === undefined) return undefined
  const taken = await sql
    .updateTable('jobs')
    .set({ state: 'running', taken_until: until, lease, attempts: row.attempts + 1 })
    .where('tenant_id', '=', row.tenant_id)
    .where('job_id', '=', row.job_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return jobOf(taken)
}

/** Whether it is still ours. */
export async function holdJob(
  { sql }: SystemScope,
  { tenant, id, lease }: Lease,
  { until, progress }: { readonly until: string; readonly progress?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('jobs')
    .set({ taken_until: until, ...(progress !== undefined && { progress }) })
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', id)
    .where('lease', '=', lease)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** For another process, at once. @param attempts what it counts as tried */
export async function giveJobBack({ sql }: SystemScope, { tenant, id, lease }: Lease, attempts: number): Promise<void> {
  await sql
    .updateTable('jobs')
    .set({ state: 'waiting', taken_until: null, lease: null, progress: 0, attempts })
    .where('tenant_id', '=', tenant)
    .where('job_id', '=', id)
    .where('lease', '=', lease)
    .where('state', '=', 'running')
    .execute()
}

/** The files of jobs that ended before a moment; what they were and held stays. */
export async function dropResultsBefore({ sql }: SystemScope, moment: string): Promise<number> {
  const { numDeletedRows } = await sql
    .deleteFrom('job_results')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('jobs')
          .select('jobs.job_id')
          .whereRef('jobs.tenant_id', '=', 'job_results.tenant_id')
          .whereRef('jobs.job_id', '=', 'job_results.job_id')
          .where('jobs.ended_at', '<', moment),
      ),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
