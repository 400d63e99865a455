import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeSeat, endSeat } from './change-seat.ts'
import type { UseCase } from './context.ts'
import { letIn } from './let-in.ts'
import { guestsOf } from './list-seats.ts'
import { openEngagement } from './open-engagement.ts'
import { actingAs, colleague, guest, knownPerson } from './testing/people-of.ts'
import { recorded } from './testing/recorded.ts'
import { onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { createEngagement } from './create-engagement.ts'

const later = '2026-08-01T00:00:00Z'

describe.each(onEachEngine)('seats on $engine', ({ open }) => {
  let world: TwoMsps
  let editor: UseCase
  beforeAll(async () => {
    world = await open()
    editor = await colleague(world, world.ours, 'editor')
  })
  afterAll(() => world.close())

  const keyOf = ({ actor }: UseCase) => ({ engagement: world.ours.engagement, user: actor.user })
  const again = ({ actor }: UseCase) => actingAs(world, actor.user, world.ours.owner.actor.tenant)

  test('whoever has one is listed with their name, until when, and whether it holds', async () => {
    const assessor = await guest(world, world.ours, { role: 'assessor', endsAt: '2026-05-01T00:00:00.000Z' })
    const { items } = await guestsOf(editor, world.ours.engagement, { limit: 200 })
    expect(items.find(({ user }) => user === assessor.actor.user)).toMatchObject({
      role: 'assessor',
      endsAt: '2026-05-01T00:00:00.000Z',
      holds: true,
      name: 'Robin Reyes',
    })
  })

  test('one that is ended holds no more, and stays in the list', async () => {
    const reviewer = await guest(world, world.ours, { role: 'reviewer' })
    await endSeat(editor, keyOf(reviewer))
    await expect(again(reviewer)).rejects.toMatchObject({ code: 'not-found' })
    const { items } = await guestsOf(editor, world.ours.engagement, { limit: 200 })
    expect(items.find(({ user }) => user === reviewer.actor.user)).toMatchObject({ role: 'reviewer', holds: false })
    expect((await recorded(editor)).at(-1)).toMatchObject({
      kind: 'seat.ended',
      subject: reviewer.actor.user,
      engagement: world.ours.engagement,
    })
    await expect(endSeat(editor, keyOf(reviewer))).rejects.toMatchObject({ code: 'conflict' })
  })

  test('other terms replace all of those before', async () => {
    const reviewer = await guest(world, world.ours, { role: 'reviewer', endsAt: '2026-05-01T00:00:00.000Z' })
    const seat = await changeSeat(editor, keyOf(reviewer), { role: 'signatory' })
    expect(seat).not.toHaveProperty('endsAt')
    expect((await again(reviewer)).actor.seats).toMatchObject([{ role: 'signatory' }])
    expect((await recorded(editor)).at(-1)).toMatchObject({
      kind: 'seat.changed',
      says: { before: { role: 'reviewer', endsAt: '2026-05-01T00:00:00.000Z' }, after: { role: 'signatory' } },
    })
  })

  test('somebody who was here before is let in again, and reaches that engagement only', async () => {
    const reviewer = await guest(world, world.ours, { role: 'reviewer' })
    await endSeat(editor, keyOf(reviewer))
    const { held } = await openEngagement(editor, world.ours.engagement)
    const matrix = { ...held.matrix, activities: [] }
    const { id } = await createEngagement(editor, { client: world.ours.client, document: { kind: 'matrix', matrix } })
    await letIn(editor, { engagement: id, user: reviewer.actor.user }, { role: 'assessor', endsAt: later })
    expect((await recorded(editor)).at(-1)).toMatchObject({
      kind: 'seat.given',
      says: { role: 'assessor', endsAt: '2026-08-01T00:00:00.000Z' },
    })
    const now = await again(reviewer)
    expect((await openEngagement(now, id)).engagement.id).toBe(id)
    await expect(openEngagement(now, world.ours.engagement)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      letIn(editor, { engagement: id, user: reviewer.actor.user }, { role: 'reviewer' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  test.each([
    ['an assessor without an end', { role: 'assessor' }],
    ['an end that has passed', { role: 'reviewer', endsAt: '2026-01-01T00:00:00Z' }],
  ] as const)('%s is refused', async (_, terms) => {
    const reviewer = await guest(world, world.ours, { role: 'reviewer' })
    await expect(changeSeat(editor, keyOf(reviewer), terms)).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ at: 'endsAt' }],
    })
  })

  test('a stranger, known to another MSP or to nobody, is not found', async () => {
    const theirs = await guest(world, world.theirs, { role: 'signatory' })
    for (const user of [theirs.actor.user, await knownPerson(world)])
      await expect(
        letIn(editor, { engagement: world.ours.engagement, user }, { role: 'reviewer' }),
      ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a viewer, a signatory and another MSP may not', async () => {
    const viewer = await colleague(world, world.ours, 'viewer')
    const signatory = await guest(world, world.ours, { role: 'signatory' })
    const reviewer = await guest(world, world.ours, { role: 'reviewer' })
    for (const ctx of [viewer, signatory]) {
      await expect(endSeat(ctx, keyOf(reviewer))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(changeSeat(ctx, keyOf(signatory), { role: 'signatory' })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(letIn(ctx, keyOf(reviewer), { role: 'reviewer' })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(endSeat(world.theirs.owner, keyOf(reviewer))).rejects.toMatchObject({
      code: 'not-found',
      message: 'there is no such engagement',
    })
    const assessor = await guest(world, world.ours, { role: 'assessor', endsAt: '2026-05-01T00:00:00.000Z' })
    await expect(guestsOf(assessor, world.ours.engagement, { limit: 5 })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
