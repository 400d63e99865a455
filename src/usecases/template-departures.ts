// How a client's matrix departs from the MSP's template, and taking the template's rows into a draft, each by choice.
import { authorizeIn } from '../core/access/authorize.ts'
import { headOf } from '../core/draft/draft-edit.ts'
import { matrixEdit } from '../core/draft/matrix-edit.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import { departures, freshMatrix, withTemplateRows } from '../core/own-template/divergence.ts'
import type { Departure } from '../core/own-template/divergence.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Overtaken, Refusal } from '../core/refusal.ts'
import { findStanding } from '../store/engagements.ts'
import type { EngagementStanding } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { editDraft } from './edit-draft.ts'
import type { DraftAsked, Edited } from './edit-draft.ts'
import { heldMatrix } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'
import { paged } from './read-template.ts'
import { tenantTemplate } from './tenant-template.ts'

/** `version` is that of the row; 0 where it is missing. */
export type DepartureRow = Departure & { readonly version: number }

export function listDepartures(ctx: UseCase, id: EngagementId, asked: PageAsked): Promise<Page<DepartureRow>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findStanding(scope, id)
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
export function takeTemplateRows(ctx: UseCase, asked: DraftAsked, chosen: readonly RowChosen[]): Promise<Edited> {
  return editDraft(ctx, asked, async (draft) => {
    const { held, fresh } = await both(ctx, draft.scope, draft.engagement)
    refuseStale(held, chosen)
    const departing = new Set(departures(held.matrix, fresh).map(({ activity }) => activity))
    const idle = chosen.find(({ activity }) => !departing.has(activity))
    if (idle !== undefined)
      throw new Refusal('conflict', `"${idle.activity}" does not depart from the template; leave it out`)
    const rows = new Set(chosen.map(({ activity }) => activity))
    const edit = matrixEdit(held.matrix, withTemplateRows(held.matrix, fresh, rows))
    return {
      ...edit,
      because: { kind: 'template.rows-taken', subject: asked.id, body: { rows: [...rows] } },
      given: new Set([...(edit.changed ?? []), ...(edit.added ?? [])].map(({ id }) => id)),
    }
  })
}

async function both(
  ctx: UseCase,
  scope: Scope,
  engagement: EngagementStanding,
): Promise<{ readonly held: HeldMatrix; readonly fresh: Matrix }> {
  const { template } = await tenantTemplate(ctx, scope)
  const held = await heldMatrix(scope, engagement)
  return { held, fresh: freshMatrix(headOf(held.matrix), template, ctx.knowledge) }
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
