// Which thing of the earlier revision is which of the later one.

export interface Paired<T> {
  readonly before?: T
  readonly after?: T
}

/** By each key in turn, the strictest first; what finds no partner is gone, or new. In the later order, what is gone where it stood. */
export function pairUp<T extends object>(
  earlier: readonly T[],
  later: readonly T[],
  keys: readonly ((one: T) => string)[],
): readonly Paired<T>[] {
  const before = separate(earlier)
  const after = separate(later)
  const partner = new Map<T, T>()
  const taken = new Set<T>()
  for (const key of keys) {
    const free = Map.groupBy(
      before.filter((one) => !taken.has(one)),
      key,
    )
    for (const one of after) {
      if (partner.has(one)) continue
      const found = free.get(key(one))?.shift()
      if (found === undefined) continue
      partner.set(one, found)
      taken.add(found)
    }
  }
  return inOrder(before, after, partner)
}

/** One value may stand twice in a list; its places are told apart. */
export function separate<T extends object>(list: readonly T[]): readonly T[] {
  return list.map((one) => ({ ...one }))
}

/** What is gone stands before whatever followed it. */
export function inOrder<T>(
  before: readonly T[],
  after: readonly T[],
  partner: ReadonlyMap<T, T>,
): readonly Paired<T>[] {
  const taken = new Set(partner.values())
  const all: Paired<T>[] = []
  const told = new Set<T>()
  for (const one of after) {
    const was = partner.get(one)
    if (was !== undefined) tellGone(before.slice(0, before.indexOf(was)))
    all.push(was === undefined ? { after: one } : { before: was, after: one })
  }
  tellGone(before)
  return all

  function tellGone(earlier: readonly T[]): void {
    for (const one of earlier) {
      if (taken.has(one) || told.has(one)) continue
      told.add(one)
      all.push({ before: one })
    }
  }
}
