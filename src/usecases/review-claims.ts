// What the documents of an engagement say, held against its draft: what they settle, contradict, and leave to others; by the page.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { authorizeIn } from '../core/access/authorize.ts'
import { kindsOfLists } from '../core/claims-review/review-lists.ts'
import type { ReviewEntry, ReviewListName } from '../core/claims-review/review-lists.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { cursorIn, cursorOf } from '../store/cursor.ts'
import { findEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import type { OpenedImport } from '../store/imports.ts'
import type { Scope } from '../store/scope.ts'
import { ReviewAsked } from './claims-asked.ts'
import { keepReview, keptReview } from './claims-desk/kept-reviews.ts'
import { pageOfParts } from './claims-desk/packed-list.ts'
import type { ReviewTold } from './claims-desk/tasks.ts'
import type { UseCase } from './context.ts'
import { chosenImports, documentsHeld, seenDocuments } from './documents-held.ts'
import type { SeenDocument } from './documents-held.ts'

export interface EntriesWanted extends PageAsked {
  readonly list: ReviewListName
  readonly kind?: string | undefined
  /** a requirement or an objective, as published or with its framework */
  readonly requirement?: string | undefined
}

export interface Reviewed extends Page<ReviewEntry> {
  /** of the draft that it was held against */
  readonly version: number
  readonly imports: readonly SeenDocument[]
  /** as `demarc claims review --json` tells it, without its lists */
  readonly review: ReviewTold['about']
}

export async function reviewClaims(
  ctx: UseCase,
  id: EngagementId,
  { asked, wanted }: { readonly asked: ReviewAsked; readonly wanted: EntriesWanted },
): Promise<Reviewed> {
  refuseStrangeKind(wanted)
  const [seen, from = 0] = cursorIn(wanted, [z.string(), z.int().min(0)]) ?? []
  const { key, version, imports, review } = await reviewOf(ctx, id, asked)
  if (seen !== undefined && seen !== key)
    throw new Refusal(
      'conflict',
      'the draft or its documents changed since the first page, or you ask something else; ask for the first page again',
    )
  const { about, lists } = await review
  const { list, kind, limit } = wanted
  const { items, next } = await pageOfParts(lists[list], ({ bytes }) => bytes, {
    from,
    most: limit,
    kind,
    takes: (entry) => isWanted(entry as Named, wanted),
  })
  return {
    version,
    imports,
    review: about,
    items: items as readonly ReviewEntry[],
    ...(next !== undefined && { next: cursorOf([key, next], wanted) }),
  }
}

export interface ClaimsLists extends Omit<Reviewed, 'review'> {
  /** how many there are in each */
  readonly totals: Pick<ReviewTold['about']['figures'], 'nobodys' | 'twoClaimIt' | 'contradictions' | 'againstMatrix'>
}

/** The lists over all documents of an engagement that somebody has to work through. */
export async function readClaimsLists(ctx: UseCase, id: EngagementId, wanted: EntriesWanted): Promise<ClaimsLists> {
  const { review, ...rest } = await reviewClaims(ctx, id, { asked: ReviewAsked.parse({}), wanted })
  const { nobodys, twoClaimIt, contradictions, againstMatrix } = review.figures
  return { ...rest, totals: { nobodys, twoClaimIt, contradictions, againstMatrix } }
}

function refuseStrangeKind({ list, kind }: EntriesWanted): void {
  const kinds = kindsOfLists[list] ?? []
  if (kind === undefined || kinds.includes(kind)) return
  const known = kinds.length === 0 ? 'its entries are of one kind' : `it has ${kinds.join(', ')}`
  throw new Refusal('invalid', `the list ${list} has nothing of the kind “${kind}”: ${known}`)
}

interface Named extends ReviewEntry {
  readonly framework?: string
  readonly requirement?: string | null
  readonly objective?: string
  readonly objectives?: readonly string[]
}

function isWanted(entry: Named, { kind, requirement }: EntriesWanted): boolean {
  if (kind !== undefined && entry.kind !== kind) return false
  if (requirement === undefined) return true
  const ids = [entry.requirement, entry.objective, ...(entry.objectives ?? [])].filter((id) => typeof id === 'string')
  return ids.some(
    (id) => id === requirement || id.endsWith(`:${requirement}`) || `${entry.framework}:${id}` === requirement,
  )
}

interface Found {
  /** of this review, and no other */
  readonly key: string
  readonly version: number
  readonly imports: readonly SeenDocument[]
  readonly review: Promise<ReviewTold>
}

/** Documents and draft are only read where the review was not made before. */
async function reviewOf(ctx: UseCase, id: EngagementId, asked: ReviewAsked): Promise<Found> {
  const { store } = ctx
  const { tenant } = ctx.actor
  const light = await store.read(tenant, async (scope) => standingIn(ctx, scope, { id, asked }))
  const kept = keptReview(store, light.key)
  if (kept !== undefined) return { ...light, review: kept }
  const { held, ...now } = await store.read(tenant, async (scope) => {
    const standing = await standingIn(ctx, scope, { id, asked })
    return { ...standing, held: await documentsHeld(scope, standing.engagement, standing.chosen) }
  })
  const review =
    keptReview(store, now.key) ??
    keepReview(store, now.key, ctx.claimsDesk.ask(tenant, 'review', { ...held, asked: withoutImports(asked) }))
  return { ...now, review }
}

interface Standing extends Omit<Found, 'review'> {
  readonly engagement: EngagementRecord
  readonly chosen: readonly OpenedImport[]
}

async function standingIn(
  ctx: UseCase,
  scope: Scope,
  { id, asked }: { readonly id: EngagementId; readonly asked: ReviewAsked },
): Promise<Standing> {
  const engagement = await findEngagement(scope, id)
  authorizeIn(ctx.actor, 'claims.read', engagement)
  const chosen = await chosenImports(scope, id, asked)
  const imports = seenDocuments(chosen)
  const made = [scope.tenant, id, engagement.version, imports, withoutImports(asked)]
  const key = createHash('sha256').update(JSON.stringify(made)).digest('base64url')
  return { engagement, chosen, imports, version: engagement.version, key }
}

function withoutImports({ imports: _imports, ...asked }: ReviewAsked): ReviewAsked {
  return asked
}
