// Imports of an engagement: listed, and read with their claims and how their columns were understood.
import { z } from 'zod'
import { rolesIn } from '../core/access/actor.ts'
import { authorizeIn } from '../core/access/authorize.ts'
import type { EngagementAction } from '../core/access/policy.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId, ImportId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import { findEngagement } from '../store/engagements.ts'
import { findImport, pageOfImports } from '../store/imports.ts'
import type { ImportRecord, OpenedImport } from '../store/imports.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'

export function listImports(ctx: UseCase, engagement: EngagementId, asked: PageAsked): Promise<Page<ImportRecord>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'claims.read', await findEngagement(scope, engagement))
    const [before] = cursorIn(asked, [z.string()]) ?? []
    const rows = await pageOfImports(scope, engagement, { before, most: asked.limit + 1 })
    return pageFrom(rows, asked, { item: (row) => row, key: ({ id }) => [id] })
  })
}

export function openImport(ctx: UseCase, id: ImportId): Promise<OpenedImport> {
  return ctx.store.read(ctx.actor.tenant, (scope) => importFor(ctx, scope, { id, action: 'claims.read' }))
}

/** Refused as if it did not exist to whoever has no part in its engagement. */
export async function importFor(
  { actor }: UseCase,
  scope: Scope,
  { id, action }: { readonly id: ImportId; readonly action: EngagementAction },
): Promise<OpenedImport> {
  const one = await findImport(scope, id)
  if (one === undefined || rolesIn(actor, one.engagement).length === 0)
    throw new Refusal('not-found', 'there is no such import')
  authorizeIn(actor, action, await findEngagement(scope, one.engagement))
  return one
}
