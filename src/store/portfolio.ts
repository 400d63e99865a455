// The portfolio's sums: of clients on a page, and of the whole tenant, from one index that holds all that they count.
import { SupportedCeilings } from '../core/portfolio-figures.ts'
import type { ClientShare } from '../core/portfolio.ts'
import { noReview } from './engagements.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

/** Of engagements that are not archived; those of one client with the same ceilings are summed already. */
export async function sharesOf(
  { sql, tenant }: Scope,
  clients: readonly string[],
): Promise<ReadonlyMap<string, readonly ClientShare[]>> {
  if (clients.length === 0) return new Map()
  const rows = await sql
    .selectFrom('engagements')
    .select(({ fn }) => [
      'client_id',
      'exposure',
      fn.countAll<number>().as('engagements'),
      fn.sum<number>('open').as('open'),
      fn.sum<number>('settled').as('settled'),
      fn.sum<number>('not_applicable').as('not_applicable'),
      fn.min('next_review').as('next_review'),
    ])
    .where('tenant_id', '=', tenant)
    .where('client_id', 'in', clients)
    .where('state', '<>', 'archived')
    .groupBy(['client_id', 'exposure'])
    .execute()
  const shares = rows.map((row) => ({
    client: row.client_id,
    engagements: row.engagements,
    open: row.open,
    settled: row.settled,
    notApplicable: row.not_applicable,
    ...(row.next_review !== noReview && { nextReview: row.next_review }),
    ceilings: jsonIn(row.exposure, SupportedCeilings),
  }))
  return Map.groupBy(shares, ({ client }) => client)
}

export interface TenantTotals {
  readonly clients: number
  /** that are not archived, as all further figures */
  readonly engagements: number
  readonly archived: number
  readonly withOpen: number
  readonly open: number
  readonly settled: number
  readonly notApplicable: number
  readonly reviewsOverdue: number
}

/** Summed at each request: over 10,000 engagements it takes some milliseconds, and a kept row would be one that all editors wait for. */
export async function tenantTotals({ sql, tenant }: Scope, today: string): Promise<TenantTotals> {
  const rows = await sql
    .selectFrom('engagements')
    .select(({ fn, eb }) => [
      'state',
      fn.countAll<number>().as('engagements'),
      fn.sum<number>('open').as('open'),
      fn.sum<number>('settled').as('settled'),
      fn.sum<number>('not_applicable').as('not_applicable'),
      fn.sum<number>(eb.case().when('open', '>', 0).then(eb.lit(1)).else(eb.lit(0)).end()).as('with_open'),
      fn.sum<number>(eb.case().when('next_review', '<', today).then(eb.lit(1)).else(eb.lit(0)).end()).as('overdue'),
    ])
    .where('tenant_id', '=', tenant)
    .groupBy('state')
    .execute()
  const { clients } = await sql
    .selectFrom('clients')
    .select(({ fn }) => fn.countAll<number>().as('clients'))
    .where('tenant_id', '=', tenant)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  const live = rows.filter(({ state }) => state !== 'archived')
  const total = (figure: 'engagements' | 'open' | 'settled' | 'not_applicable' | 'with_open' | 'overdue') =>
    live.reduce((sum, row) => sum + row[figure], 0)
  return {
    clients,
    engagements: total('engagements'),
    archived: rows.find(({ state }) => state === 'archived')?.engagements ?? 0,
    withOpen: total('with_open'),
    open: total('open'),
    settled: total('settled'),
    notApplicable: total('not_applicable'),
    reviewsOverdue: total('overdue'),
  }
}
