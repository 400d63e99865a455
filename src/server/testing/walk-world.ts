// The people and places of the walk: every kind of asker there is, and a fresh engagement for each thing that is tried.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { EngagementState, Role } from '../../core/access/policy.ts'
import type { TokenScope } from '../../core/access/token-scope.ts'
import type { Matrix } from '../../core/matrix.ts'
import type { ClientId, EngagementId, UserId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import type { UseCase } from '../../usecases/context.ts'
import { createEngagement } from '../../usecases/create-engagement.ts'
import { makeToken } from '../../usecases/make-token.ts'
import { openEngagement } from '../../usecases/open-engagement.ts'
import type { Msp, TwoMsps } from '../../usecases/testing/two-msps.ts'
import { tokenNow, userOfToken } from '../../usecases/user-of-token.ts'
import { actorNow, actorOf } from '../../usecases/who-acts.ts'
import type { Caller } from '../../usecases/who-acts.ts'
import { withdrawMyToken } from '../../usecases/withdraw-token.ts'
import { appOf } from '../app.ts'
import { proven } from './asked-as.ts'
import type { Route } from '../route.ts'

/** Where a request is tried: an engagement of its own, in a tenant. */
export interface Place {
  readonly world: TwoMsps
  readonly msp: Msp
  readonly owner: UseCase
  readonly client: ClientId
  readonly engagement: EngagementId
  /** of the engagement, with three activities */
  readonly matrix: Matrix
  /** the engagement's, when the request comes; it is a draft until then */
  readonly state: EngagementState
}

export interface Kind {
  readonly name: string
  readonly standing: 'here' | 'elsewhere' | 'ended' | 'stranger' | 'nobody' | 'withdrawn'
  readonly role: Role
  readonly scopes?: readonly TokenScope[]
}

const here = (role: Role): Kind => ({ name: role, standing: 'here', role })
const token = (role: Role, scope: TokenScope): Kind => ({
  name: `${role} by a token to ${scope}`,
  standing: 'here',
  role,
  scopes: [scope],
})

export const kinds: readonly Kind[] = [
  ...(['owner', 'editor', 'viewer', 'signatory', 'reviewer', 'assessor'] as const).map(here),
  { name: 'assessor whose time is over', standing: 'ended', role: 'assessor' },
  { name: 'signatory of another engagement', standing: 'elsewhere', role: 'signatory' },
  { name: 'owner of another MSP', standing: 'stranger', role: 'owner' },
  { name: 'nobody', standing: 'nobody', role: 'owner' },
  token('owner', 'read'),
  token('owner', 'write'),
  token('owner', 'manage'),
  token('viewer', 'manage'),
  { name: 'owner by a withdrawn token', standing: 'withdrawn', role: 'owner', scopes: ['manage'] },
]

export interface Asker {
  readonly headers: Readonly<Record<string, string>>
  /** as who the sample is made; the owner where the asker has no part here */
  readonly ctx: UseCase
}

async function callerNow(services: TwoMsps['services'], { headers }: FastifyRequest): Promise<Caller> {
  if (headers.authorization !== undefined)
    return (await tokenNow(services, headers.authorization.slice('Bearer '.length))).caller
  return { user: headers['x-test-user'] as UserId, by: 'session' }
}

/** Asks who it is as the server does; the header stands for a session. */
export function walkedApp(world: TwoMsps, routes?: readonly Route[]): FastifyInstance {
  const { services } = world
  const signedIn = async ({ headers }: FastifyRequest): Promise<Caller> => {
    const user = headers['x-test-user']
    if (headers.authorization !== undefined) return userOfToken(services, headers.authorization.slice('Bearer '.length))
    if (typeof user !== 'string') throw new Refusal('unauthenticated', 'sign in first')
    return { user: user as UserId, by: 'session' }
  }
  return appOf({
    services,
    signedIn,
    proven,
    authenticate: async (request, tenant) => actorOf(services, await signedIn(request), tenant),
    // a stream looks again on its own, after its answer: it must write nothing, here as where it is served
    standing: async (request, tenant) => actorNow(services, await callerNow(services, request), tenant),
    ...(routes !== undefined && { routes }),
  })
}

export async function freshPlace(world: TwoMsps, msp: Msp, state: EngagementState): Promise<Place> {
  const { owner, client } = msp
  const { held } = await openEngagement(owner, msp.engagement)
  const matrix = { ...held.matrix, activities: held.matrix.activities.slice(0, 3) }
  const { id: engagement } = await createEngagement(owner, { client, document: { kind: 'matrix', matrix } })
  return { world, msp, owner, client, engagement, matrix, state }
}

export async function freshAsker(place: Place, { standing, role, scopes }: Kind): Promise<Asker> {
  const { world, owner, msp } = place
  if (standing === 'nobody') return { headers: {}, ctx: owner }
  if (standing === 'stranger') return { headers: asUser(world.theirs.owner.actor.user), ctx: owner }
  const engagement = standing === 'elsewhere' ? msp.engagement : place.engagement
  const user = await freshPerson(place, { role, engagement, ended: standing === 'ended' })
  if (standing === 'ended') return { headers: asUser(user), ctx: owner }
  const actor = await actorOf(world.services, { user, by: 'session' }, owner.actor.tenant)
  const ctx = { ...world.services, actor }
  if (scopes === undefined) return { headers: asUser(user), ctx }
  const made = await makeToken(ctx, { name: 'Walk', scopes: [...scopes], endsAt: '2026-09-01T00:00:00Z' })
  if (standing === 'withdrawn') await withdrawMyToken(ctx, made.token.id)
  return { headers: { authorization: `Bearer ${made.secret}` }, ctx }
}

interface NewPerson {
  readonly role: Role
  readonly engagement?: EngagementId
  readonly ended?: boolean
}

/** Somebody whom the database knows, with their part in the place. */
export async function freshPerson(place: Place, { role, engagement, ended = false }: NewPerson): Promise<UserId> {
  const { services, database } = place.world
  const { tenant, user: by } = place.owner.actor
  const user = services.newId('user') as UserId
  const at = '2026-03-01T09:00:00.000Z'
  const ends = role === 'assessor' ? `'${ended ? at : '2026-09-01T00:00:00.000Z'}'` : 'null'
  const part = isGuest({ role })
    ? `insert into seats (tenant_id, engagement_id, user_id, role, ends_at, created_at, created_by)
       values ('${tenant}', '${engagement ?? place.engagement}', '${user}', '${role}', ${ends}, '${at}', '${by}')`
    : `insert into members (tenant_id, user_id, role, created_at) values ('${tenant}', '${user}', '${role}', '${at}')`
  await database.run(
    `insert into users (user_id, email, email_verified, name, created_at, updated_at)
     values ('${user}', '${user}@people.example', true, 'Pat Walker', '${at}', '${at}'); ${part};`,
  )
  return user
}

/** Past all walls: what archives an engagement is tried elsewhere. */
export async function comesToState(places: readonly Place[]): Promise<void> {
  for (const { world, engagement, state } of places)
    await world.database.run(`update engagements set state = '${state}' where engagement_id = '${engagement}'`)
}

export function isGuest({ role }: Pick<Kind, 'role'>): boolean {
  return role === 'signatory' || role === 'reviewer' || role === 'assessor'
}

function asUser(user: UserId): Readonly<Record<string, string>> {
  return { 'x-test-user': user }
}
