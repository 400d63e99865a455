// What each request asks of who sent it, kept for at most a second: a change made in this process ends it at once, and one that another
// process made does as soon as it is heard of, or after the second. Only what was found is kept; what was not is looked for again.
import type { TenantId } from '../core/record-id.ts'
import type { Services } from './context.ts'

/** How long somebody may still come in by another process after they were turned out by one; milliseconds. */
const longest = 1000
/** Of one kind; the one asked for first makes room. */
const most = 10_000

interface Kept<T> {
  readonly found: Promise<T | undefined>
  readonly since: number
  readonly changes: number
}

export interface Asked<T> {
  readonly key: string
  /** none: it belongs to no tenant */
  readonly tenant?: TenantId
  readonly look: () => Promise<T | undefined>
}

type Whose = Pick<Services, 'store' | 'now'>

/** One for each kind of thing that is looked for; what is kept belongs to the object that asks, one for each server. */
export function keptBriefly<T>(): (whose: Whose, asked: Asked<T>) => Promise<T | undefined> {
  const kept = new WeakMap<Whose, Map<string, Kept<T>>>()
  return (whose, { key, tenant, look }) => {
    const { store, now } = whose
    const all = kept.get(whose) ?? new Map<string, Kept<T>>()
    if (all.size === 0) kept.set(whose, all)
    const at = now()
    const changes = store.changes(tenant)
    const known = all.get(key)
    if (known !== undefined && known.changes === changes && at >= known.since && at - known.since < longest)
      return known.found
    const found = look()
    all.delete(key)
    if (all.size >= most) all.delete(all.keys().next().value!)
    all.set(key, { found, since: at, changes })
    const forget = () => {
      if (all.get(key)?.found === found) all.delete(key)
    }
    void forgetNothing(found, forget)
    return found
  }
}

/** What was not found is looked for again, and so is what could not be looked for. */
async function forgetNothing(found: Promise<unknown>, forget: () => void): Promise<void> {
  try {
    if ((await found) === undefined) forget()
  } catch {
    forget()
  }
}
