// Who somebody is in a tenant: their part in it as it is at this moment, whatever they were when they signed in.
import type { Actor } from '../core/access/actor.ts'
import type { TokenScope } from '../core/access/token-scope.ts'
import { TenantId } from '../core/record-id.ts'
import type { UserId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findMember } from '../store/members.ts'
import type { Member } from '../store/members.ts'
import { seatsOf } from '../store/seats.ts'
import type { SeatRecord } from '../store/seats.ts'
import type { Services } from './context.ts'
import { keptBriefly } from './kept-briefly.ts'
import { timeOf } from './time-of.ts'

/** Somebody who has shown who they are, by a session or by a token. */
export interface Caller {
  readonly user: UserId
  /** how the record names the way: `session`, `token tok_…` */
  readonly by: string
  /** of the token; none where somebody is signed in */
  readonly scopes?: readonly TokenScope[]
  /** the only tenant in which the token counts */
  readonly tenant?: TenantId
}

/** Refuses whoever has no part in the tenant in the words for one that does not exist. */
export async function actorOf(services: Services, caller: Caller, tenantNamed: string): Promise<Actor> {
  const tenant = tenantOf(caller, tenantNamed)
  const { user } = caller
  const look = () => partOf(services, tenant, user)
  const part = await parts(services, { key: `${tenant} ${user}`, tenant, look })
  return actorBy(caller, { tenant, part, now: timeOf(services) })
}

/** The same as it stands in the database at this moment; and when it is to be asked again. */
export async function actorNow(
  services: Pick<Services, 'store' | 'now'>,
  caller: Caller,
  tenantNamed: string,
): Promise<{ readonly actor: Actor; readonly until?: string | undefined }> {
  const tenant = tenantOf(caller, tenantNamed)
  const part = await partOf(services, tenant, caller.user)
  const now = timeOf(services)
  const ends = (part?.seated ?? []).flatMap(({ endsAt }) => (endsAt === undefined || endsAt <= now ? [] : [endsAt]))
  return { actor: actorBy(caller, { tenant, part, now }), until: ends.toSorted()[0] }
}

interface Known {
  readonly tenant: TenantId
  readonly part: Part | undefined
  readonly now: string
}

function actorBy({ user, by, scopes }: Caller, { tenant, part, now }: Known): Actor {
  if (part === undefined) throw noSuchTenant()
  const { member, seated } = part
  const seats = seated
    .filter(({ endsAt }) => endsAt === undefined || endsAt > now)
    .map(({ engagement, role }) => ({ engagement, role }))
  if (member === undefined && seats.length === 0) throw noSuchTenant()
  return {
    tenant,
    user,
    by,
    ...(scopes !== undefined && { scopes }),
    ...(member !== undefined && { member: member.role }),
    seats,
  }
}

interface Part {
  readonly member: Member | undefined
  readonly seated: readonly SeatRecord[]
}

const parts = keptBriefly<Part>()

function tenantOf(caller: Caller, named: string): TenantId {
  const tenant = TenantId.safeParse(named).data
  if (tenant === undefined || (caller.tenant ?? tenant) !== tenant) throw noSuchTenant()
  return tenant
}

function partOf({ store }: Pick<Services, 'store'>, tenant: TenantId, user: UserId): Promise<Part | undefined> {
  return store.read(tenant, async (scope) => {
    const part = { member: await findMember(scope, user), seated: await seatsOf(scope, user) }
    return part.member === undefined && part.seated.length === 0 ? undefined : part
  })
}

function noSuchTenant(): Refusal {
  return new Refusal('not-found', 'there is no such tenant')
}
