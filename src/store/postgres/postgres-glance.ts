// Glances at PostgreSQL: one round trip for many readers.
import { escapeLiteral } from 'pg'
import type { Pool, QueryResult } from 'pg'
import type { TenantId } from '../../core/record-id.ts'
import { gathered, glanceOf, keyOf } from '../glance.ts'
import type { Asked, Glance, GlanceAt } from '../glance.ts'

/** Milliseconds. */
const apart = 1

export function postgresGlance(pool: Pool): GlanceAt {
  return gathered(async (asked) => {
    const tenants = [...Map.groupBy(asked, ({ tenant }) => tenant)]
    // Several statements in one message are one transaction: the role and the tenant last no longer (PostgreSQL §55.2.2.1).
    const told = (await pool.query(tenants.map(statementsFor).join(';'))) as unknown as readonly QueryResult[]
    const found = new Map<string, Glance>()
    for (const [index, [tenant]] of tenants.entries())
      for (const row of told[index * 2 + 1]!.rows as Parameters<typeof glanceOf>[0][])
        found.set(keyOf(tenant, row.engagement_id), glanceOf(row))
    return found
  }, apart)
}

function statementsFor([tenant, asked]: readonly [TenantId, readonly Asked[]]): string {
  const ids = [...new Set(asked.map(({ id }) => id))].map((id) => escapeLiteral(id)).join(',')
  const name = escapeLiteral(tenant)
  return `select set_config('role', 'demarc_tenant', true), set_config('app.tenant', ${name}, true);select engagement_id, state, version from engagements where tenant_id = ${name} and engagement_id in (${ids})`
}
