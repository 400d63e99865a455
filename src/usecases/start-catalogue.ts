// Offerings taken from the library into the MSP's catalogue, all or some; or one that the MSP writes itself.
import type { OfferingId } from '../core/identifiers.ts'
import { Refusal } from '../core/refusal.ts'
import { suggest } from '../core/schema-issues.ts'
import type { Offering } from '../core/template.ts'
import { listCatalogue, saveOffering } from '../store/own-template.ts'
import type { CatalogueRecord } from '../store/own-template.ts'
import { changeTemplate } from './change-template.ts'
import type { UseCase } from './context.ts'

/** @param chosen none: every one that is not there yet */
export function takeFromLibrary(ctx: UseCase, chosen?: readonly OfferingId[]): Promise<readonly CatalogueRecord[]> {
  const known = ctx.template.offerings
  return changeTemplate(ctx, 'catalogue.edit', async (change) => {
    const ids = known.map(({ id }) => id)
    for (const id of chosen ?? [])
      if (!ids.includes(id)) throw new Refusal('invalid', `the library has no offering "${id}"; ${suggest(id, ids)}`)
    const held = await listCatalogue(change)
    const wanted = known.filter(({ id }) => chosen?.includes(id) ?? true)
    const fresh = wanted.filter(({ id }) => !held.some(({ offering }) => offering.id === id))
    if (fresh.length === 0) throw new Refusal('conflict', 'all of these are in the catalogue already')
    const first = nextPosition(held)
    const records = fresh.map((offering, index) => ({
      offering,
      origin: offering,
      position: first + index,
      version: 1,
      ...change.made,
    }))
    for (const record of records) await saveOffering(change, record)
    change.tell('catalogue.taken', ctx.actor.tenant, {
      offerings: fresh.map(({ id }) => id),
      library: ctx.template.version,
    })
    return records
  })
}

export function addOffering(ctx: UseCase, offering: Offering): Promise<CatalogueRecord> {
  return changeTemplate(ctx, 'catalogue.edit', async (change) => {
    const held = await listCatalogue(change)
    if (held.some(({ offering: { id } }) => id === offering.id))
      throw new Refusal('conflict', `the catalogue has an offering "${offering.id}" already; choose another id`)
    if (ctx.template.offerings.some(({ id }) => id === offering.id))
      throw new Refusal(
        'conflict',
        `the library has an offering "${offering.id}"; take that one and change its words, or choose another id`,
      )
    const record = { offering, position: nextPosition(held), version: 1, ...change.made }
    await saveOffering(change, record)
    change.tell('offering.added', offering.id, { after: offering })
    return record
  })
}

function nextPosition(held: readonly CatalogueRecord[]): number {
  return held.reduce((most, { position }) => Math.max(most, position), -1) + 1
}
