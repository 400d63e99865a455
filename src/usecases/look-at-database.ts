// For commands beside the server: what stands at a DATABASE_URL, found out without making or changing anything.
import { resolve } from 'node:path'
import { Refusal } from '../core/refusal.ts'
import { lookAt } from '../store/look-at.ts'
import type { DatabaseLook } from '../store/look-at.ts'
import { databaseAddress } from './database-address.ts'
import { refusalFor } from './database-refusal.ts'

export type { DatabaseLook } from '../store/look-at.ts'

/** Throws a refusal where it cannot be looked at. */
export async function lookAtDatabase(databaseUrl: string, now: number): Promise<DatabaseLook> {
  try {
    return await lookAt(databaseUrl, new Date(now).toISOString())
  } catch (error) {
    throw refusalFor(error)
  }
}

/** Throws a refusal unless this program's records are there: only the server makes a database, or brings one up to date. */
export async function requireDatabase(databaseUrl: string, now: number): Promise<void> {
  const { held } = await lookAtDatabase(databaseUrl, now)
  if (held === undefined)
    throw new Refusal(
      'not-found',
      `there is no database of Demarc ${placeOf(databaseUrl)}; look at DATABASE_URL, or start the server, which makes it`,
    )
  const { database, program } = held.schema
  if (database < program)
    throw new Refusal(
      'conflict',
      `the database ${placeOf(databaseUrl)} is older than this program; start the server, which brings it up to date`,
    )
}

/** Without user, password and host. */
export function placeOf(databaseUrl: string): string {
  const address = databaseAddress(databaseUrl)
  return address.engine === 'sqlite' ? `at ${resolve(address.file)}` : 'in the PostgreSQL database of DATABASE_URL'
}
