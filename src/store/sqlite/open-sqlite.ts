// The records in one SQLite file: one connection writes, another reads what was committed.
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { Refusal } from '../../core/refusal.ts'
import { changeWatch } from '../change-watch.ts'
import { bringUpToDate } from '../migrations.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'
import { openFile } from './node-sqlite.ts'
import type { OpenFile } from './node-sqlite.ts'
import { sqliteGlance } from './sqlite-glance.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

export async function openSqlite(file: string): Promise<Store> {
  const writing = opened(file)
  const writer = new Kysely<Tables>({ dialect: sqliteDialect(writing, 'begin immediate') })
  try {
    await bringUpToDate(writer, 'sqlite')
  } catch (error) {
    writing.close()
    throw error
  }
  const reader = new Kysely<Tables>({ dialect: sqliteDialect(openFile(file, 'read'), 'begin') })
  const watch = changeWatch()
  let seen = writing.changesElsewhere()
  const glancing = openFile(file, 'read')
  return {
    engine: 'sqlite',
    onChange: watch.add,
    onSystemChange: watch.addSystem,
    changes: watch.told,
    look: () => {
      const now = writing.changesElsewhere()
      if (now !== seen) watch.tell()
      seen = now
    },
    lookEvery: 250,
    read: (tenant, work) => reader.transaction().execute((sql) => work({ sql, engine: 'sqlite', tenant })),
    write: async (tenant, work) => {
      const result = await writer.transaction().execute((sql) => work({ sql, engine: 'sqlite', tenant }))
      watch.tell(tenant)
      return result
    },
    glance: sqliteGlance(glancing),
    readSystem: (work) => reader.transaction().execute((sql) => work({ sql, engine: 'sqlite' })),
    writeSystem: async (work) => {
      const result = await writer.transaction().execute((sql) => work({ sql, engine: 'sqlite' }))
      watch.tellSystem()
      return result
    },
    close: async () => {
      glancing.close()
      await reader.destroy()
      await writer.destroy()
    },
  }
}

/** SQLite would make it for everybody to read; its log files are made like it. A file that is there is not opened: closing it would end SQLite's locks on it. */
function keepToOwner(file: string): void {
  if (existsSync(file)) return
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    // another process that starts with us was first
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function opened(file: string): OpenFile {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    keepToOwner(file)
    return openFile(file, 'write')
  } catch (error) {
    throw new Refusal('invalid', `the database ${file} cannot be opened: ${(error as Error).message}`)
  }
}
