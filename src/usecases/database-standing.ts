// Can this server do its work: its database answers, and holds this program's schema?
import { schemaStanding } from '../store/health.ts'
import type { SchemaStanding } from '../store/health.ts'
import type { Services } from './context.ts'

export function databaseStanding({ store }: Pick<Services, 'store'>): Promise<SchemaStanding> {
  return store.readSystem((scope) => schemaStanding(scope, store.engine))
}
