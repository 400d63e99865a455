// Who somebody is, kept for a second: what this process changes holds at once, and what another changed within the second.
import { describe, expect, onTestFinished, test } from 'vitest'
import { deleteMember, saveMember } from '../store/members.ts'
import { onEachEngine, servicesOn } from './testing/two-msps.ts'
import { actorOf } from './who-acts.ts'

describe.each(onEachEngine)('somebody’s part in a tenant on $engine', ({ open }) => {
  async function asked() {
    const world = await open()
    let time = Date.parse('2026-03-14T10:00:00Z')
    const here = { ...world.services, now: () => time }
    const other = { ...(await servicesOn(world.database)), now: () => time }
    onTestFinished(async () => {
      await other.store.close()
      await world.close()
    })
    const { tenant, user } = world.ours.owner.actor
    const who = (services = here) => actorOf(services, { user, by: 'session' }, tenant)
    return { here, other, tenant, user, who, pass: (milliseconds: number) => (time += milliseconds) }
  }

  test('changed in this process: at once, in the same moment', async () => {
    const { here, tenant, user, who } = await asked()
    expect(await who()).toMatchObject({ member: 'owner' })
    await here.store.write(tenant, (scope) => saveMember(scope, { user, role: 'viewer', createdAt: '' }))
    expect(await who()).toMatchObject({ member: 'viewer' })
    await here.store.write(tenant, (scope) => deleteMember(scope, user))
    await expect(who()).rejects.toThrow('there is no such tenant')
  })

  test('changed in another process: a second later at most', async () => {
    const { other, tenant, user, who, pass } = await asked()
    expect(await who()).toMatchObject({ member: 'owner' })
    await other.store.write(tenant, (scope) => deleteMember(scope, user))
    pass(1000)
    await expect(who()).rejects.toThrow('there is no such tenant')
  })
})
