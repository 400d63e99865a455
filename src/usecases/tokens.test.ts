import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeMember } from './change-member.ts'
import type { Services, UseCase } from './context.ts'
import { myTokens, tokensOf } from './list-tokens.ts'
import { makeToken } from './make-token.ts'
import { membersOf } from './list-members.ts'
import { colleague, guest } from './testing/people-of.ts'
import { recorded } from './testing/recorded.ts'
import { as, onEachEngine } from './testing/two-msps.ts'
import type { TwoMsps } from './testing/two-msps.ts'
import { userOfToken } from './user-of-token.ts'
import { actorOf } from './who-acts.ts'
import { withdrawMyToken, withdrawToken } from './withdraw-token.ts'

const later = '2026-08-01T00:00:00Z'
const page = { limit: 50 }
const refused = { code: 'unauthenticated', message: 'this token is not accepted; make a new one' }

describe.each(onEachEngine)('tokens on $engine', ({ open }) => {
  let world: TwoMsps
  let editor: UseCase
  beforeAll(async () => {
    world = await open()
    editor = await colleague(world, world.ours, 'editor')
  })
  afterAll(() => world.close())

  const made = (ctx = editor, scopes: readonly ('read' | 'write' | 'manage')[] = ['write']) =>
    makeToken(ctx, { name: 'Nightly export', scopes: [...scopes], endsAt: later })
  const at = (time: string): Services => ({ ...world.services, now: () => Date.parse(time) })

  test('one is told once; what is kept and recorded does not hold it', async () => {
    const { secret, token } = await made()
    expect(secret).toMatch(/^demarc_[\w-]{43}$/)
    expect((await recorded(editor)).at(-1)).toMatchObject({
      kind: 'token.made',
      subject: token.id,
      says: { scopes: ['write'] },
    })
    const rows = await world.database.rows('select * from tokens')
    expect(JSON.stringify([rows, await recorded(editor), await myTokens(editor, page)])).not.toContain(
      secret.slice('demarc_'.length),
    )
    expect((await made()).secret).not.toBe(secret)
  })

  test('it says who comes, with what scopes, in which tenant', async () => {
    const { secret, token } = await made()
    const { user, tenant } = editor.actor
    const caller = await userOfToken(world.services, secret)
    expect(caller).toEqual({ user, tenant, scopes: ['write'], by: `token ${token.id}` })
    expect(await actorOf(world.services, caller, tenant)).toMatchObject({ member: 'editor', scopes: ['write'] })
  })

  test('it is never more than its person is at this moment', async () => {
    const owner = await colleague(world, world.ours, 'owner')
    const { secret } = await made(owner, ['manage'])
    const byToken = async () => ({
      ...world.services,
      actor: await actorOf(world.services, await userOfToken(world.services, secret), owner.actor.tenant),
    })
    await changeMember(await byToken(), editor.actor.user, 'viewer')
    await changeMember(world.ours.owner, owner.actor.user, 'viewer')
    await expect(changeMember(await byToken(), editor.actor.user, 'editor')).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await membersOf(await byToken(), page)).items.length).toBeGreaterThan(1)
    await changeMember(world.ours.owner, editor.actor.user, 'editor')
  })

  test('unknown, withdrawn, expired and garbage are one answer', async () => {
    const withdrawn = await made()
    await withdrawMyToken(editor, withdrawn.token.id)
    expect((await recorded(editor)).at(-1)).toMatchObject({ kind: 'token.withdrawn', subject: withdrawn.token.id })
    await expect(userOfToken(world.services, withdrawn.secret)).rejects.toMatchObject(refused)
    const { secret } = await made()
    await expect(userOfToken(at(later), secret)).rejects.toMatchObject(refused)
    for (const one of [`${secret}x`, secret.toUpperCase(), '', 'demarc_', `demarc_${'A'.repeat(43)}`, '’; --'])
      await expect(userOfToken(world.services, one)).rejects.toMatchObject(refused)
  })

  test('when it was last used is told to the minute, and written no oftener', async () => {
    const { secret, token } = await made()
    const usedAt = async () => (await myTokens(editor, page)).items.find(({ id }) => id === token.id)?.lastUsedAt
    expect(await usedAt()).toBeUndefined()
    for (const [time, expected] of [
      ['2026-04-01T09:00:00.000Z', '2026-04-01T09:00:00.000Z'],
      ['2026-04-01T09:00:59.999Z', '2026-04-01T09:00:00.000Z'],
      ['2026-04-01T09:01:00.000Z', '2026-04-01T09:01:00.000Z'],
    ] as const) {
      await userOfToken(at(time), secret)
      expect(await usedAt()).toBe(expected)
    }
  })

  test.each([
    ['over a year away', '2027-04-01T00:00:00Z'],
    ['past', '2026-03-01T00:00:00Z'],
  ])('an end that is %s is refused', async (_, endsAt) => {
    await expect(makeToken(editor, { name: 'CI', scopes: ['read'], endsAt })).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ at: 'endsAt' }],
    })
  })

  test('a token makes no tokens, and somebody let in has none', async () => {
    await expect(made(as(editor, { scopes: ['manage'] }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(made(await guest(world, world.ours, { role: 'signatory' }))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('an owner sees and withdraws those of others; others only their own', async () => {
    const { owner } = world.ours
    const viewer = await colleague(world, world.ours, 'viewer')
    const { token, secret } = await made(viewer)
    const key = { user: viewer.actor.user, id: token.id }
    expect((await tokensOf(owner, viewer.actor.user, page)).items.map(({ id }) => id)).toEqual([token.id])
    await expect(withdrawMyToken(editor, token.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawToken(editor, key)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(tokensOf(editor, viewer.actor.user, page)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(withdrawToken(world.theirs.owner, key)).rejects.toMatchObject({ code: 'not-found' })
    await expect(tokensOf(world.theirs.owner, viewer.actor.user, page)).rejects.toMatchObject({ code: 'not-found' })
    await withdrawToken(owner, key)
    await expect(userOfToken(world.services, secret)).rejects.toMatchObject(refused)
    await expect(withdrawToken(owner, key)).rejects.toMatchObject({ code: 'conflict' })
  })
})
