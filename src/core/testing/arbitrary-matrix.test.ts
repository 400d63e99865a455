// The random matrices must hold what the properties speak of, else those would pass on nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ceilings } from '../exposure.ts'
import { coverage } from '../coverage.ts'
import { readDocument } from '../matrix-document.ts'
import { arbitraryMatrix } from './arbitrary-matrix.ts'
import { twoFrameworks } from './trust-framework.ts'

const samples = fc.sample(arbitraryMatrix, { numRuns: 400, seed: 1 })

test('every random matrix is a valid document, already as reading leaves it', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      expect(readDocument(JSON.parse(JSON.stringify(matrix)), twoFrameworks)).toEqual({
        ok: true,
        value: { kind: 'matrix', matrix },
      })
    }),
  )
})

test('they hold settled, open and inapplicable objectives, and every reason but those of the context', () => {
  const objectives = samples.flatMap((matrix) => coverage(matrix, twoFrameworks).objectives)
  const tally = Map.groupBy(objectives, ({ status }) => status)
  expect([...tally].map(([status, found]) => [status, found.length > 9])).toEqual(
    expect.arrayContaining([
      ['settled', true],
      ['open', true],
      ['not-applicable', true],
    ]),
  )
  expect([...new Set(objectives.flatMap(({ reasons }) => reasons))].toSorted()).toEqual(
    ['nobody', 'part-missing', 'two-hold-it', 'untaken', 'no-split', 'vague', 'unfilled', 'no-evidence'].toSorted(),
  )
})

test('their ceilings differ', () => {
  const scores = samples.flatMap((matrix) => [...ceilings(matrix, twoFrameworks).values()].map(({ score }) => score))
  expect(new Set(scores).size).toBeGreaterThan(4)
})
