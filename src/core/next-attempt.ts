// When to try again what could not be sent: twice as long after each attempt, spread a little, and for three days at most.

/** Milliseconds. */
const first = 30_000
const longest = 6 * 60 * 60 * 1000
/** 30 s, 1 min, 2 min … 4 h 16 min, then every 6 hours: three days. */
export const mostAttempts = 22

/**
 * @param attempts made so far, at least 1
 * @param random from 0 up to 1: spreads by a quarter either way, so that what failed together does not come again together
 * @returns milliseconds until the next, or undefined: give up
 */
export function nextAttemptIn(attempts: number, random: number): number | undefined {
  if (attempts >= mostAttempts) return undefined
  return Math.round(Math.min(longest, first * 2 ** (attempts - 1)) * (0.75 + random / 2))
}
