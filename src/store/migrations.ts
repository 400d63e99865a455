// Brings a database up to this program's schema, one numbered file after another; refuses one that a newer program made.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { Refusal } from '../core/refusal.ts'
import type { Tables } from './tables.ts'

type Engine = 'sqlite' | 'postgres'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

const folder = join(import.meta.dirname, 'migrations')

/** `0002-offerings.sql` for both engines, `0002-offerings.postgres.sql` after it on one of them. */
function migrationsFor(engine: Engine, files: readonly string[] = readdirSync(folder)): readonly Migration[] {
  const shared = files.filter((file) => /^\d{4}-[a-z-]+\.sql$/.test(file)).toSorted()
  return shared.map((file, index) => {
    const name = file.slice(0, -'.sql'.length)
    const number = Number(name.slice(0, 4))
    if (number !== index + 1) throw new Error(`migration ${index + 1} is missing`)
    const own = `${name}.${engine}.sql`
    const text = [file, ...(files.includes(own) ? [own] : [])]
      .map((one) => readFileSync(join(folder, one), 'utf8'))
      .join('\n')
    return { number, name, sql: text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** The number of the newest schema that this program knows. */
export function newestSchema(engine: Engine): number {
  newest[engine] ??= migrationsFor(engine).length
  return newest[engine]
}

const newest: { [engine in Engine]?: number } = {}

export async function bringUpToDate(database: Kysely<Tables>, engine: Engine): Promise<void> {
  const migrations = migrationsFor(engine)
  await database.transaction().execute(async (trx) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${lock})`.execute(trx)
    await sql`create table if not exists schema_versions (number integer primary key, name text not null, sha256 text not null)`.execute(
      trx,
    )
    const applied = await trx.selectFrom('schema_versions').selectAll().orderBy('number').execute()
    refuseForeign(applied, migrations)
    for (const migration of migrations.slice(applied.length)) {
      for (const statement of statementsIn(migration.sql)) await sql.raw(statement).execute(trx)
      const { number, name, sha256 } = migration
      await trx.insertInto('schema_versions').values({ number, name, sha256 }).execute()
    }
  })
}

/** "dema" in ASCII: two servers that start together migrate one after the other. */
const lock = 0x64_65_6d_61

function refuseForeign(
  applied: readonly { readonly number: number; readonly name: string; readonly sha256: string }[],
  migrations: readonly Migration[],
): void {
  for (const { number, name, sha256 } of applied) {
    const ours = migrations[number - 1]
    if (ours === undefined)
      throw new Refusal(
        'invalid',
        `this database was made by a newer Demarc (its schema is ${applied.length}, this program knows ${migrations.length}); start that version or a later one`,
      )
    if (ours.sha256 !== sha256)
      throw new Refusal(
        'invalid',
        `schema ${name} of this database is not the one of this program; it is from another build`,
      )
  }
}

/** A statement ends with a semicolon at the end of a line; bodies between `$$` are whole. */
function statementsIn(text: string): readonly string[] {
  const statements: string[] = []
  let current: string[] = []
  let quoted = false
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('--')) continue
    current.push(line)
    if (line.split('$$').length % 2 === 0) quoted = !quoted
    if (!quoted && line.trimEnd().endsWith(';')) {
      statements.push(current.join('\n'))
      current = []
    }
  }
  if (current.length > 0) throw new Error(`a migration ends without a semicolon: ${current[0]}`)
  return statements
}
