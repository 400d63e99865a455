// The database, opened: whatever happens in it happens in a transaction that knows its tenant.
import type { TenantId } from '../core/record-id.ts'
import type { Heard } from './change-watch.ts'
import type { GlanceAt } from './glance.ts'
import type { Scope, SystemScope } from './scope.ts'

export interface Store {
  readonly engine: 'sqlite' | 'postgres'
  /** One moment of one tenant's rows, in which nothing can be written. */
  readonly read: <T>(tenant: TenantId, work: (scope: Scope) => Promise<T>) => Promise<T>
  /** All of it or nothing; acknowledged when it is on the disk. */
  readonly write: <T>(tenant: TenantId, work: (scope: Scope) => Promise<T>) => Promise<T>
  readonly glance: GlanceAt
  readonly readSystem: <T>(work: (scope: SystemScope) => Promise<T>) => Promise<T>
  readonly writeSystem: <T>(work: (scope: SystemScope) => Promise<T>) => Promise<T>
  /** Told after each commit of a tenant's rows here, and of others' as far as they are heard; ends by what it returns. */
  readonly onChange: (heard: Heard) => () => void
  /** Told after each commit here of what belongs to no tenant: sessions among it. */
  readonly onSystemChange: (heard: () => void) => () => void
  /** A number that is another after each commit here that may concern this tenant, or what belongs to none; and after others' as far as they are heard. */
  readonly changes: (tenant?: TenantId) => number
  /** Looks whether another process committed something, and tells those who want to know. */
  readonly look: () => void
  /** how often that is worth while; milliseconds */
  readonly lookEvery: number
  readonly close: () => Promise<void>
}
