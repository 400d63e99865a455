// Who wants to know that something was committed, in this process or in another.
import type { TenantId } from '../core/record-id.ts'

/** Without a tenant: any may have changed. */
export type Heard = (tenant?: TenantId) => void

export interface ChangeWatch {
  readonly add: (heard: Heard) => () => void
  readonly tell: Heard
  readonly addSystem: (heard: () => void) => () => void
  /** Likewise of rows that belong to no tenant. */
  readonly tellSystem: () => void
  /** how many changes were told of, of all or of this tenant */
  readonly told: (tenant?: TenantId) => number
}

export function changeWatch(): ChangeWatch {
  const all = new Set<Heard>()
  const ofSystem = new Set<() => void>()
  const counts = new Map<TenantId, number>()
  let whole = 0
  return {
    add: (heard) => {
      all.add(heard)
      return () => all.delete(heard)
    },
    tell: (tenant) => {
      if (tenant === undefined) whole += 1
      else counts.set(tenant, (counts.get(tenant) ?? 0) + 1)
      for (const heard of all) heard(tenant)
    },
    addSystem: (heard) => {
      ofSystem.add(heard)
      return () => ofSystem.delete(heard)
    },
    tellSystem: () => {
      whole += 1
      for (const heard of ofSystem) heard()
    },
    told: (tenant) => whole + (tenant === undefined ? 0 : (counts.get(tenant) ?? 0)),
  }
}
