// Glances at PostgreSQL: those that are asked while one is under way go together in the next, so that many readers cost one round trip.
import { escapeLiteral } from 'pg'
import type { Pool, QueryResult } from 'pg'
import type { TenantId } from '../../core/record-id.ts'
import { glanceOf } from '../glance.ts'
import type { Glance, GlanceAt } from '../glance.ts'

interface Asked {
  readonly tenant: TenantId
  readonly id: string
  readonly tell: (glance: Glance | undefined) => void
  readonly fail: (error: unknown) => void
}

/** Of one round trip. */
const most = 500

export function postgresGlance(pool: Pool): GlanceAt {
  let waiting: Asked[] = []
  let under = false

  async function look(): Promise<void> {
    while (waiting.length > 0) {
      const now = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await lookFor(pool, now)
    }
    under = false
  }

  return (tenant, id) =>
    new Promise((tell, fail) => {
      waiting.push({ tenant, id, tell, fail })
      if (under) return
      under = true
      // After every request that came in at this moment was read.
      setImmediate(() => void look())
    })
}

async function lookFor(pool: Pool, asked: readonly Asked[]): Promise<void> {
  const tenants = [...Map.groupBy(asked, ({ tenant }) => tenant)]
  try {
    // Several statements in one message are one transaction: the role and the tenant last no longer (PostgreSQL §55.2.2.1).
    const told = (await pool.query(tenants.map(statementsFor).join(';'))) as unknown as readonly QueryResult[]
    for (const [index, [, ofTenant]] of tenants.entries()) {
      const rows = told[index * 2 + 1]!.rows as Parameters<typeof glanceOf>[0][]
      const found = new Map(rows.map((row) => [row.engagement_id, glanceOf(row)]))
      for (const { id, tell } of ofTenant) tell(found.get(id))
    }
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}

function statementsFor([tenant, asked]: readonly [TenantId, readonly Asked[]]): string {
  const ids = [...new Set(asked.map(({ id }) => id))].map(escapeLiteral).join(',')
  const name = escapeLiteral(tenant)
  return `select set_config('role', 'demarc_tenant', true), set_config('app.tenant', ${name}, true);select engagement_id, state, version from engagements where tenant_id = ${name} and engagement_id in (${ids})`
}
