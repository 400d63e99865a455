// What the sign-in library relies on in its database, on each engine.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../testing/two-msps.ts'
import type { TwoMsps } from '../testing/two-msps.ts'
import { authOf } from './better-auth.ts'
import type { Auth } from './better-auth.ts'
import { openSignIn } from './sign-in.ts'
import { tidySignIn } from './tidy.ts'

const settings = { origin: 'https://demarc.example', secret: 'kV3xq8mT1wZr6yBn4cJd9sLf2hPg7uQa' }

describe.each(onEachEngine)('the rows of sign-in on $engine', ({ open }) => {
  let world: TwoMsps
  let auth: Auth
  beforeAll(async () => {
    world = await open()
    auth = authOf(world.services, settings)
  })
  afterAll(() => world.close())

  const newUser = async (email: string) => {
    const { adapter } = await auth.$context
    const data = { email, name: 'Robin Ash', emailVerified: true, createdAt: new Date(), updatedAt: new Date() }
    return adapter.create<Record<string, unknown>, { id: string }>({ model: 'user', data })
  }

  test('what was written is read again, as it was', async () => {
    const { adapter } = await auth.$context
    const { id } = await newUser('robin@x.example')
    expect(id).toMatch(/^usr_/)
    const read = await adapter.findOne({ model: 'user', where: [{ field: 'email', value: 'robin@x.example' }] })
    expect(read).toMatchObject({
      id,
      emailVerified: true,
      twoFactorEnabled: false,
      createdAt: expect.any(Date) as Date,
    })
  })

  test('conditions, order and limits hold', async () => {
    const { adapter } = await auth.$context
    for (const n of [1, 2, 3, 4]) await newUser(`u${n}@order.example`)
    const found = (where: Parameters<typeof adapter.findMany>[0]['where']) =>
      adapter.findMany<{ email: string }>({
        model: 'user',
        where,
        sortBy: { field: 'createdAt', direction: 'desc' },
        limit: 10,
      })
    const emails = async (where: Parameters<typeof found>[0]) => (await found(where)).map(({ email }) => email)
    const either = ['u1@order.example', 'u3@order.example']
    expect((await emails([{ field: 'email', operator: 'in', value: either }])).toSorted()).toEqual(either)
    const joined = either.map((value) => ({ field: 'email', value, connector: 'OR' as const }))
    expect((await emails(joined)).toSorted()).toEqual(either)
    expect(await emails([...joined, { field: 'email', operator: 'ne', value: either[0]!, connector: 'AND' }])).toEqual([
      either[1],
    ])
    expect(
      await emails([
        { field: 'image', value: null },
        { field: 'email', value: either[0]! },
      ]),
    ).toEqual([either[0]])
    expect(await adapter.count({ model: 'user', where: joined })).toBe(2)
    await expect(emails([{ field: 'email', operator: 'contains', value: 'x' }])).rejects.toThrow('contains')
  })

  test('of many who consume the same row at once, one gets it', async () => {
    const { internalAdapter } = await auth.$context
    await internalAdapter.createVerificationValue({
      identifier: 'only-once',
      value: 'x',
      expiresAt: new Date(Date.now() + 60_000),
    })
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => internalAdapter.consumeVerificationValue('only-once')),
    )
    expect(taken.filter((one) => one !== null)).toHaveLength(1)
  })

  test('of many who count at once, none is lost', async () => {
    const { adapter } = await auth.$context
    const { id } = await newUser('count@x.example')
    await adapter.create({ model: 'twoFactor', data: { userId: id, secret: 's', backupCodes: 'b', verified: true } })
    const where = [{ field: 'userId', value: id }]
    await Promise.all(
      Array.from({ length: 20 }, () =>
        adapter.incrementOne({ model: 'twoFactor', where, increment: { failedVerificationCount: 1 } }),
      ),
    )
    expect(await adapter.findOne({ model: 'twoFactor', where })).toMatchObject({ failedVerificationCount: 20 })
    const swapped = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        adapter.incrementOne({
          model: 'twoFactor',
          where: [...where, { field: 'backupCodes', value: 'b' }],
          increment: {},
          set: { backupCodes: `b${n}` },
        }),
      ),
    )
    expect(swapped.filter((one) => one !== null)).toHaveLength(1)
  })

  test('a transaction is all or nothing', async () => {
    const { adapter } = await auth.$context
    const data = {
      email: 'half@x.example',
      name: 'x',
      emailVerified: true,
      createdAt: new Date(),
      updatedAt: new Date(),
    }
    const failing = adapter.transaction(async (trx) => {
      await trx.create({ model: 'user', data })
      expect(await trx.count({ model: 'user', where: [{ field: 'email', value: data.email }] })).toBe(1)
      throw new Error('half way')
    })
    await expect(failing).rejects.toThrow('half way')
    expect(await adapter.count({ model: 'user', where: [{ field: 'email', value: data.email }] })).toBe(0)
  })

  test('writes of sign-in and of use cases go on side by side', async () => {
    const { owner } = world.ours
    const both = Array.from({ length: 20 }, (_, n) => [
      newUser(`side${n}@x.example`),
      world.services.store.write(owner.actor.tenant, async ({ sql }) => {
        await sql
          .updateTable('tenants')
          .set({ settings: `{"n":${n}}` })
          .where('tenant_id', '=', owner.actor.tenant)
          .execute()
      }),
    ])
    await Promise.all(both.flat())
    const { adapter } = await auth.$context
    const where = Array.from({ length: 20 }, (_, n) => ({
      field: 'email',
      value: `side${n}@x.example`,
      connector: 'OR' as const,
    }))
    expect(await adapter.count({ model: 'user', where })).toBe(20)
  })

  test('a tenant’s transaction sees none of it', async () => {
    if (world.services.store.engine === 'sqlite') return // one wall there: the store’s functions
    const { tenant } = world.ours.owner.actor
    const tables = [
      'users',
      'sessions',
      'accounts',
      'verifications',
      'two_factors',
      'passkeys',
      'mailed_links',
      'sign_in_limits',
    ] as const
    for (const table of tables)
      await expect(
        world.services.store.read(tenant, ({ sql }) => sql.selectFrom(table).selectAll().execute()),
      ).rejects.toThrow(/permission denied/)
  })

  test('upkeep takes out what is over, and nothing else', async () => {
    const signIn = openSignIn({ ...world.services, now: () => Date.now() }, settings, () => undefined)
    const { internalAdapter } = await auth.$context
    const value = (identifier: string, minutes: number) =>
      internalAdapter.createVerificationValue({
        identifier,
        value: 'x',
        expiresAt: new Date(Date.now() + minutes * 60_000),
      })
    await value('over', -1)
    await value('holds', 5)
    await tidySignIn(signIn)
    const rows = await world.services.store.readSystem(({ sql }) =>
      sql.selectFrom('verifications').selectAll().execute(),
    )
    expect(rows.map(({ expires_at: end }) => Date.parse(end) > Date.now())).toEqual([true])
  })
})
