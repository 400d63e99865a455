// How a client's matrix departs from the MSP's template, and taking the template's rows into a draft, each by choice.
import { authorizeIn } from '../core/access/authorize.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { departures, freshMatrix, withTemplateRows } from '../core/own-template/divergence.ts'
import type { Departure } from '../core/own-template/divergence.ts'
import type { Page, PageAsked } from '../core/page.ts'
import { figuresOf } from '../core/portfolio-figures.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { findEngagement, lockEngagement, saveEngagement } from '../store/engagements.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'
import { keepSearchWords } from '../store/search-words.ts'
import { saveTemplateRows } from '../store/template-rows.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'
import { paged } from './read-template.ts'
import { tenantTemplate } from './tenant-template.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

/** `version` is that of the row; 0 where it is missing. */
export type DepartureRow = Departure & { readonly version: number }

export function listDepartures(ctx: UseCase, id: EngagementId, asked: PageAsked): Promise<Page<DepartureRow>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'template.compare', engagement)
    const { held, fresh } = await both(ctx, scope, engagement)
    const all = departures(held.matrix, fresh).map((row) => ({ ...row, version: versionOf(held, row.activity) }))
    return paged(all, asked, ({ activity }) => activity)
  })
}

export interface RowChosen {
  readonly activity: ActivityId
  /** of the row, as its editor saw it; 0 where it was missing */
  readonly version: number
}

/** Changed rows become the template's, missing ones come in, extra ones go. */
export async function takeTemplateRows(
  ctx: UseCase,
  id: EngagementId,
  chosen: readonly RowChosen[],
): Promise<EngagementRecord> {
  return transact(ctx, async (change) => {
    const engagement = await lockEngagement(change, id)
    authorizeIn(ctx.actor, 'matrix.edit', engagement)
    const { held, fresh } = await both(ctx, change, engagement)
    refuseStale(held, chosen)
    const departing = new Set(departures(held.matrix, fresh).map(({ activity }) => activity))
    const idle = chosen.find(({ activity }) => !departing.has(activity))
    if (idle !== undefined)
      throw new Refusal('conflict', `"${idle.activity}" does not depart from the template; leave it out`)
    const after = withTemplateRows(held.matrix, fresh, new Set(chosen.map(({ activity }) => activity)))
    await saveTemplateRows(change, id, {
      before: held.records,
      after: after.activities,
      made: { changedAt: change.at, changedBy: ctx.actor.user },
    })
    record(change, id, { before: held.matrix, after, chosen })
    await keepSearchWords(change, engagement, { was: held.matrix, is: after })
    const { activities: _, ...head } = after
    const version = engagement.version + 1
    const saved = { ...engagement, head, version, figures: figuresOf(after, ctx.knowledge), updatedAt: change.at }
    await saveEngagement(change, saved)
    return saved
  })
}

async function both(
  ctx: UseCase,
  scope: Scope,
  engagement: EngagementRecord,
): Promise<{ readonly held: HeldMatrix; readonly fresh: Matrix }> {
  const { template } = await tenantTemplate(ctx, scope)
  return { held: await heldMatrix(scope, engagement), fresh: freshMatrix(engagement.head, template, ctx.knowledge) }
}

function versionOf({ records }: HeldMatrix, id: ActivityId): number {
  return records.get(id)?.version ?? 0
}

function refuseStale(held: HeldMatrix, chosen: readonly RowChosen[]): void {
  const stale = chosen.filter(({ activity, version }) => versionOf(held, activity) !== version)
  if (stale.length === 0) return
  throw new Overtaken(
    `somebody changed ${stale.map(({ activity }) => activity).join(', ')} meanwhile; look at what stands there now, then choose again`,
    stale.map(({ activity }) => held.records.get(activity) ?? null),
  )
}

function record(
  change: Change,
  engagement: EngagementId,
  { before, after, chosen }: { readonly before: Matrix; readonly after: Matrix; readonly chosen: readonly RowChosen[] },
): void {
  for (const { activity: subject } of chosen) {
    const was = before.activities.find(({ id }) => id === subject)
    const is = after.activities.find(({ id }) => id === subject)
    const verb = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    const body = { before: was ?? null, after: is ?? null, by: 'template' }
    change.record({ kind: `activity.${verb}`, subject, engagement, body })
  }
}
