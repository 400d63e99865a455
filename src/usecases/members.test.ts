import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { changeMember } from './change-member.ts'
import type { UseCase } from './context.ts'
import { membersOf } from './list-members.ts'
import { makeToken } from './make-token.ts'
import { leaveTenant, removeMember } from './remove-member.ts'
import { overlapping } from './testing/overlapping.ts'
import { colleague, guest } from './testing/people-of.ts'
import { recorded } from './testing/recorded.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { userOfToken } from './user-of-token.ts'
import { actorOf } from './who-acts.ts'

const page = { limit: 50 }

describe.each(onEachEngine)('the MSP’s people on $engine', ({ open }) => {
  let world: TwoMsps
  let owner: UseCase
  const worlds: TwoMsps[] = []
  beforeEach(async () => {
    world = await open()
    worlds.push(world)
    ;({ owner } = world.ours)
  })
  afterAll(async () => {
    for (const one of worlds) await one.close()
  })

  const listed = async () => (await membersOf(owner, page)).items
  const roleOf = async ({ actor }: UseCase) => (await listed()).find(({ user }) => user === actor.user)?.role

  test('are listed with their names, and no others', async () => {
    const editor = await colleague(world, world.ours, 'editor')
    await colleague(world, world.theirs, 'viewer')
    await guest(world, world.ours, { role: 'signatory' })
    expect(await listed()).toEqual([
      expect.objectContaining({ user: owner.actor.user, role: 'owner' }),
      expect.objectContaining({ user: editor.actor.user, role: 'editor', name: 'Robin Reyes' }),
    ])
  })

  test('come page by page', async () => {
    for (const role of ['viewer', 'editor'] as const) await colleague(world, world.ours, role)
    const first = await membersOf(owner, { limit: 2 })
    const second = await membersOf(owner, { limit: 2, cursor: first.next })
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined])
    expect([...first.items, ...second.items]).toEqual(await listed())
  })

  test('get another role, which counts at once', async () => {
    const { actor } = await colleague(world, world.ours, 'viewer')
    await changeMember(owner, actor.user, 'editor')
    expect((await actorOf(world.services, actor, actor.tenant)).member).toBe('editor')
    expect((await recorded(owner)).at(-1)).toMatchObject({
      kind: 'member.changed',
      subject: actor.user,
      says: { before: 'viewer', after: 'editor' },
    })
  })

  test('who is taken out has no part and no token any more, nor when they come back', async () => {
    const editor = await colleague(world, world.ours, 'editor')
    const { secret, token } = await makeToken(editor, { name: 'CI', scopes: ['write'], endsAt: '2026-08-01T00:00:00Z' })
    await removeMember(owner, editor.actor.user)
    await expect(actorOf(world.services, editor.actor, owner.actor.tenant)).rejects.toMatchObject({ code: 'not-found' })
    await expect(userOfToken(world.services, secret)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect((await recorded(owner)).at(-1)).toMatchObject({
      kind: 'member.removed',
      says: { role: 'editor', tokens: [token.id] },
    })
  })

  test('one may leave', async () => {
    const viewer = await colleague(world, world.ours, 'viewer')
    await leaveTenant(viewer)
    expect(await roleOf(viewer)).toBeUndefined()
    expect((await recorded(owner)).at(-1)).toMatchObject({ kind: 'member.left', subject: viewer.actor.user })
  })

  test.each([
    ['be taken out', (user: UseCase) => removeMember(user, user.actor.user)],
    ['become an editor', (user: UseCase) => changeMember(user, user.actor.user, 'editor')],
    ['leave', (user: UseCase) => leaveTenant(user)],
  ])('the last owner cannot %s', async (_, act) => {
    await expect(act(owner)).rejects.toMatchObject({ code: 'conflict', message: /last owner/ })
    expect(await roleOf(owner)).toBe('owner')
  })

  test.each([
    ['take each other out', (by: UseCase, user: UseCase) => removeMember(by, user.actor.user)],
    ['demote each other', (by: UseCase, user: UseCase) => changeMember(by, user.actor.user, 'viewer')],
    ['leave', (by: UseCase) => leaveTenant(by)],
  ])('of two owners who %s at once, one stays', async (_, act) => {
    const second = await colleague(world, world.ours, 'owner')
    const tries = await overlapping(
      world,
      (services) => act({ ...owner, ...services }, second),
      (services) => act({ ...second, ...services }, owner),
    )
    expect(tries).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { name: 'Refusal' } }])
    const owners = await world.database.rows(
      `select user_id from members where role = 'owner' and tenant_id = '${owner.actor.tenant}'`,
    )
    expect(owners).toHaveLength(1)
  })

  test('an owner who was taken out takes nobody out, however fast', async () => {
    const [second, third] = [await colleague(world, world.ours, 'owner'), await colleague(world, world.ours, 'owner')]
    await removeMember(owner, second.actor.user)
    await expect(removeMember(second, third.actor.user)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an editor may not, nor anybody of another MSP', async () => {
    const editor = await colleague(world, world.ours, 'editor')
    const viewer = await colleague(world, world.ours, 'viewer')
    await expect(changeMember(editor, viewer.actor.user, 'owner')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removeMember(editor, viewer.actor.user)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removeMember(world.theirs.owner, viewer.actor.user)).rejects.toMatchObject({
      code: 'not-found',
      message: 'there is no such member',
    })
    const signatory = await guest(world, world.ours, { role: 'signatory' })
    await expect(membersOf(signatory, page)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
