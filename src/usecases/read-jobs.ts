// Jobs as those who asked for them see them: how far they are, what became of them, the file that they made.
import { z } from 'zod'
import { rolesIn } from '../core/access/actor.ts'
import type { Actor } from '../core/access/actor.ts'
import { authorizeIn } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId, JobId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import { findEngagement } from '../store/engagements.ts'
import { findJob, pageOfJobs, readJobResult } from '../store/jobs.ts'
import type { JobRecord } from '../store/jobs.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'

export function openJob(ctx: UseCase, id: JobId): Promise<JobRecord> {
  return ctx.store.read(ctx.actor.tenant, (scope) => jobFor(ctx, scope, id))
}

/** The newest first. */
export function listJobs(ctx: UseCase, engagement: EngagementId, asked: PageAsked): Promise<Page<JobRecord>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'export', await findEngagement(scope, engagement))
    const [before] = cursorIn(asked, [z.string()]) ?? []
    const rows = await pageOfJobs(scope, engagement, { before, most: asked.limit + 1 })
    const page = pageFrom(rows, asked, { item: (row) => row, key: ({ id }) => [id] })
    return { ...page, items: page.items.filter((job) => isTheirs(ctx.actor, job)) }
  })
}

export interface JobFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export function readJobFile(ctx: UseCase, id: JobId): Promise<JobFile> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const { state, result } = await jobFor(ctx, scope, id)
    if (state !== 'done' || result === undefined)
      throw new Refusal('conflict', `there is no file yet: this job is ${state}`)
    const bytes = await readJobResult(scope, id)
    if (bytes === undefined)
      throw new Refusal('not-found', 'the file was dropped; files of exports are kept for a day. Ask for it again')
    return { name: result.name, type: result.type, bytes }
  })
}

/** Refused as if it did not exist to whoever may not see it. */
export async function jobFor({ actor }: UseCase, scope: Scope, id: JobId): Promise<JobRecord> {
  const job = await findJob(scope, id)
  if (job === undefined || rolesIn(actor, job.engagement).length === 0 || !isTheirs(actor, job)) throw noSuchJob()
  authorizeIn(actor, 'export', await findEngagement(scope, job.engagement))
  return job
}

/** The MSP's people see each other's; a guest its own. */
function isTheirs({ member, user }: Actor, { madeBy }: JobRecord): boolean {
  return member !== undefined || madeBy === user
}

function noSuchJob(): Refusal {
  return new Refusal('not-found', 'there is no such job')
}
