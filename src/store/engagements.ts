// An engagement: the head of its matrix, its version, and the figures that a portfolio shows of it.
import { z } from 'zod'
import { states } from '../core/access/policy.ts'
import type { EngagementState } from '../core/access/policy.ts'
import { MatrixHead } from '../core/matrix.ts'
import { plainText } from '../core/plain-text.ts'
import { SupportedCeilings } from '../core/portfolio-figures.ts'
import type { PortfolioFigures } from '../core/portfolio-figures.ts'
import type { ClientId, EngagementId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { EngagementTable } from './tables.ts'

export const State = z.enum(states)

/** Sorts after every day. */
export const noReview = '~'

export interface EngagementRecord {
  readonly id: EngagementId
  readonly client: ClientId
  readonly state: EngagementState
  /** one more with every change of any part of the matrix */
  readonly version: number
  readonly head: MatrixHead
  readonly figures: PortfolioFigures
  readonly createdAt: string
  readonly updatedAt: string
}

export async function insertEngagement({ sql, tenant }: Scope, engagement: EngagementRecord): Promise<void> {
  await sql
    .insertInto('engagements')
    .values({
      tenant_id: tenant,
      engagement_id: engagement.id,
      client_id: engagement.client,
      state: engagement.state,
      created_at: engagement.createdAt,
      ...changing(engagement),
    })
    .execute()
}

export async function findEngagement({ sql, tenant }: Scope, id: EngagementId): Promise<EngagementRecord | undefined> {
  const row = await sql
    .selectFrom('engagements')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : engagementOf(row)
}

export async function findEngagements(
  { sql, tenant }: Scope,
  ids: readonly EngagementId[],
): Promise<readonly EngagementRecord[]> {
  if (ids.length === 0) return []
  const rows = await sql
    .selectFrom('engagements')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', 'in', ids)
    .execute()
  return rows.map(engagementOf)
}

/** Nobody else changes any part of it until this transaction ends. */
export async function lockEngagement(
  { sql, engine, tenant }: Scope,
  id: EngagementId,
): Promise<EngagementRecord | undefined> {
  const query = sql
    .selectFrom('engagements')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', id)
  const row = await (engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : engagementOf(row)
}

export async function saveEngagement({ sql, tenant }: Scope, engagement: EngagementRecord): Promise<void> {
  await sql
    .updateTable('engagements')
    .set({ state: engagement.state, ...changing(engagement) })
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement.id)
    .execute()
}

function changing({ version, head, figures, updatedAt }: EngagementRecord) {
  return {
    title: head.title,
    title_key: plainText(head.title),
    version,
    head: JSON.stringify(head),
    activities: figures.activities,
    settled: figures.settled,
    not_applicable: figures.notApplicable,
    open: figures.open,
    exposure: JSON.stringify(figures.ceilings),
    next_review: head.review.next ?? noReview,
    frameworks: ` ${head.frameworks.map(({ id }) => id).join(' ')} `,
    updated_at: updatedAt,
  }
}

function engagementOf(row: EngagementTable): EngagementRecord {
  return {
    id: row.engagement_id as EngagementId,
    client: row.client_id as ClientId,
    state: State.parse(row.state),
    version: row.version,
    head: jsonIn(row.head, MatrixHead),
    figures: {
      activities: row.activities,
      settled: row.settled,
      notApplicable: row.not_applicable,
      open: row.open,
      ceilings: jsonIn(row.exposure, SupportedCeilings),
    },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
