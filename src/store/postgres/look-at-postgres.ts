// A PostgreSQL database as it stands: who comes to it, whether the walls between tenants hold, and how it keeps what it acknowledges.
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { heldIn } from '../held.ts'
import type { Held } from '../held.ts'
import type { Tables } from '../tables.ts'
import { begunAs } from './begun-as.ts'
import { oldest, parserFor } from './open-postgres.ts'

export interface PostgresLook {
  readonly engine: 'postgres'
  readonly version: string
  readonly tooOld: boolean
  /** its clock less ours; milliseconds, as exactly as the way there lets one know */
  readonly ahead: number
  /** it says that something is kept before it is on the disk */
  readonly hasty: boolean
  /** whoever DATABASE_URL names; past all walls: a superuser, or one whom row-level security does not hold */
  readonly user: { readonly name: string; readonly pastWalls: boolean }
  /** of the two roles that transactions take: those that pass the walls, or that somebody could sign in as */
  readonly looseRoles: readonly string[]
  /** tables of tenants that row-level security does not hold, or not their owner too */
  readonly unguarded: readonly string[]
  /** missing where there are no records of Demarc */
  readonly held?: Held
}

export async function lookAtPostgres(url: string, now: string): Promise<PostgresLook> {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 5000,
    types: { getTypeParser: parserFor },
  })
  pool.on('error', () => undefined)
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    const asked = Date.now()
    const { number, clock, at, ...server } = await row<Server>(database, serverQuery)
    const look = {
      ...server,
      engine: 'postgres' as const,
      tooOld: number < oldest * 10_000,
      ahead: Math.round(clock - (asked + Date.now()) / 2),
      user: at,
      ...(await row<Walls>(database, wallsQuery)),
    }
    if (!(await row<{ readonly there: boolean }>(database, thereQuery)).there) return look
    const held = await begunAs(database, { kind: 'read' }, (trx) =>
      heldIn({ sql: trx, engine: 'postgres' }, 'postgres', now),
    )
    return { ...look, held }
  } finally {
    await database.destroy()
  }
}

async function row<T>(database: Kysely<Tables>, query: string): Promise<T> {
  return (await sql.raw<T>(query).execute(database)).rows[0]!
}

interface Server extends Pick<PostgresLook, 'version' | 'hasty'> {
  readonly number: number
  readonly clock: number
  readonly at: PostgresLook['user']
}

const serverQuery = `
  select current_setting('server_version') as version, current_setting('server_version_num')::integer as number,
    (extract(epoch from clock_timestamp()) * 1000)::float8 as clock,
    current_setting('fsync') = 'off' or current_setting('synchronous_commit') = 'off' as hasty,
    (select json_build_object('name', rolname, 'pastWalls', rolsuper or rolbypassrls) from pg_roles where rolname = current_user) as at`

type Walls = Pick<PostgresLook, 'looseRoles' | 'unguarded'>

const wallsQuery = `
  select
    array(select rolname::text from pg_roles where rolname in ('demarc_tenant', 'demarc_system')
      and (rolsuper or rolbypassrls or rolcanlogin) order by 1) as "looseRoles",
    array(select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_tenant')) order by 1) as "unguarded"`

const thereQuery = `select to_regclass(format('%I.schema_versions', current_schema())) is not null as there`
