// Opens the database at a DATABASE_URL, whichever engine it names.
import { readAddress } from './address.ts'
import { openPostgres } from './postgres/open-postgres.ts'
import { openSqlite } from './sqlite/open-sqlite.ts'
import type { Store } from './store.ts'

/**
 * Opens, creates or migrates the database at a DATABASE_URL. Throws a refusal where it cannot be used: not an address,
 * made by a newer Demarc, somebody else's tables.
 */
export function openStore(databaseUrl: string): Promise<Store> {
  const address = readAddress(databaseUrl)
  return address.engine === 'sqlite' ? openSqlite(address.file) : openPostgres(address.url)
}
