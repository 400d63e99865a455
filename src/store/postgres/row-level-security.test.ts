// The second wall, by PostgreSQL's own catalogue: every table that holds a tenant's rows keeps to it, whoever asks.
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import type { Store } from '../store.ts'
import { engines } from '../testing/fresh-database.ts'
import type { FreshDatabase } from '../testing/fresh-database.ts'

describe.each(engines.filter(({ engine }) => engine === 'postgres'))('row-level security', ({ fresh }) => {
  let database: FreshDatabase
  let store: Store
  let client: Client
  beforeAll(async () => {
    database = await fresh()
    store = await openStore(database.url)
    client = new Client({ connectionString: database.url })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await store.close()
    await database.remove()
  })

  const rowsOf = async (query: string) => (await client.query(query)).rows as readonly Record<string, unknown>[]
  const names = async (query: string) => (await rowsOf(query)).map(({ name }) => name)

  const holding = () =>
    names(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1",
    )
  const guarded = () =>
    names(
      `select relname as name from pg_class join pg_policies on tablename = relname and schemaname = 'public'
       where relrowsecurity and relforcerowsecurity and policyname = 'own_tenant' order by 1`,
    )

  test('every table of a tenant has it, forced on its owner too, with a policy', async () => {
    expect((await holding()).length).toBeGreaterThan(8)
    expect(await guarded()).toEqual(await holding())
  })

  test.each([
    ['a table that nobody guarded', 'create table stray (tenant_id text primary key)'],
    ['a table whose guard was taken off', 'alter table seats disable row level security'],
    ['a table whose owner may pass', 'alter table tokens no force row level security'],
    ['a table without its policy', 'drop policy own_tenant on invitations'],
  ])('%s is found', async (_, fault) => {
    await client.query(`begin; ${fault}`)
    expect(await guarded()).not.toEqual(await holding())
    await client.query('rollback')
  })

  test('every key and every reference of such a table starts with the tenant', async () => {
    const straying = await names(
      `select c.conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
       where c.contype in ('p', 'u', 'f') and t.relnamespace = 'public'::regnamespace
         and exists (select from pg_attribute own where own.attrelid = t.oid and own.attname = 'tenant_id')
         and a.attname <> 'tenant_id'`,
    )
    expect(straying).toEqual([])
  })

  test('texts are in one order whatever the database’s language', async () => {
    const straying = await names(
      `select attname as name from pg_attribute a join pg_class t on t.oid = a.attrelid join pg_collation c on c.oid = a.attcollation
       where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attnum > 0 and c.collname <> 'C' and t.relname <> 'schema_versions'`,
    )
    expect(straying).toEqual([])
  })

  test('no view looks past it', async () => {
    const straying = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
         and not coalesce(reloptions::text like '%security_invoker=true%', false)`,
    )
    expect(straying).toEqual([])
  })

  test('neither role may log in, own a table or pass it by', async () => {
    const roles = await rowsOf(
      "select rolname, rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname in ('demarc_tenant', 'demarc_system') order by 1",
    )
    expect(roles).toEqual(
      ['demarc_system', 'demarc_tenant'].map((rolname) => ({
        rolname,
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
      })),
    )
    expect(
      await names(
        "select tablename as name from pg_tables where schemaname = 'public' and tableowner like 'demarc\\_%'",
      ),
    ).toEqual([])
  })

  test.each(['events', 'revisions', 'past_activities'])(
    'what %s holds is never changed nor taken out',
    async (table) => {
      const rights = await rowsOf(
        `select privilege_type from information_schema.role_table_grants where table_name = '${table}' and grantee = 'demarc_tenant' order by 1`,
      )
      expect(rights.map(({ privilege_type: right }) => right)).toEqual(['INSERT', 'SELECT'])
    },
  )

  test('without a tenant nothing is seen and nothing goes in', async () => {
    await client.query('begin')
    await client.query("select set_config('role', 'demarc_tenant', true)")
    expect(await rowsOf('select * from tenants')).toEqual([])
    await expect(
      client.query("insert into tenants (tenant_id, name, settings, created_at) values ('ten_x', 'x', '{}', 'x')"),
    ).rejects.toThrow(/row-level security/)
    await client.query('rollback')
  })
})
