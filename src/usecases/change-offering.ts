// An offering of the catalogue in other words, put away or brought back, in another place, or held against what the library says now.
import { z } from 'zod'
import type { OfferingId } from '../core/identifiers.ts'
import { Refusal } from '../core/refusal.ts'
import { Offering } from '../core/template.ts'
import { listCatalogue, saveOffering } from '../store/own-template.ts'
import type { CatalogueRecord } from '../store/own-template.ts'
import type { Scope } from '../store/scope.ts'
import { changeTemplate } from './change-template.ts'
import type { UseCase } from './context.ts'
import { refuseOvertaken } from './refuse-overtaken.ts'

export const OfferingChange = Offering.omit({ id: true })
  .partial()
  .extend({ version: z.int().min(1).meta({ description: 'the version that you saw' }) })
export type OfferingChange = z.infer<typeof OfferingChange>

export function changeOffering(ctx: UseCase, id: OfferingId, { version, ...words }: OfferingChange) {
  return saved(ctx, id, {
    kind: 'offering.changed',
    version,
    // Without the fields that the request leaves out.
    after: (before) => ({
      ...before,
      offering: Offering.parse({ ...before.offering, ...(JSON.parse(JSON.stringify(words)) as object) }),
    }),
  })
}

export function archiveOffering(ctx: UseCase, id: OfferingId, version: number) {
  return saved(ctx, id, {
    kind: 'offering.archived',
    version,
    after: (before, at) => {
      if (before.archivedAt !== undefined) throw new Refusal('conflict', 'this offering is archived already')
      return { ...before, archivedAt: at }
    },
  })
}

export function restoreOffering(ctx: UseCase, id: OfferingId, version: number) {
  return saved(ctx, id, {
    kind: 'offering.restored',
    version,
    after: ({ archivedAt, ...before }) => {
      if (archivedAt === undefined) throw new Refusal('conflict', 'this offering is not archived')
      return before
    },
  })
}

/** The library's words of today in place of ours, or ours looked at again and kept. */
export function settleOffering(
  ctx: UseCase,
  id: OfferingId,
  { version, choose }: { readonly version: number; readonly choose: 'take' | 'keep' },
) {
  const now = ctx.template.offerings.find((offering) => offering.id === id)
  return saved(ctx, id, {
    kind: choose === 'take' ? 'offering.taken' : 'offering.kept',
    version,
    after: ({ origin, ...before }) => {
      if (origin === undefined) throw new Refusal('conflict', 'this offering did not come from the library')
      // Ours from now on: there is nothing left to hold it against.
      if (now === undefined && choose === 'keep') return before
      if (now === undefined)
        throw new Refusal('conflict', 'the library has this offering no more; keep yours, or archive it')
      return { ...before, offering: choose === 'take' ? now : before.offering, origin: now }
    },
  })
}

interface Step {
  readonly kind: string
  readonly version: number
  readonly after: (before: CatalogueRecord, at: string) => CatalogueRecord
}

function saved(ctx: UseCase, id: OfferingId, { kind, version, after }: Step): Promise<CatalogueRecord> {
  return changeTemplate(ctx, 'catalogue.edit', async (change) => {
    const before = await held(change, id)
    refuseOvertaken('this offering', before, version)
    const record = { ...after(before, change.at), version: version + 1, ...change.made }
    await saveOffering(change, record)
    change.tell(kind, id, { before: before.offering, after: record.offering })
    return record
  })
}

async function held(scope: Scope, id: OfferingId): Promise<CatalogueRecord> {
  const record = (await listCatalogue(scope)).find(({ offering }) => offering.id === id)
  if (record === undefined) throw new Refusal('not-found', `there is no offering "${id}" in your catalogue`)
  return record
}

/** @param ids every offering that is not archived, once; archived ones come behind */
export function orderCatalogue(ctx: UseCase, ids: readonly OfferingId[]): Promise<readonly CatalogueRecord[]> {
  return changeTemplate(ctx, 'catalogue.edit', async (change) => {
    const all = await listCatalogue(change)
    const live = all.filter(({ archivedAt }) => archivedAt === undefined)
    const byId = new Map(live.map((record) => [record.offering.id, record]))
    if (ids.length !== live.length || new Set(ids).size !== ids.length || !ids.every((id) => byId.has(id)))
      throw new Refusal('conflict', 'name every offering of the catalogue that is not archived, each once')
    const order = [...ids.map((id) => byId.get(id)!), ...all.filter(({ archivedAt }) => archivedAt !== undefined)]
    // Its place is no part of an offering's words: versions stay.
    const placed = order.map((record, position) => ({ ...record, position }))
    for (const record of placed) await saveOffering(change, record)
    change.tell('catalogue.ordered', ctx.actor.tenant, { before: live.map(({ offering }) => offering.id), after: ids })
    return placed.filter(({ archivedAt }) => archivedAt === undefined)
  })
}
