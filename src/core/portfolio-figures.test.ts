import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresAfter, figuresOf } from './portfolio-figures.ts'
import { arbitraryMatrix } from './testing/arbitrary-matrix.ts'
import { twoFrameworks } from './testing/trust-framework.ts'

/** A matrix, and the same with some activities replaced by another's, taken out or put in. */
const changedSomewhere = fc
  .tuple(arbitraryMatrix, arbitraryMatrix)
  .chain(([matrix, other]) =>
    fc.tuple(
      fc.constant(matrix),
      fc.constant(other.activities),
      fc.subarray([...matrix.activities.keys()]),
      fc.subarray([...other.activities.keys()]),
    ),
  )
  .map(([matrix, others, out, taken]) => {
    const added = taken.map((index) => others[index]!)
    const names = new Set(added.map(({ id }) => id))
    const kept = matrix.activities.filter(({ id }, index) => !out.includes(index) && !names.has(id))
    return { before: matrix, after: { ...matrix, activities: [...kept, ...added] } }
  })

test('figures brought up to date are those of the whole proof', () => {
  fc.assert(
    fc.property(changedSomewhere, (change) => {
      const figures = figuresOf(change.before, twoFrameworks)
      expect(figuresAfter(figures, change, twoFrameworks)).toEqual(figuresOf(change.after, twoFrameworks))
    }),
    { numRuns: 500 },
  )
})
