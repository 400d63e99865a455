// A database that takes no changes (a full disk, a standby): reading goes on, changes are answered 503, and the server stays in service.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine } from '../usecases/testing/two-msps.ts'
import type { TwoMsps } from '../usecases/testing/two-msps.ts'
import { appOf } from './app.ts'
import { askedAs, named, proven } from './testing/asked-as.ts'

describe.each(onEachEngine)('a database on $engine that takes no changes', ({ engine, open }) => {
  let world: TwoMsps
  let app: FastifyInstance
  beforeAll(async () => {
    world = await open()
    app = appOf({
      services: { ...world.services, store: engine === 'sqlite' ? full() : world.services.store },
      authenticate: named,
      proven,
    })
    if (engine === 'sqlite') return
    // for whoever connects from now on
    await world.database.run(
      "do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$",
    )
    await world.database.run(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  /** As SQLite says it. */
  function full(): TwoMsps['services']['store'] {
    const write = () => Promise.reject(Object.assign(new Error('database or disk is full'), { errcode: 13 }))
    return { ...world.services.store, write, writeSystem: write }
  }

  test('is read, and not changed; the server is ready', async () => {
    const { actor } = world.ours.owner
    const url = `/api/tenants/${actor.tenant}/clients`
    const headers = askedAs(actor)
    // each connection that was cut fails one request at most, and the pool has ten
    for (let cut = 0; cut < 10; cut += 1) await app.inject({ url, headers })
    expect((await app.inject({ url, headers })).statusCode).toBe(200)
    const change = await app.inject({ method: 'POST', url, headers, payload: { name: 'No room' } })
    expect([change.statusCode, change.headers['retry-after']]).toEqual([503, '5'])
    expect(change.body).not.toMatch(/full|read-only|25006/)
    expect((await app.inject('/readyz')).statusCode).toBe(200)
    expect((await app.inject({ url, headers })).body).not.toContain('No room')
  })
})
