// What a database of Demarc holds, told without changing it: whose schema, and the work that waits in it.
import { schemaStanding } from './health.ts'
import type { SchemaStanding } from './health.ts'
import type { EngineName, SystemScope } from './scope.ts'
import { waitingWork } from './waiting-work.ts'
import type { WaitingWork } from './waiting-work.ts'

export interface Held {
  readonly schema: SchemaStanding
  /** missing where the schema is not this program's: its tables may be others */
  readonly work?: WaitingWork
}

export async function heldIn(scope: SystemScope, engine: EngineName, now: string): Promise<Held> {
  const schema = await schemaStanding(scope, engine)
  return { schema, ...(schema.database === schema.program && { work: await waitingWork(scope, now) }) }
}
