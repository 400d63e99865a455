// A new tenant: an MSP, with the person who owns it. What asks for it has decided that it may: the first start, or the operator.
import type { TenantId, UserId } from '../core/record-id.ts'
import { startLog } from '../store/events.ts'
import { insertMember } from '../store/members.ts'
import { insertTenant } from '../store/tenants.ts'
import type { Tenant } from '../store/tenants.ts'
import type { Services } from './context.ts'
import { transact } from './transact.ts'

export function createTenant(
  services: Services,
  { name, owner, by }: { readonly name: string; readonly owner: UserId; readonly by: string },
): Promise<Tenant> {
  const id = services.newId('tenant') as TenantId
  const actor = { tenant: id, user: owner, by, seats: [] }
  return transact({ ...services, actor }, async (change) => {
    const tenant = { id, name, createdAt: change.at }
    await insertTenant(change, tenant)
    await startLog(change)
    await insertMember(change, { user: owner, role: 'owner', createdAt: change.at })
    change.record({ kind: 'tenant.created', subject: id, body: { name, owner } })
    return tenant
  })
}
