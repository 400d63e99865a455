// The known name that a misspelt one most likely meant.

const longest = 64

/** Undefined when nothing lies near; case does not count as a difference. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = word.trim().toLowerCase()
  if (sought === '' || sought.length > longest) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(sought.length / 3)) + 1
  let containing: string | undefined
  for (const candidate of candidates) {
    const name = candidate.toLowerCase()
    if (name === sought) return candidate
    const distance = distanceWithin(sought, name, least)
    if (distance < least) {
      least = distance
      best = candidate
    }
    if (
      sought.length > 2 &&
      name.includes(sought) &&
      (containing === undefined || candidate.length < containing.length)
    )
      containing = candidate
  }
  return best ?? containing
}

/** Insertions, deletions, changes and swaps of neighbours between two words; `limit` when there are at least so many. */
function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const change = last[j - 1]! + (same ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : limit
      row.push(Math.min(change, swapped, last[j]! + 1, row[j - 1]! + 1))
    }
    if (Math.min(...row) >= limit) return limit
    beforeLast = last
    last = row
  }
  return Math.min(limit, last[b.length]!)
}
