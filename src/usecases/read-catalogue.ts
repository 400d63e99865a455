// The MSP's catalogue: what it sells, in its own words, and what the library says of the same now.
import { z } from 'zod'
import { authorize } from '../core/access/authorize.ts'
import { same } from '../core/compare.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { Offering } from '../core/template.ts'
import { cursorIn, pageFrom } from '../store/cursor.ts'
import { listCatalogue } from '../store/own-template.ts'
import type { CatalogueRecord } from '../store/own-template.ts'
import type { Services, UseCase } from './context.ts'

export interface CatalogueItem extends CatalogueRecord {
  /** the library changed it since: what it was, and what it is now; without `now` the library has it no more */
  readonly upstream?: { readonly was: Offering; readonly now?: Offering }
}

export async function readCatalogue(
  ctx: UseCase,
  asked: PageAsked & { readonly archived?: boolean | undefined },
): Promise<Page<CatalogueItem>> {
  authorize(ctx.actor, 'catalogue.read')
  const after = cursorIn(asked, [z.number(), z.string()])
  const all = await ctx.store.read(ctx.actor.tenant, listCatalogue)
  const left = all
    .filter(({ archivedAt }) => asked.archived === undefined || asked.archived === (archivedAt !== undefined))
    .filter(
      ({ position, offering: { id } }) =>
        after === undefined || position > after[0] || (position === after[0] && id > after[1]),
    )
  return pageFrom(left, asked, {
    item: (record) => itemOf(ctx, record),
    key: ({ position, offering }) => [position, offering.id],
  })
}

export function itemOf({ template }: Services, record: CatalogueRecord): CatalogueItem {
  const { origin: was, offering } = record
  const now = template.offerings.find(({ id }) => id === offering.id)
  if (was === undefined || (now !== undefined && same(was, now))) return record
  return { ...record, upstream: { was, ...(now !== undefined && { now }) } }
}

/** What the library knows, and whether the catalogue has it. */
export async function readLibraryOfferings(
  ctx: UseCase,
): Promise<readonly { readonly offering: Offering; readonly taken: boolean }[]> {
  authorize(ctx.actor, 'catalogue.read')
  const all = await ctx.store.read(ctx.actor.tenant, listCatalogue)
  const taken = new Set(all.map(({ offering }) => offering.id))
  return ctx.template.offerings.map((offering) => ({ offering, taken: taken.has(offering.id) }))
}
