// Whose rows a statement may touch: one transaction and one tenant, asked for by every function of the store.
import type { Kysely } from 'kysely'
import type { TenantId } from '../core/record-id.ts'
import type { Tables } from './tables.ts'

export type EngineName = 'sqlite' | 'postgres'

export interface Scope {
  readonly sql: Kysely<Tables>
  readonly engine: EngineName
  readonly tenant: TenantId
}

/** For what belongs to no tenant or to all: sign-in, what is waiting to be sent, upkeep. On PostgreSQL, a role of its own. */
export interface SystemScope {
  readonly sql: Kysely<Tables>
  readonly engine: EngineName
}
