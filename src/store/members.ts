// The MSP's own people: who they are in this tenant.
import type { MemberRole } from '../core/access/actor.ts'
import type { UserId } from '../core/record-id.ts'
import type { Scope } from './scope.ts'

export interface Member {
  readonly user: UserId
  readonly role: MemberRole
  readonly createdAt: string
}

export async function insertMember({ sql, tenant }: Scope, { user, role, createdAt }: Member): Promise<void> {
  await sql.insertInto('members').values({ tenant_id: tenant, user_id: user, role, created_at: createdAt }).execute()
}
