// What use cases work with, opened for a running server: the database at an address, the system's clock, and the library.
import { randomBytes } from 'node:crypto'
import { recordId } from '../core/record-id.ts'
import type { RecordKind } from '../core/record-id.ts'
import { loadReaderContext } from '../library/knowledge.ts'
import { loadTemplate } from '../library/template.ts'
import { openStore } from '../store/open-store.ts'
import { openClaimsDesk } from './claims-desk/claims-desk.ts'
import type { Services } from './context.ts'
import { refusalFor } from './database-refusal.ts'

/** Throws a refusal that says what is wrong with the database, where somebody can do something about it. */
export async function openServices(
  databaseUrl: string,
  now: () => number = Date.now,
): Promise<Omit<Services, 'origin' | 'sealing'>> {
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
