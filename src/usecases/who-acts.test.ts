import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tenantsOf } from './my-tenants.ts'
import { colleague, guest, knownPerson } from './testing/people-of.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { actorOf } from './who-acts.ts'

describe.each(onEachEngine)('who somebody is in a tenant on $engine', ({ open }) => {
  let world: TwoMsps
  beforeAll(async () => {
    world = await open()
  })
  afterAll(() => world.close())

  const nobodyHere = { code: 'not-found', message: 'there is no such tenant' }
  const ended = { role: 'assessor', endsAt: '2026-03-14T09:00:00.000Z' } as const

  test('a member by their role', async () => {
    const { actor } = await colleague(world, world.ours, 'editor')
    expect(actor).toMatchObject({ member: 'editor', seats: [] })
  })

  test('somebody let in by their seats', async () => {
    const { actor } = await guest(world, world.ours, { role: 'assessor', endsAt: '2026-05-01T00:00:00.000Z' })
    expect(actor.member).toBeUndefined()
    expect(actor.seats).toEqual([{ engagement: world.ours.engagement, role: 'assessor' }])
  })

  test('a seat that ended does not count', async () => {
    await expect(guest(world, world.ours, ended)).rejects.toMatchObject(nobodyHere)
  })

  test('a stranger, somebody of another MSP and a tenant that does not exist are one answer', async () => {
    const { tenant } = world.ours.owner.actor
    const caller = { user: await knownPerson(world), by: 'session' }
    await expect(actorOf(world.services, caller, tenant)).rejects.toMatchObject(nobodyHere)
    await expect(actorOf(world.services, world.theirs.owner.actor, tenant)).rejects.toMatchObject(nobodyHere)
    await expect(actorOf(world.services, caller, `ten_${'0'.repeat(26)}`)).rejects.toMatchObject(nobodyHere)
    await expect(actorOf(world.services, caller, 'x’ or 1=1')).rejects.toMatchObject(nobodyHere)
  })

  test('a token counts in its own tenant only, whatever its person is elsewhere', async () => {
    const { user, tenant } = world.ours.owner.actor
    const caller = { user, by: 'token', scopes: ['read'], tenant: world.theirs.owner.actor.tenant } as const
    await expect(actorOf(world.services, caller, tenant)).rejects.toMatchObject(nobodyHere)
    expect(await actorOf(world.services, { ...caller, tenant }, tenant)).toMatchObject({ scopes: ['read'] })
  })

  test('a person is told where they belong, and nothing else', async () => {
    const signatory = await guest(world, world.ours, { role: 'signatory' })
    const { user } = signatory.actor
    expect(await tenantsOf(world.services, { user, by: 'session' })).toEqual([
      {
        tenant: world.ours.owner.actor.tenant,
        msp: 'North Shore IT',
        seats: [{ engagement: world.ours.engagement, role: 'signatory' }],
      },
    ])
    expect(await tenantsOf(world.services, { user: await knownPerson(world), by: 'session' })).toEqual([])
    const owner = { user: world.theirs.owner.actor.user, by: 'session' }
    expect(await tenantsOf(world.services, owner)).toMatchObject([{ msp: 'South Bay Technology', member: 'owner' }])
  })
})
