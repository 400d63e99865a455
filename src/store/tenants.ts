// A tenant is an MSP: its name and what it has set for all its clients.
import type { TenantId } from '../core/record-id.ts'
import type { Scope } from './scope.ts'

export interface Tenant {
  readonly id: TenantId
  readonly name: string
  readonly createdAt: string
}

export async function insertTenant({ sql }: Scope, { id, name, createdAt }: Tenant): Promise<void> {
  await sql.insertInto('tenants').values({ tenant_id: id, name, settings: '{}', created_at: createdAt }).execute()
}
