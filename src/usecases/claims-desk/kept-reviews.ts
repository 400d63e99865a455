// Reviews that were made, packed, kept while there is room: the next page of one costs what a page costs. What it was made of is its key.
import type { Store } from '../../store/store.ts'
import type { ReviewTold } from './tasks.ts'

/** Bytes of all of them; the newest is kept whatever it takes, or its pages could not be turned. */
const most = 64 * 1024 * 1024

interface Kept {
  readonly review: Promise<ReviewTold>
  bytes: number
}

/** Of one database, for tests open several. */
const ofStores = new WeakMap<Store, Map<string, Kept>>()

/** Who asks for what is just being made waits for it. */
export function keptReview(store: Store, key: string): Promise<ReviewTold> | undefined {
  const all = ofStores.get(store)
  const known = all?.get(key)
  if (all === undefined || known === undefined) return undefined
  all.delete(key)
  all.set(key, known)
  return known.review
}

export function keepReview(store: Store, key: string, review: Promise<ReviewTold>): Promise<ReviewTold> {
  const all = ofStores.get(store) ?? new Map<string, Kept>()
  ofStores.set(store, all)
  const one: Kept = { review, bytes: 0 }
  all.set(key, one)
  void weighed(one).then(
    () => makeRoom(all),
    () => all.get(key) === one && all.delete(key), // whoever asked for it is told why
  )
  return review
}

async function weighed(one: Kept): Promise<void> {
  const { about, lists } = await one.review
  const parts = Object.values(lists).flat()
  one.bytes = JSON.stringify(about).length + parts.reduce((sum, { bytes }) => sum + bytes.length, 0)
}

function makeRoom(all: Map<string, Kept>): void {
  let bytes = [...all.values()].reduce((sum, one) => sum + one.bytes, 0)
  for (const [key, one] of all) {
    if (bytes <= most || all.size === 1) return
    bytes -= one.bytes
    all.delete(key)
  }
}
