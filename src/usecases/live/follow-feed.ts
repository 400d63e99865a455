// Somebody follows a tenant's feed: first what was missed, from the log, then what comes; each event once and in order.
import type { TenantId } from '../../core/record-id.ts'
import { eventsAfter, logSize } from '../../store/events.ts'
import type { RecordedEvent } from '../../store/events.ts'
import type { Store } from '../../store/store.ts'
import type { TenantFeed } from './tenant-feed.ts'

export interface Follower {
  readonly tenant: TenantId
  readonly user: string
  /** the last event that it has; none: from now on */
  readonly after?: number | undefined
  /** the session that they follow by; none: another way */
  readonly session: () => string | undefined
  /** whether they still may is to be asked */
  readonly doubt: () => void
  readonly tell: (event: RecordedEvent) => void
  /** when more of what was missed may be told */
  readonly ready: () => Promise<void>
  /** it has events that this log does not: what it knows is of another database */
  readonly reset: () => void
  /** nothing more comes */
  readonly over: () => void
}

const atOnce = 200

interface Ground {
  readonly store: Store
  /** Done when those whose session ended are in doubt. */
  readonly checked: () => Promise<void>
}

/** Ends by what it returns. */
export async function followFeed(
  { store, checked }: Ground,
  feed: TenantFeed,
  follower: Follower,
): Promise<() => void> {
  const { tenant, after, tell, ready, reset, over } = follower
  const last = (await store.read(tenant, logSize)) - 1
  let seen = after === undefined || after > last ? last : after
  const following = { ended: false }
  if (after !== undefined && after > last) reset()

  const show = (events: readonly RecordedEvent[]) => {
    for (const event of events) {
      if (following.ended || event.seq <= seen) continue
      seen = event.seq
      tell(event)
    }
  }
  /** The feed goes on from its head: who has seen that far misses nothing of it. */
  async function catchUp(): Promise<void> {
    while (!following.ended && seen < feed.head()) {
      const missed = await store.read(tenant, (scope) => eventsAfter(scope, seen, atOnce))
      await checked()
      show(missed)
      await ready()
    }
    if (following.ended) return
    feed.add(show)
    feed.wake()
  }
  void catchUp().catch(over)
  return () => {
    following.ended = true
    feed.remove(show)
  }
}
