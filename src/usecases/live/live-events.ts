// Live events of this process: a feed for each tenant that somebody follows, woken by commits here and in other processes.
import type { TenantId } from '../../core/record-id.ts'
import { TooMany } from '../../core/refusal.ts'
import type { Store } from '../../store/store.ts'
import { followFeed } from './follow-feed.ts'
import type { Follower } from './follow-feed.ts'
import { sessionWatch } from './session-watch.ts'
import { tenantFeed } from './tenant-feed.ts'
import type { TenantFeed } from './tenant-feed.ts'

export interface LiveEvents {
  /** Ends by what it returns. Throws a refusal where somebody follows too much. */
  readonly follow: (follower: Follower) => Promise<() => void>
  readonly following: () => number
  /** Tells all who follow that it is over. */
  readonly close: () => void
}

export interface Timers {
  /** ends by what it returns */
  readonly every: (milliseconds: number, then: () => void) => () => void
}

export const systemTimers: Timers = {
  every: (milliseconds, then) => {
    const handle = setInterval(then, milliseconds)
    handle.unref()
    return () => clearInterval(handle)
  },
}

export function liveEvents(store: Store, timers: Timers = systemTimers): LiveEvents {
  const feeds = new Map<TenantId, Promise<TenantFeed>>()
  const followers = new Set<Follower>()
  let stopListening: (() => void) | undefined

  const checked = sessionWatch(store, followers)
  const wake = (tenant?: TenantId) => {
    if (tenant === undefined) check()
    for (const feed of tenant === undefined ? feeds.values() : [feeds.get(tenant)])
      void feed?.then(
        (one) => one.wake(),
        () => undefined,
      )
  }
  const check = () => void checked().catch(() => undefined) // the next look asks again
  /** Listening begins first: a commit while the feed begins wakes it. */
  const enter = (follower: Follower): Promise<TenantFeed> => {
    refuseMore(followers, follower)
    followers.add(follower)
    stopListening ??= listen(store, timers, { wake, check })
    const feed = feeds.get(follower.tenant) ?? tenantFeed(store, follower.tenant, checked)
    feeds.set(follower.tenant, feed)
    return feed
  }
  const leave = (follower: Follower) => {
    followers.delete(follower)
    if (![...followers].some(({ tenant }) => tenant === follower.tenant)) feeds.delete(follower.tenant)
    if (followers.size > 0) return
    stopListening?.()
    stopListening = undefined
  }

  return {
    follow: async (follower) => {
      const entered = enter(follower)
      try {
        const stop = await followFeed({ store, checked }, await entered, follower)
        return () => {
          stop()
          leave(follower)
        }
      } catch (error) {
        leave(follower)
        throw error
      }
    },
    following: () => followers.size,
    close: () => {
      for (const { over } of followers) over()
    },
  }
}

interface Told {
  readonly wake: (tenant?: TenantId) => void
  readonly check: () => void
}

function listen(store: Store, timers: Timers, { wake, check }: Told): () => void {
  const deaf = store.onChange(wake)
  const deafToSystem = store.onSystemChange(check)
  const stopLooking = timers.every(store.lookEvery, store.look)
  return () => {
    deaf()
    deafToSystem()
    stopLooking()
  }
}

/** A person has that many windows open at most. */
const mostEach = 20
/** Seconds until another try is worth while: one whose reader vanished is noticed by then. */
const soon = 5

function refuseMore(followers: ReadonlySet<Follower>, { tenant, user }: Follower): void {
  const theirs = [...followers].filter((one) => one.tenant === tenant && one.user === user)
  if (theirs.length >= mostEach)
    throw new TooMany(soon, `you follow ${mostEach} streams of events already; end one before you begin another`)
}
