// Who wants to know that something was committed, in this process or in another.
import type { TenantId } from '../core/record-id.ts'

/** Without a tenant: any may have changed. */
export type Heard = (tenant?: TenantId) => void

export interface ChangeWatch {
  readonly add: (heard: Heard) => () => void
  readonly tell: Heard
}

export function changeWatch(): ChangeWatch {
  const all = new Set<Heard>()
  return {
    add: (heard) => {
      all.add(heard)
      return () => all.delete(heard)
    },
    tell: (tenant) => {
      for (const heard of all) heard(tenant)
    },
  }
}
