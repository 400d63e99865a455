// Where somebody belongs: the MSPs that they work for, and the engagements of others that they were let into.
import type { MemberRole, Seat } from '../core/access/actor.ts'
import type { TenantId } from '../core/record-id.ts'
import { membershipsOf } from '../store/members.ts'
import { allSeatsOf } from '../store/seats.ts'
import { findTenants } from '../store/tenants.ts'
import type { Services } from './context.ts'
import { seatShown } from './list-seats.ts'
import { timeOf } from './time-of.ts'
import type { Caller } from './who-acts.ts'

export interface MyTenant {
  readonly tenant: TenantId
  readonly msp: string
  readonly member?: MemberRole
  readonly seats: readonly (Seat & { readonly endsAt?: string })[]
}

export function tenantsOf(services: Services, { user }: Caller): Promise<readonly MyTenant[]> {
  const now = timeOf(services)
  return services.store.readSystem(async (scope) => {
    const members = new Map((await membershipsOf(scope, user)).map(({ tenant, role }) => [tenant, role]))
    const held = (await allSeatsOf(scope, user)).filter((seat) => seatShown(seat, now).holds)
    const tenants = await findTenants(scope, [...new Set([...members.keys(), ...held.map(({ tenant }) => tenant)])])
    return tenants.map(({ id, name }) => {
      const member = members.get(id)
      const seats = held
        .filter(({ tenant }) => tenant === id)
        .map(({ engagement, role, endsAt }) => ({ engagement, role, ...(endsAt !== undefined && { endsAt }) }))
      return { tenant: id, msp: name, ...(member !== undefined && { member }), seats }
    })
  })
}
