// The claims and the issues of an import, by the page.
import { z } from 'zod'
import { ClaimOwnership } from '../core/claims/claim.ts'
import type { Claim } from '../core/claims/claim.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { ImportId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { cursorIn, cursorOf } from '../store/cursor.ts'
import { importPartBytes, importPartHeads } from '../store/import-parts.ts'
import type { PartList } from '../store/import-parts.ts'
import { pageOfParts } from './claims-desk/packed-list.ts'
import type { UseCase } from './context.ts'
import { importFor } from './read-imports.ts'

export const ClaimsWanted = {
  ownership: ClaimOwnership.optional().meta({ description: 'only claims that say this' }),
  requirement: z.string().max(200).optional().meta({ description: 'only claims about this requirement or objective' }),
}

export interface ClaimsWanted extends PageAsked {
  readonly ownership?: ClaimOwnership | undefined
  readonly requirement?: string | undefined
}

export function listImportClaims(ctx: UseCase, id: ImportId, asked: ClaimsWanted): Promise<Page<Claim>> {
  const { ownership, requirement } = asked
  return page<Claim>(ctx, id, {
    ...asked,
    list: 'claims',
    kind: ownership,
    takes: (claim) =>
      (ownership === undefined || claim.ownership === ownership) &&
      (requirement === undefined || claim.requirement === requirement || claim.objectives.includes(requirement)),
  })
}

export interface ImportIssue {
  readonly at: string
  readonly message: string
}

export function listImportIssues(ctx: UseCase, id: ImportId, asked: PageAsked): Promise<Page<ImportIssue>> {
  return page<ImportIssue>(ctx, id, { ...asked, list: 'issues', takes: () => true })
}

interface Listed<T> extends PageAsked {
  readonly list: PartList
  readonly kind?: string | undefined
  readonly takes: (entry: T) => boolean
}

/** Between two parts the database is free for others; a cursor holds for the document as it was read when the list began. */
async function page<T>(ctx: UseCase, id: ImportId, asked: Listed<T>): Promise<Page<T>> {
  const { list, kind, takes, limit } = asked
  const { tenant } = ctx.actor
  const [version, from = 0] = cursorIn(asked, [z.int(), z.int().min(0)]) ?? []
  const { now, heads } = await ctx.store.read(tenant, async (scope) => {
    const one = await importFor(ctx, scope, { id, action: 'claims.read' })
    return { now: one.version, heads: await importPartHeads(scope, id, list) }
  })
  if (version !== undefined && version !== now) throw changedMeanwhile()
  const bytesOf = async ({ first }: { readonly first: number }) => {
    const bytes = await ctx.store.read(tenant, (scope) => importPartBytes(scope, id, { list, first }))
    if (bytes === undefined) throw changedMeanwhile()
    return bytes
  }
  const { items, next } = await pageOfParts(heads, bytesOf, {
    from,
    most: limit,
    kind,
    takes: (entry) => takes(entry as T),
  })
  return { items: items as readonly T[], ...(next !== undefined && { next: cursorOf([now, next], asked) }) }
}

function changedMeanwhile(): Refusal {
  return new Refusal('conflict', 'this import changed since the first page; ask for the first page again')
}
