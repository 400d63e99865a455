// People for tests of use cases: known to all, of an MSP, or let into its engagement.
import type { GuestRole, MemberRole } from '../../core/access/actor.ts'
import type { TenantId, UserId } from '../../core/record-id.ts'
import { insertMember } from '../../store/members.ts'
import { putSeat } from '../../store/seats.ts'
import type { UseCase } from '../context.ts'
import { actorOf } from '../who-acts.ts'
import type { Msp, TwoMsps } from './two-msps.ts'

const since = '2026-03-01T09:00:00.000Z'

/** Past all walls: signing in writes people otherwise. */
export async function knownPerson(
  { services, database }: TwoMsps,
  { email, verified = true }: { readonly email?: string; readonly verified?: boolean } = {},
): Promise<UserId> {
  const id = services.newId('user') as UserId
  await database.run(
    `insert into users (user_id, email, email_verified, name, created_at, updated_at)
     values ('${id}', '${email ?? `${id}@people.example`}', ${verified}, 'Robin Reyes', '${since}', '${since}')`,
  )
  return id
}

export async function colleague(world: TwoMsps, { owner }: Msp, role: MemberRole): Promise<UseCase> {
  const user = await knownPerson(world)
  const { tenant } = owner.actor
  await world.services.store.write(tenant, (scope) => insertMember(scope, { user, role, createdAt: since }))
  return actingAs(world, user, tenant)
}

export async function guest(
  world: TwoMsps,
  { owner, engagement }: Msp,
  { role, endsAt }: { readonly role: GuestRole; readonly endsAt?: string },
): Promise<UseCase> {
  const user = await knownPerson(world)
  const { tenant, user: by } = owner.actor
  const seat = { engagement, user, role, createdAt: since, createdBy: by, ...(endsAt !== undefined && { endsAt }) }
  await world.services.store.write(tenant, (scope) => putSeat(scope, seat))
  return actingAs(world, user, tenant)
}

export async function actingAs({ services }: TwoMsps, user: UserId, tenant: TenantId): Promise<UseCase> {
  return { ...services, actor: await actorOf(services, { user, by: 'session' }, tenant) }
}
