// What use cases work with, opened for a running server: the database at an address, the system's clock, and the library.
import { randomBytes } from 'node:crypto'
import { recordId } from '../core/record-id.ts'
import type { RecordKind } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import { loadTemplate } from '../library/template.ts'
import { openStore } from '../store/open-store.ts'
import { openClaimsDesk } from './claims-desk/claims-desk.ts'
import type { Services } from './context.ts'

/** Throws a refusal that says what is wrong with the database, where somebody can do something about it. */
export async function openServices(
  databaseUrl: string,
  now: () => number = Date.now,
): Promise<Omit<Services, 'origin'>> {
  const store = await openStore(databaseUrl).catch((error: unknown) => {
    throw refusalFor(error)
  })
  const knowledge = loadReaderContext()
  return {
    store,
    now,
    newId: (kind: RecordKind) => recordId(kind, now(), randomBytes(16)),
    knowledge,
    template: loadTemplate(),
    claimsDesk: openClaimsDesk(knowledge),
  }
}

/** An error that is nobody's but ours stays one. */
function refusalFor(error: unknown): unknown {
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
