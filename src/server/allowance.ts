// Allowances that refill: so many requests a minute for each of a bounded number of names.

export interface Allowance {
  /** @returns 0, or the seconds until one more is allowed */
  readonly spend: (name: string) => number
  /** Likewise, and spends nothing. */
  readonly ask: (name: string) => number
}

interface Bucket {
  left: number
  at: number
}

/** More names than that, and those unheard of longest begin anew. */
const most = 20_000

/** @param clock milliseconds that only go forward */
export function allowanceOf(perMinute: number, clock: () => number, names: number = most): Allowance {
  const buckets = new Map<string, Bucket>()
  const perMillisecond = perMinute / 60_000
  const refilled = (name: string): Bucket => {
    const now = clock()
    const known = buckets.get(name)
    if (known === undefined) return { left: perMinute, at: now }
    return { left: Math.min(perMinute, known.left + (now - known.at) * perMillisecond), at: now }
  }
  const wait = ({ left }: Bucket) => (left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perMillisecond / 1000)))
  return {
    ask: (name) => wait(refilled(name)),
    spend: (name) => {
      const bucket = refilled(name)
      const seconds = wait(bucket)
      if (seconds === 0) bucket.left -= 1
      buckets.delete(name)
      buckets.set(name, bucket)
      if (buckets.size > names) buckets.delete(buckets.keys().next().value!)
      return seconds
    },
  }
}
