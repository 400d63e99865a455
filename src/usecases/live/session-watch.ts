// Whether the sessions of those who follow are still there: asked for all at once, and never twice at the same time.
import { sessionsAmong } from '../../store/sessions.ts'
import type { Store } from '../../store/store.ts'
import type { Follower } from './follow-feed.ts'

type Watched = Pick<Follower, 'session' | 'doubt'>

/** Each call is answered by a look that began after it: those whose session is gone are then in doubt. */
export function sessionWatch(store: Pick<Store, 'readSystem'>, followers: ReadonlySet<Watched>): () => Promise<void> {
  let looking: Promise<void> | undefined
  let next: Promise<void> | undefined

  async function look(): Promise<void> {
    const ids = [...new Set([...followers].flatMap(({ session }) => session() ?? []))]
    if (ids.length === 0) return
    const there = await store.readSystem((scope) => sessionsAmong(scope, ids))
    for (const { session, doubt } of followers) {
      const id = session()
      if (id !== undefined && !there.has(id)) doubt()
    }
  }
  function begin(): Promise<void> {
    looking = look().finally(() => {
      looking = undefined
    })
    return looking
  }
  return () => {
    if (looking === undefined) return begin()
    next ??= looking
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}
