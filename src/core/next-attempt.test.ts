import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostAttempts, nextAttemptIn } from './next-attempt.ts'

const hours = (milliseconds: number) => milliseconds / 3_600_000
const middle = Array.from({ length: mostAttempts - 1 }, (_, index) => nextAttemptIn(index + 1, 0.5)!)

test('it waits twice as long each time, up to six hours, for three days', () => {
  expect(middle.slice(0, 4)).toEqual([30_000, 60_000, 120_000, 240_000])
  expect(hours(Math.max(...middle))).toBe(6)
  expect(hours(middle.reduce((sum, one) => sum + one, 0))).toBeCloseTo(74.5, 0)
  expect(nextAttemptIn(mostAttempts, 0.5)).toBeUndefined()
})

test('it spreads by a quarter at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: mostAttempts - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, random) => {
        const wait = nextAttemptIn(n, random)! / nextAttemptIn(n, 0.5)!
        expect(wait).toBeGreaterThanOrEqual(0.7499)
        expect(wait).toBeLessThanOrEqual(1.2501)
      },
    ),
  )
})
