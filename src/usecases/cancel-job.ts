// A job that nobody needs any more: taken off the queue, or from the process that works on it.
import type { JobId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { cancelWaitingOrRunning } from '../store/jobs.ts'
import type { JobRecord } from '../store/jobs.ts'
import type { UseCase } from './context.ts'
import { jobFor } from './read-jobs.ts'
import { transact } from './transact.ts'

export function cancelJob(ctx: UseCase, id: JobId): Promise<JobRecord> {
  return transact(ctx, async (change) => {
    const { state, engagement } = await jobFor(ctx, change, id)
    if (!(await cancelWaitingOrRunning(change, id, change.at)))
      throw new Refusal('conflict', `this job has ended already: it is ${state}`)
    change.record({ kind: 'export.cancelled', subject: id, engagement, body: {} })
    return jobFor(ctx, change, id)
  })
}
