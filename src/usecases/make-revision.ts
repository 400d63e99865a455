// A revision made of a draft: its canonical bytes under their digest, never changed afterwards.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken } from '../core/refusal.ts'
import { Note } from '../core/text.ts'
import { digestOf, revisionBytes } from '../documents/revision.ts'
import { findEngagement, lockEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { insertRevision, pageOfRevisions } from '../store/revisions.ts'
import type { RevisionRecord } from '../store/revisions.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import { transact } from './transact.ts'

const pack = promisify(gzip)

export const NewRevision = z.strictObject({
  note: Note.optional().meta({ description: 'what this revision is for', example: 'Sent to the client for review' }),
  version: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'the version of the draft that you saw; refused if it is older' }),
})
export type NewRevision = z.infer<typeof NewRevision>

export interface MadeRevision {
  readonly revision: RevisionRecord
  /** false: the newest revision says the same already, and is this one */
  readonly made: boolean
}

export async function makeRevision(ctx: UseCase, id: EngagementId, asked: NewRevision): Promise<MadeRevision> {
  const standing = await ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'revision.make', engagement)
    refuseStale(engagement, asked)
    const [newest] = await pageOfRevisions(scope, id, { before: undefined, most: 1 })
    return newest?.digest === (await frozen(scope, engagement)).digest ? newest : undefined
  })
  if (standing !== undefined) return { revision: standing, made: false }
  return transact(ctx, async (change) => {
    const engagement = await lockEngagement(change, id)
    authorizeIn(ctx.actor, 'revision.make', engagement)
    refuseStale(engagement, asked)
    const { body, digest } = await frozen(change, engagement)
    const [newest] = await pageOfRevisions(change, id, { before: undefined, most: 1 })
    if (newest?.digest === digest)
      throw new Overtaken(`somebody made revision ${newest.number} of this very text meanwhile`, newest)
    const revision: RevisionRecord = {
      number: (newest?.number ?? 0) + 1,
      digest,
      ...(asked.note !== undefined && { note: asked.note }),
      madeAt: change.at,
      madeBy: ctx.actor.user,
    }
    await insertRevision(change, id, { ...revision, body, packed: await pack(body, { level: 9 }) })
    change.record({
      kind: 'revision.made',
      subject: `${id} ${revision.number}`,
      engagement: id,
      body: { ...revision, version: engagement.version },
    })
    return { revision, made: true }
  })
}

function refuseStale({ version }: EngagementRecord, asked: NewRevision): void {
  if (asked.version !== undefined && asked.version !== version)
    throw new Overtaken('the draft changed since you saw it; look at it again, then make the revision', { version })
}

async function frozen(scope: Scope, engagement: EngagementRecord): Promise<{ body: Uint8Array; digest: string }> {
  const body = revisionBytes((await heldMatrix(scope, engagement)).matrix)
  return { body, digest: digestOf(body) }
}
