// Revisions of an engagement, listed and read as they were stored.
import { z } from 'zod'
import { authorizeIn } from '../core/access/authorize.ts'
import { Matrix } from '../core/matrix.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import { findEngagement } from '../store/engagements.ts'
import { findRevision, pageOfRevisions, readRevision } from '../store/revisions.ts'
import type { RevisionBytes, RevisionRecord } from '../store/revisions.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'

export interface WholeRevision extends RevisionBytes {
  readonly revision: RevisionRecord
}

/** The newest first. */
export function listRevisionsOf(ctx: UseCase, id: EngagementId, asked: PageAsked): Promise<Page<RevisionRecord>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'revision.read', await findEngagement(scope, id))
    const [before] = cursorIn(asked, [z.int()]) ?? []
    const rows = await pageOfRevisions(scope, id, { before, most: asked.limit + 1 })
    return pageFrom(rows, asked, { item: (row) => row, key: ({ number }) => [number] })
  })
}

export function openRevision(ctx: UseCase, id: EngagementId, number: number): Promise<RevisionRecord> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'revision.read', await findEngagement(scope, id))
    return known(await findRevision(scope, id, number), number)
  })
}

export function readRevisionBytes(ctx: UseCase, id: EngagementId, number: number): Promise<WholeRevision> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'revision.read', await findEngagement(scope, id))
    const revision = known(await findRevision(scope, id, number), number)
    return { revision, ...known(await readRevision(scope, id, number), number) }
  })
}

/** The matrix that a revision holds; the caller has asked the policy. */
export async function revisionMatrix(scope: Scope, id: EngagementId, number: number): Promise<Matrix> {
  const { body } = known(await readRevision(scope, id, number), number)
  return Matrix.parse(JSON.parse(new TextDecoder().decode(body)))
}

function known<T>(found: T | undefined, number: number): T {
  if (found === undefined) throw new Refusal('not-found', `this engagement has no revision ${number}`)
  return found
}
