// Where a person has a part: the tenants whose own they are, and the engagements that they were let into.
import type { EngagementId, TenantId } from '../../core/record-id.ts'
import { factorsOf } from '../../store/factors.ts'
import type { Factors } from '../../store/factors.ts'
import { listParts } from '../../store/users.ts'
import { timeOf } from '../time-of.ts'
import type { SignIn } from './sign-in.ts'
import type { SignedIn } from './who.ts'

export interface TenantPart {
  readonly id: TenantId
  readonly name: string
  readonly role?: string
  readonly seats: readonly { readonly engagement: EngagementId; readonly role: string; readonly endsAt?: string }[]
}

export function partsOf(
  signIn: SignIn,
  { user }: SignedIn,
): Promise<{ readonly tenants: readonly TenantPart[]; readonly factors: Factors }> {
  return signIn.store.readSystem(async (scope) => {
    const parts = await listParts(scope, user.id, timeOf(signIn))
    const tenants = [...Map.groupBy(parts, ({ tenant }) => tenant)].map(([id, group]) => {
      const own = group.find(({ engagement }) => engagement === undefined)
      const seats = group.flatMap(({ engagement, role, endsAt }) =>
        engagement === undefined ? [] : [{ engagement, role, ...(endsAt !== undefined && { endsAt }) }],
      )
      return { id, name: group[0]!.tenantName, ...(own !== undefined && { role: own.role }), seats }
    })
    return { tenants, factors: await factorsOf(scope, user.id) }
  })
}
