// The events of one tenant as they are committed, read once for all who follow them in this process.
import type { TenantId } from '../../core/record-id.ts'
import { eventsAfter, logSize } from '../../store/events.ts'
import type { RecordedEvent } from '../../store/events.ts'
import type { Store } from '../../store/store.ts'

export type Follow = (events: readonly RecordedEvent[]) => void

export interface TenantFeed {
  /** the newest event that was told; whoever has it misses nothing from here on */
  readonly head: () => number
  readonly add: (follow: Follow) => void
  readonly remove: (follow: Follow) => void
  /** something may have been committed */
  readonly wake: () => void
}

const atOnce = 500

/** @param checked before anything is told: done when those who follow no longer by right are in doubt */
export async function tenantFeed(store: Store, tenant: TenantId, checked: () => Promise<void>): Promise<TenantFeed> {
  const following = new Set<Follow>()
  let head = (await store.read(tenant, logSize)) - 1
  let woken = false
  let reading = false

  async function read(): Promise<void> {
    while (woken) {
      woken = false
      const events = await store.read(tenant, (scope) => eventsAfter(scope, head, atOnce))
      if (events.length === 0) continue
      await checked()
      head = events.at(-1)!.seq
      for (const follow of following) follow(events)
      woken ||= events.length === atOnce
    }
  }

  return {
    head: () => head,
    add: (follow) => following.add(follow),
    remove: (follow) => following.delete(follow),
    wake: () => {
      woken = true
      if (reading || following.size === 0) return
      reading = true
      void read()
        .catch(() => undefined) // the database is away: the next wake, or look, tries again
        .finally(() => {
          reading = false
        })
    },
  }
}
