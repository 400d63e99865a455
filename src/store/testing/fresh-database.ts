// An empty database for a test, on each engine: a file of its own, or a database of its own on the server that the run started.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'

type Row = Readonly<Record<string, unknown>>

export interface FreshDatabase {
  /** as DATABASE_URL says it */
  readonly url: string
  /** past all walls, as its administrator would */
  readonly run: (statements: string) => Promise<void>
  /** likewise */
  readonly rows: (query: string) => Promise<readonly Row[]>
  readonly remove: () => Promise<void>
}

export interface EngineUnderTest {
  readonly engine: 'sqlite' | 'postgres'
  readonly fresh: () => Promise<FreshDatabase>
}

/** Set by `npm test`; without it (no PostgreSQL for this machine) the tests run on SQLite alone, and the run says so. */
const server = process.env['DEMARC_TEST_POSTGRES']

export const engines: readonly EngineUnderTest[] = [
  { engine: 'sqlite', fresh: freshFile },
  ...(server === undefined ? [] : [{ engine: 'postgres' as const, fresh: () => freshOn(server) }]),
]

async function freshFile(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-store-'))
  const file = join(folder, 'demarc.db')
  return {
    url: `sqlite:${file}`,
    run: async (statements) => {
      const database = new DatabaseSync(file)
      database.exec(statements)
      database.close()
    },
    rows: async (query) => {
      const database = new DatabaseSync(file, { readOnly: true })
      const rows = database.prepare(query).all()
      database.close()
      return rows
    },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

let made = 0

async function freshOn(url: string): Promise<FreshDatabase> {
  made += 1
  const name = `test_${process.pid}_${made}`
  await administer(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  let client: Client | undefined
  const query = async (statements: string) => {
    if (client === undefined) {
      client = new Client({ connectionString: own.href })
      await client.connect()
    }
    return (await client.query<Row>(statements)).rows
  }
  return {
    url: own.href,
    run: async (statements) => void (await query(statements)),
    rows: query,
    remove: async () => {
      await client?.end()
      await administer(url, `drop database ${name} with (force)`)
    },
  }
}

async function administer(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}
