// An SQLite file as it lies there, opened to read; whether it could be written to is tried without writing.
import { existsSync } from 'node:fs'
import { Kysely, sql } from 'kysely'
import { heldIn } from '../held.ts'
import type { Held } from '../held.ts'
import type { Tables } from '../tables.ts'
import { openFile } from './node-sqlite.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

export interface SqliteLook {
  readonly engine: 'sqlite'
  readonly version: string
  /** missing where there is no file */
  readonly file?: SqliteFile
  /** missing where the file holds no records of Demarc */
  readonly held?: Held
}

export interface SqliteFile {
  readonly journal: string
  /** as a connection of this program keeps them; missing where the file is in another journal mode, which opening would change */
  readonly durable?: boolean
  readonly keysEnforced?: boolean
}

export async function lookAtSqlite(file: string, now: string): Promise<SqliteLook> {
  if (!existsSync(file)) return { engine: 'sqlite', version: process.versions['sqlite'] ?? '' }
  const look = await readIn(file, now)
  // at last, so that whoever closes it last is one that may put its log files away
  return look.file.journal === 'wal' ? { ...look, file: { ...look.file, ...written(file) } } : look
}

async function readIn(file: string, now: string): Promise<SqliteLook & Required<Pick<SqliteLook, 'file'>>> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(openFile(file, 'read'), 'begin') })
  try {
    const one = async (query: string) =>
      Object.values((await sql.raw<Readonly<Record<string, unknown>>>(query).execute(database)).rows[0] ?? {})[0]
    const look = {
      engine: 'sqlite' as const,
      version: String(await one('select sqlite_version()')),
      file: { journal: String(await one('pragma journal_mode')) },
    }
    if ((await one("select name from sqlite_schema where name = 'schema_versions'")) === undefined) return look
    return { ...look, held: await heldIn({ sql: database, engine: 'sqlite' }, 'sqlite', now) }
  } finally {
    await database.destroy()
  }
}

const full = 2

/** Throws as SQLite does where the file cannot be written to, or somebody holds it. */
function written(file: string): Pick<SqliteFile, 'durable' | 'keysEnforced'> {
  const writer = openFile(file, 'write')
  try {
    const pragma = (name: string) =>
      Object.values(writer.prepare(`pragma ${name}`).all([])[0] as Readonly<Record<string, unknown>>)[0]
    writer.exec('begin immediate; rollback')
    return { durable: Number(pragma('synchronous')) >= full, keysEnforced: pragma('foreign_keys') === 1 }
  } finally {
    writer.close()
  }
}
