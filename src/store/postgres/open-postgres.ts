// The records in a PostgreSQL database: each transaction runs as a role that row-level security holds to one tenant.
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import { Refusal } from '../../core/refusal.ts'
import { changeWatch } from '../change-watch.ts'
import { bringUpToDate } from '../migrations.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { announcements } from './announcements.ts'
import { begunAs } from './begun-as.ts'
import { postgresGlance } from './postgres-glance.ts'
import { turnsOf } from './turns.ts'

const bigints = 20
export const oldest = 15

/** How long a request waits for a connection before it is told to come back; milliseconds. */
const patience = 5000

const connections = 10
/**
 * Of these, one tenant's changes hold so many: they wait for each other at the end of the tenant's log anyway, and who waits there holds
 * a connection that reads, and other tenants, would then lack.
 */
const writing = 3
/** How long a change waits for its turn; milliseconds. */
const turn = 20_000

export async function openPostgres(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    types: { getTypeParser: parserFor },
  })
  pool.on('error', () => undefined) // an idle connection was cut: the next query opens another
  // one in use was cut: its query fails, and the process lives on
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await refuseOld(database)
    await bringUpToDate(database, 'postgres')
  } catch (error) {
    await database.destroy()
    throw error
  }
  const watch = changeWatch()
  const inTurn = turnsOf(writing, turn)
  const others = announcements(url, pool, watch.tell)
  return {
    engine: 'postgres',
    onChange: (heard) => {
      others.hear()
      return watch.add(heard)
    },
    onSystemChange: watch.addSystem,
    changes: watch.told,
    look: () => {
      others.hear()
      watch.tell()
    },
    lookEvery: 5000,
    read: (tenant, work) =>
      begunAs(database, { kind: 'read', tenant }, (trx) => work({ sql: trx, engine: 'postgres', tenant })),
    write: async (tenant, work) => {
      const result = await inTurn(tenant, () =>
        begunAs(database, { kind: 'write', tenant }, (trx) => work({ sql: trx, engine: 'postgres', tenant })),
      )
      watch.tell(tenant)
      others.announce(tenant)
      return result
    },
    glance: postgresGlance(pool),
    readSystem: (work) => begunAs(database, { kind: 'read' }, (trx) => work({ sql: trx, engine: 'postgres' })),
    writeSystem: async (work) => {
      const result = await begunAs(database, { kind: 'write' }, (trx) => work({ sql: trx, engine: 'postgres' }))
      watch.tellSystem()
      return result
    },
    close: async () => {
      await others.close()
      await database.destroy()
    },
  }
}

/** Counts and sizes are far below 2^53. */
export const parserFor: typeof types.getTypeParser = (oid: number, format?: unknown) =>
  oid === bigints ? Number : (types.getTypeParser(oid, format as 'text') as (value: string) => unknown)

async function refuseOld(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{
    server_version_num: string
    server_version: string
  }>`select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`.execute(
    database,
  )
  const { server_version_num: number, server_version: version } = rows[0]!
  if (Number(number) < oldest * 10_000)
    throw new Refusal('invalid', `this is PostgreSQL ${version}; Demarc needs ${oldest} or newer`)
}
