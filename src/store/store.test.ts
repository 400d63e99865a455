// What every engine promises: all or nothing, one tenant at a time, and no database of a newer program.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordId } from '../core/record-id.ts'
import type { ClientId, TenantId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findClient, insertClient } from './clients.ts'
import type { Client } from './clients.ts'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { insertTenant } from './tenants.ts'
import { engines } from './testing/fresh-database.ts'
import type { FreshDatabase } from './testing/fresh-database.ts'

const created = '2026-03-14T09:00:00.000Z'
const tenantNumbered = (n: number) => recordId('tenant', n, new Uint8Array(16)) as TenantId
const clientNumbered = (n: number) => recordId('client', n, new Uint8Array(16)) as ClientId
const [ours, theirs] = [tenantNumbered(1), tenantNumbered(2)]
const dental = (id = clientNumbered(1)): Client => ({ id, name: 'Elm Street Dental', version: 1, createdAt: created })

describe.each(engines)('the store on $engine', ({ fresh }) => {
  let database: FreshDatabase
  let store: Store
  beforeAll(async () => {
    database = await fresh()
    store = await openStore(database.url)
    for (const id of [ours, theirs])
      await store.write(id, (scope) => insertTenant(scope, { id, name: id, createdAt: created }))
    await store.write(ours, (scope) => insertClient(scope, dental()))
  })
  afterAll(async () => {
    await store.close()
    await database.remove()
  })

  test('what was written is read again', async () => {
    expect(await store.read(ours, (scope) => findClient(scope, clientNumbered(1)))).toEqual(dental())
  })

  test('another tenant does not find it', async () => {
    expect(await store.read(theirs, (scope) => findClient(scope, clientNumbered(1)))).toBeUndefined()
  })

  test('the same id may stand in two tenants', async () => {
    const name = 'Somebody else'
    await store.write(theirs, (scope) => insertClient(scope, { ...dental(clientNumbered(2)), name }))
    await store.write(ours, (scope) => insertClient(scope, dental(clientNumbered(2))))
    expect((await store.read(theirs, (scope) => findClient(scope, clientNumbered(2))))?.name).toBe(name)
  })

  test('work that fails leaves nothing behind', async () => {
    const failing = store.write(ours, async (scope) => {
      await insertClient(scope, dental(clientNumbered(3)))
      throw new Refusal('conflict', 'changed meanwhile')
    })
    await expect(failing).rejects.toThrow('changed meanwhile')
    expect(await store.read(ours, (scope) => findClient(scope, clientNumbered(3)))).toBeUndefined()
    await store.write(ours, (scope) => insertClient(scope, dental(clientNumbered(3))))
  })

  test('nothing is written while reading', async () => {
    await expect(store.read(ours, (scope) => insertClient(scope, dental(clientNumbered(4))))).rejects.toThrow(
      /read.?only/i,
    )
    expect(await store.read(ours, (scope) => findClient(scope, clientNumbered(4)))).toBeUndefined()
  })

  test('a second process shares it', async () => {
    const second = await openStore(database.url)
    await second.write(ours, (scope) => insertClient(scope, dental(clientNumbered(5))))
    await second.close()
    expect(await store.read(ours, (scope) => findClient(scope, clientNumbered(5)))).toBeDefined()
  })

  test('writers at once wait for each other, and all are kept', async () => {
    const second = await openStore(database.url)
    const ids = Array.from({ length: 40 }, (_, n) => clientNumbered(100 + n))
    await Promise.all(
      ids.map((id, n) => (n % 2 === 0 ? store : second).write(ours, (scope) => insertClient(scope, dental(id)))),
    )
    await second.close()
    const found = await Promise.all(ids.map((id) => store.read(ours, (scope) => findClient(scope, id))))
    expect(found.filter((client) => client === undefined)).toEqual([])
  })

  test('two programs that start at once migrate it once', async () => {
    const empty = await fresh()
    const both = await Promise.all([openStore(empty.url), openStore(empty.url)])
    await Promise.all(both.map((one) => one.close()))
    await empty.remove()
  })

  test('a newer program’s database is refused', async () => {
    const newer = await fresh()
    const opened = await openStore(newer.url)
    await opened.close()
    await newer.run("insert into schema_versions (number, name, sha256) values (9999, 'later', 'x')")
    await expect(openStore(newer.url)).rejects.toThrow(/newer Demarc/)
    await newer.remove()
  })

  test('a schema that another build made is refused', async () => {
    const foreign = await fresh()
    const opened = await openStore(foreign.url)
    await opened.close()
    await foreign.run("update schema_versions set sha256 = 'x' where number = 1")
    await expect(openStore(foreign.url)).rejects.toThrow(/another build/)
    await foreign.remove()
  })
})
