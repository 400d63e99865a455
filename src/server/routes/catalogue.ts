// The MSP's own catalogue of services.
import { z } from 'zod'
import { OfferingId } from '../../core/identifiers.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { TenantId } from '../../core/record-id.ts'
import { Offering } from '../../core/template.ts'
import {
  archiveOffering,
  changeOffering,
  OfferingChange,
  orderCatalogue,
  restoreOffering,
  settleOffering,
} from '../../usecases/change-offering.ts'
import { itemOf, readCatalogue, readLibraryOfferings } from '../../usecases/read-catalogue.ts'
import { addOffering, takeFromLibrary } from '../../usecases/start-catalogue.ts'
import { route } from '../route.ts'
import { YesOrNo } from './query-fields.ts'

const Item = z.strictObject({
  offering: Offering,
  version: z.int().meta({ description: 'name it when you change the offering' }),
  position: z.int(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
  archivedAt: z.iso.datetime().optional(),
  origin: Offering.optional().meta({
    description: 'the library’s, as it was when you last looked; none where it is your own',
  }),
  upstream: z
    .strictObject({ was: Offering, now: Offering.optional() })
    .optional()
    .meta({ description: 'the library’s words are others since; without `now` it has this offering no more' }),
})
const Items = z.strictObject({ items: z.array(Item) })
const Seen = z.strictObject({ version: z.int().min(1).meta({ description: 'the version that you saw' }) })

const ofTenant = z.strictObject({ tenant: TenantId })
const ofOffering = z.strictObject({ tenant: TenantId, offering: OfferingId })
const asItIs = { status: 200, says: 'the offering as it is now', body: Item } as const

export const catalogueRoutes = [
  route({
    name: 'readCatalogue',
    method: 'GET',
    path: '/api/tenants/{tenant}/catalogue',
    summary: 'Your catalogue in its order, with what the library changed since',
    action: 'catalogue.read',
    params: ofTenant,
    query: z.strictObject({ ...PageQuery, archived: YesOrNo.optional() }),
    answers: { status: 200, says: 'a page of offerings', body: pageOf(Item) },
    run: async (ctx, { query }) => ({ body: await readCatalogue(ctx, query) }),
  }),
  route({
    name: 'readLibraryOfferings',
    method: 'GET',
    path: '/api/tenants/{tenant}/catalogue/library',
    summary: 'The library’s offerings, and which of them your catalogue has',
    action: 'catalogue.read',
    params: ofTenant,
    answers: {
      status: 200,
      says: 'every offering of the library',
      body: z.strictObject({ items: z.array(z.strictObject({ offering: Offering, taken: z.boolean() })) }),
    },
    run: async (ctx) => ({ body: { items: await readLibraryOfferings(ctx) } }),
  }),
  route({
    name: 'takeFromLibrary',
    method: 'POST',
    path: '/api/tenants/{tenant}/catalogue/library',
    summary: 'Start from the library: take its offerings into your catalogue, all or some',
    action: 'catalogue.edit',
    params: ofTenant,
    body: z.strictObject({
      offerings: z
        .array(OfferingId)
        .min(1)
        .max(500)
        .optional()
        .meta({ description: 'none: all that are not there yet' }),
    }),
    answers: { status: 201, says: 'the offerings that were taken', body: Items },
    run: async (ctx, { body }) => {
      const taken = await takeFromLibrary(ctx, body.offerings)
      return { body: { items: taken.map((record) => itemOf(ctx, record)) } }
    },
  }),
  route({
    name: 'addOffering',
    method: 'POST',
    path: '/api/tenants/{tenant}/catalogue',
    summary: 'Add an offering of your own',
    action: 'catalogue.edit',
    params: ofTenant,
    body: Offering,
    answers: { status: 201, says: 'the offering as it was added', body: Item },
    run: async (ctx, { body }) => ({ body: await addOffering(ctx, body) }),
  }),
  route({
    name: 'orderCatalogue',
    method: 'PUT',
    path: '/api/tenants/{tenant}/catalogue/order',
    summary: 'Put the catalogue in another order',
    action: 'catalogue.edit',
    params: ofTenant,
    body: z.strictObject({ offerings: z.array(OfferingId).max(2000) }),
    answers: { status: 200, says: 'the catalogue in its new order', body: Items },
    run: async (ctx, { body }) => {
      const ordered = await orderCatalogue(ctx, body.offerings)
      return { body: { items: ordered.map((record) => itemOf(ctx, record)) } }
    },
  }),
  route({
    name: 'changeOffering',
    method: 'PATCH',
    path: '/api/tenants/{tenant}/catalogue/{offering}',
    summary: 'Change the words of an offering',
    action: 'catalogue.edit',
    params: ofOffering,
    body: OfferingChange,
    answers: asItIs,
    run: async (ctx, { params, body }) => ({ body: itemOf(ctx, await changeOffering(ctx, params.offering, body)) }),
  }),
  route({
    name: 'archiveOffering',
    method: 'POST',
    path: '/api/tenants/{tenant}/catalogue/{offering}/archive',
    summary: 'Sell an offering no more; engagements that have it keep it',
    action: 'catalogue.edit',
    params: ofOffering,
    body: Seen,
    answers: asItIs,
    run: async (ctx, { params, body }) => ({
      body: itemOf(ctx, await archiveOffering(ctx, params.offering, body.version)),
    }),
  }),
  route({
    name: 'restoreOffering',
    method: 'POST',
    path: '/api/tenants/{tenant}/catalogue/{offering}/restore',
    summary: 'Sell an archived offering again',
    action: 'catalogue.edit',
    params: ofOffering,
    body: Seen,
    answers: asItIs,
    run: async (ctx, { params, body }) => ({
      body: itemOf(ctx, await restoreOffering(ctx, params.offering, body.version)),
    }),
  }),
  route({
    name: 'settleOffering',
    method: 'POST',
    path: '/api/tenants/{tenant}/catalogue/{offering}/upstream',
    summary: 'Take the library’s newer words of an offering, or keep yours',
    action: 'catalogue.edit',
    params: ofOffering,
    body: Seen.extend({ choose: z.enum(['take', 'keep']) }),
    answers: asItIs,
    run: async (ctx, { params, body }) => ({ body: itemOf(ctx, await settleOffering(ctx, params.offering, body)) }),
  }),
]
