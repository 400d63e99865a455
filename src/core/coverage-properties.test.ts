import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverPart, coverRef } from './activity.ts'
import { coverage } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { ceilings, departure } from './exposure.ts'
import { targetsInScope } from './in-scope.ts'
import type { Matrix } from './matrix.ts'
import { arbitraryMatrix, parties } from './testing/arbitrary-matrix.ts'
import { twoFrameworks } from './testing/trust-framework.ts'

const openOf = (proof: Coverage): readonly string[] =>
  proof.objectives.filter(({ status }) => status === 'open').map(({ target }) => target.ref)

function scores(matrix: Matrix): ReadonlyMap<string, number> {
  return new Map([...ceilings(matrix, twoFrameworks)].map(([id, { score }]) => [id, score]))
}

/** A matrix, and some of its activities by position. */
const withSubset = arbitraryMatrix.chain((matrix) =>
  fc.tuple(fc.constant(matrix), fc.subarray([...matrix.activities.keys()])),
)

test('every objective in scope is reported, once', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      const reported = coverage(matrix, twoFrameworks).objectives.map(({ target }) => target.ref)
      expect(reported).toEqual(targetsInScope(matrix, twoFrameworks).map(({ ref }) => ref))
      expect(new Set(reported).size).toBe(reported.length)
    }),
  )
})

test('what is open says why, and nothing else does', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      for (const { status, reasons, gaps } of coverage(matrix, twoFrameworks).objectives) {
        expect(reasons.length > 0).toBe(status === 'open')
        expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(reasons))
      }
    }),
  )
})

test('emptying activities of their duties settles nothing and raises no ceiling', () => {
  fc.assert(
    fc.property(withSubset, ([matrix, emptied]) => {
      const activities = matrix.activities.map((activity, index) =>
        emptied.includes(index) ? { ...activity, duties: [] } : activity,
      )
      const after = { ...matrix, activities }
      expect(openOf(coverage(after, twoFrameworks))).toEqual(
        expect.arrayContaining([...openOf(coverage(matrix, twoFrameworks))]),
      )
      const before = scores(matrix)
      for (const [framework, score] of scores(after)) expect(score).toBeLessThanOrEqual(before.get(framework)!)
    }),
    { numRuns: 300 },
  )
})

test('an activity without duties settles nothing that it covers, unless that does not apply where it works', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      const activities = matrix.activities.map((activity) => ({ ...activity, duties: [] }))
      for (const { status } of coverage({ ...matrix, activities }, twoFrameworks).objectives)
        expect(status).not.toBe('settled')
    }),
  )
})

test('what is covered in parts only is open until every declared part is taken, in every scope where it applies', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      for (const { target, status } of coverage({ ...matrix, decisions: [] }, twoFrameworks).objectives) {
        if (status !== 'settled') continue
        for (const { id } of matrix.scopes) {
          const here = matrix.activities.filter(({ scopes }) => scopes === undefined || scopes.includes(id))
          const covers = new Set(
            here.flatMap((activity) =>
              activity.covers.filter((cover) => coverRef(cover) === target.ref).map(coverPart),
            ),
          )
          const whole = covers.has(undefined)
          const declared = matrix.parts?.[target.ref] ?? []
          expect(whole || (declared.length > 0 && declared.every((part) => covers.has(part)))).toBe(true)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a scope more, without activities of its own, settles nothing that its activities do not reach', () => {
  fc.assert(
    fc.property(arbitraryMatrix, (matrix) => {
      const scopes = [...matrix.scopes, { id: 'warehouse', title: 'The warehouse' }]
      const everywhere = matrix.activities
        .filter((activity) => activity.scopes === undefined)
        .flatMap(({ covers }) => covers.map(coverRef))
      for (const { target, status } of coverage({ ...matrix, scopes }, twoFrameworks).objectives) {
        if (status === 'settled') expect(everywhere).toContain(target.ref)
      }
    }),
  )
})

test('a party that leaves settles nothing and raises no ceiling', () => {
  fc.assert(
    fc.property(arbitraryMatrix, fc.constantFrom(...parties), (matrix, party) => {
      const proof = coverage(matrix, twoFrameworks)
      const { matrix: after, orphans } = departure(matrix, twoFrameworks, party)
      const open = openOf(coverage(after, twoFrameworks))
      expect(open).toEqual(expect.arrayContaining([...openOf(proof)]))
      expect(open.filter((ref) => !openOf(proof).includes(ref))).toEqual(orphans)
      const before = scores(matrix)
      for (const [framework, score] of scores(after)) expect(score).toBeLessThanOrEqual(before.get(framework)!)
    }),
    { numRuns: 300 },
  )
})
