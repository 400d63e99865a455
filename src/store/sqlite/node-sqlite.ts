// Node's own SQLite, as Kysely's dialect wants a database: statements are prepared once and kept.
import { DatabaseSync } from 'node:sqlite'
import type { StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

type Value = null | number | bigint | string | Uint8Array

const kept = 200

export interface OpenFile extends SqliteDatabase {
  readonly exec: (sql: string) => void
  readonly inTransaction: () => boolean
  /** a number that changes whenever another connection has committed */
  readonly changesElsewhere: () => number
}

export function openFile(file: string, mode: 'write' | 'read'): OpenFile {
  const database = new DatabaseSync(file, {
    enableForeignKeyConstraints: true,
    readOnly: mode === 'read',
    timeout: 0,
    defensive: true,
  })
  database.exec(settings[mode])
  const statements = new Map<string, SqliteStatement>()
  const dataVersion = database.prepare('pragma data_version')

  const prepare = (sql: string): SqliteStatement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = statementOf(database.prepare(sql))
    if (statements.size >= kept) statements.delete(statements.keys().next().value!)
    statements.set(sql, made)
    return made
  }
  return {
    prepare,
    exec: (sql) => {
      database.exec(sql)
    },
    inTransaction: () => database.isTransaction,
    changesElsewhere: () => dataVersion.get()!['data_version'] as number,
    close: () => {
      statements.clear()
      database.close()
    },
  }
}

/** FULL: what was acknowledged is on the disk. A checkpoint every 1,000 pages keeps the WAL small. */
const settings = {
  write:
    'pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 1000; pragma cache_size = -65536',
  read: 'pragma query_only = on; pragma cache_size = -65536',
}

function statementOf(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Value[])),
    run: (parameters) => statement.run(...(parameters as Value[])),
    iterate: (parameters) => statement.iterate(...(parameters as Value[])),
  }
}
