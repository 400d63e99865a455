// Kysely's SQLite dialect, with transactions that take the writer's place at once, or wait for it without holding up the process.
import { setTimeout as wait } from 'node:timers/promises'
import { CompiledQuery, SqliteDialect, SqliteDriver } from 'kysely'
import type { DatabaseConnection, Dialect, Driver } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import type { OpenFile } from './node-sqlite.ts'

/** How long another process may hold the writer's place before a write is refused, and how often we look; milliseconds. */
const patience = 10_000
const pause = 5

export function sqliteDialect(file: OpenFile, begin: 'begin' | 'begin immediate'): Dialect {
  const dialect = new SqliteDialect({ database: file })
  return {
    createDriver: () => driverOf(file, CompiledQuery.raw(begin)),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (kysely) => dialect.createIntrospector(kysely),
  }
}

function driverOf(file: OpenFile, begin: CompiledQuery): Driver {
  const driver = new SqliteDriver({ database: file })
  return Object.assign(driver, {
    beginTransaction: (connection: DatabaseConnection) => patiently(() => connection.executeQuery(begin)),
    /** A full disk has ended the transaction already. */
    rollbackTransaction: async (connection: DatabaseConnection) => {
      if (file.inTransaction()) await connection.executeQuery(CompiledQuery.raw('rollback'))
    },
  })
}

async function patiently(begin: () => Promise<unknown>): Promise<void> {
  const since = performance.now()
  for (;;) {
    try {
      await begin()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() - since > patience)
        throw new Refusal('busy', 'another process is writing to this database and does not finish; try again later')
      await wait(pause)
    }
  }
}

/** SQLITE_BUSY and its extended codes. */
function isBusy(error: unknown): boolean {
  const { errcode } = error as { readonly errcode?: unknown }
  return typeof errcode === 'number' && errcode % 256 === 5
}
