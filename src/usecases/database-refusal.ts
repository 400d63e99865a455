// What a database says of why it cannot be used, in words that say what to do.
import { Refusal } from '../core/refusal.ts'

/** An error that is nobody's but ours stays one. */
export function refusalFor(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error
  const { errcode, code } = error as { readonly errcode?: unknown; readonly code?: unknown }
  const words =
    typeof errcode === 'number' ? ofSqlite[errcode % 256] : typeof code === 'string' ? ofPostgres(code) : undefined
  return words === undefined ? error : new Refusal('invalid', `the database cannot be used: ${words}`)
}

/** By result code (sqlite.org/rescode.html). */
const ofSqlite: Readonly<Record<number, string>> = {
  5: 'another process holds it and does not let go; stop that process, then start again',
  8: 'the file or its folder may not be written to; give this user the right to write there',
  10: 'the disk reports an error; look at the system’s log before anything else is written',
  11: 'the file is damaged; put a backup back (keep the damaged file beside it)',
  13: 'the disk is full; make room, then start again',
  14: 'the file cannot be opened; look whether its folder is there and may be written to',
  26: 'the file is no SQLite database; look at DATABASE_URL',
}

function ofPostgres(code: string): string | undefined {
  if (/^(?:ECONN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)/.test(code))
    return 'PostgreSQL does not answer there; is it running, and are host and port in DATABASE_URL right?'
  if (/^(?:ENOTFOUND|EAI_)/.test(code)) return 'there is no such host; look at DATABASE_URL'
  if (code.startsWith('28')) return 'PostgreSQL does not take this user or password; look at DATABASE_URL'
  if (code === '3D000') return 'PostgreSQL has no database of this name; make it, or look at DATABASE_URL'
  if (code === '42501')
    return 'this user may not create tables or roles there; docs/running.md says which rights it needs'
  if (code.startsWith('53')) return 'PostgreSQL is out of connections, memory or disk; make room, then start again'
  if (code.startsWith('57')) return 'PostgreSQL is starting or stopping; try again'
  return undefined
}
