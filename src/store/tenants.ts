// A tenant is an MSP: its name and what it has set for all its clients.
import type { TenantId } from '../core/record-id.ts'
import type { Scope, SystemScope } from './scope.ts'

export interface Tenant {
  readonly id: TenantId
  readonly name: string
  readonly createdAt: string
}

export async function insertTenant({ sql }: Scope, { id, name, createdAt }: Tenant): Promise<void> {
  await sql.insertInto('tenants').values({ tenant_id: id, name, settings: '{}', created_at: createdAt }).execute()
}

export async function findTenant({ sql, tenant }: Scope): Promise<Tenant | undefined> {
  const row = await sql.selectFrom('tenants').selectAll().where('tenant_id', '=', tenant).executeTakeFirst()
  return row === undefined ? undefined : tenantOf(row)
}

/** Some of all tenants, by name. */
export async function findTenants({ sql }: SystemScope, ids: readonly TenantId[]): Promise<readonly Tenant[]> {
  if (ids.length === 0) return []
  const rows = await sql.selectFrom('tenants').selectAll().where('tenant_id', 'in', ids).orderBy('name').execute()
  return rows.map(tenantOf)
}

function tenantOf(row: { readonly tenant_id: string; readonly name: string; readonly created_at: string }): Tenant {
  return { id: row.tenant_id as TenantId, name: row.name, createdAt: row.created_at }
}
