// Lists of engagements: from their summary columns, never from a matrix, and each by an index.
import { z } from 'zod'
import type { EngagementState } from '../core/access/policy.ts'
import type { Page, PageAsked } from '../core/page.ts'
import { askedWords } from '../core/plain-text.ts'
import { SupportedCeilings } from '../core/portfolio-figures.ts'
import type { PortfolioFigures } from '../core/portfolio-figures.ts'
import type { ClientId, EngagementId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import { noReview, State } from './engagements.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { EngagementTable } from './tables.ts'

export interface EngagementSummary {
  readonly id: EngagementId
  readonly client: { readonly id: ClientId; readonly name: string }
  readonly title: string
  readonly state: EngagementState
  readonly version: number
  readonly frameworks: readonly string[]
  readonly figures: PortfolioFigures
  readonly nextReview?: string
  readonly updatedAt: string
}

export type EngagementOrder = 'title' | 'open' | 'review'

export interface EngagementsAsked extends PageAsked {
  /** open: the most first; review: the next first, those without one last */
  readonly sort: EngagementOrder
  readonly state?: EngagementState | undefined
  readonly client?: ClientId | undefined
  readonly framework?: string | undefined
  /** each stands somewhere in the title or in the client's name */
  readonly words?: string | undefined
  readonly reviewBy?: string | undefined
  /** these alone, whatever else there is */
  readonly only?: readonly EngagementId[] | undefined
}

const orders = {
  title: { column: 'title_key', way: 'asc', beyond: '>', key: z.string() },
  open: { column: 'open', way: 'desc', beyond: '<', key: z.number() },
  review: { column: 'next_review', way: 'asc', beyond: '>', key: z.string() },
} as const

const summary = [
  'engagement_id',
  'client_id',
  'title',
  'title_key',
  'state',
  'version',
  'activities',
  'settled',
  'not_applicable',
  'open',
  'exposure',
  'next_review',
  'frameworks',
  'updated_at',
] as const satisfies readonly (keyof EngagementTable)[]

export async function listEngagements(scope: Scope, asked: EngagementsAsked): Promise<Page<EngagementSummary>> {
  if (asked.only?.length === 0) return { items: [] }
  const { column, way, beyond, key } = orders[asked.sort]
  const after = cursorIn(asked, [key as z.ZodType<string | number>, z.string()])
  let query = chosen(scope, asked)
  if (after !== undefined)
    query = query.where((eb) =>
      eb(eb.refTuple(column, 'engagement_id'), beyond, eb.tuple(after[0] as string, after[1])),
    )
  const rows = await query
    .orderBy(column, way)
    .orderBy('engagement_id', way)
    .limit(asked.limit + 1)
    .execute()
  const names = await clientNames(
    scope,
    rows.map((row) => row.client_id),
  )
  return pageFrom(rows, asked, {
    item: (row) => summaryOf(row, names.get(row.client_id)!),
    key: (row) => [row[column], row.engagement_id],
  })
}

function chosen({ sql, tenant }: Scope, { state, client, framework, words, reviewBy, only }: EngagementsAsked) {
  let query = sql.selectFrom('engagements').select(summary).where('tenant_id', '=', tenant)
  if (only !== undefined) query = query.where('engagement_id', 'in', only)
  if (state !== undefined) query = query.where('state', '=', state)
  if (client !== undefined) query = query.where('client_id', '=', client)
  if (framework !== undefined) query = query.where('frameworks', 'like', `% ${framework} %`)
  if (reviewBy !== undefined) query = query.where('next_review', '<=', reviewBy)
  for (const word of askedWords(words ?? '')) {
    const clients = sql
      .selectFrom('clients')
      .select('client_id')
      .where('tenant_id', '=', tenant)
      .where('name_key', 'like', `%${word}%`)
    query = query.where((eb) => eb.or([eb('title_key', 'like', `%${word}%`), eb('client_id', 'in', clients)]))
  }
  return query
}

export async function clientNames(
  { sql, tenant }: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await sql
    .selectFrom('clients')
    .select(['client_id', 'name'])
    .where('tenant_id', '=', tenant)
    .where('client_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ client_id: id, name }) => [id, name]))
}

/** Those that are not archived. */
export async function countOpenEngagements({ sql, tenant }: Scope, client: ClientId): Promise<number> {
  const { count } = await sql
    .selectFrom('engagements')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tenant)
    .where('client_id', '=', client)
    .where('state', '<>', 'archived')
    .executeTakeFirstOrThrow()
  return count
}

function summaryOf(row: Pick<EngagementTable, (typeof summary)[number]>, client: string): EngagementSummary {
  return {
    id: row.engagement_id as EngagementId,
    client: { id: row.client_id as ClientId, name: client },
    title: row.title,
    state: State.parse(row.state),
    version: row.version,
    frameworks: row.frameworks.trim().split(' '),
    figures: {
      activities: row.activities,
      settled: row.settled,
      notApplicable: row.not_applicable,
      open: row.open,
      ceilings: jsonIn(row.exposure, SupportedCeilings),
    },
    ...(row.next_review !== noReview && { nextReview: row.next_review }),
    updatedAt: row.updated_at,
  }
}
