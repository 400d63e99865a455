// A look at the database at a DATABASE_URL that makes nothing and changes nothing: is it there, whose schema, how is it kept.
import { readAddress } from './address.ts'
import { lookAtPostgres } from './postgres/look-at-postgres.ts'
import type { PostgresLook } from './postgres/look-at-postgres.ts'
import { lookAtSqlite } from './sqlite/look-at-sqlite.ts'
import type { SqliteLook } from './sqlite/look-at-sqlite.ts'

export type DatabaseLook = SqliteLook | PostgresLook

/** @param now RFC 3339, UTC */
export function lookAt(databaseUrl: string, now: string): Promise<DatabaseLook> {
  const address = readAddress(databaseUrl)
  return address.engine === 'sqlite' ? lookAtSqlite(address.file, now) : lookAtPostgres(address.url, now)
}
