import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverage } from '../coverage.ts'
import { readDocument } from '../matrix-document.ts'
import type { Matrix } from '../matrix.ts'
import { arbitraryMatrix, parties } from '../testing/arbitrary-matrix.ts'
import { twoFrameworks } from '../testing/trust-framework.ts'
import { acceptClaims } from './acceptance.ts'
import { hear } from './hearing.ts'
import { review } from './review.ts'
import { acceptable, acceptAll, arbitraryFiles, arbitraryWaiting, groundWith, howWith } from './testing/claims-files.ts'
import { speaksOfItself } from './who-does.ts'

function openIn(matrix: Matrix): ReadonlySet<string> {
  const { objectives } = coverage(matrix, twoFrameworks)
  return new Set(objectives.filter(({ status }) => status === 'open').map(({ target }) => target.ref))
}

const accountable = fc.constantFrom(undefined, ...parties)

/** A matrix, claims files, and some of the claims that may be accepted, in any order. */
const withSome = fc
  .tuple(fc.oneof(arbitraryMatrix, arbitraryWaiting), arbitraryFiles, accountable)
  .chain(([matrix, files, party]) =>
    fc.tuple(
      fc.constant({ matrix, files, ...(party && { accountable: party }) }),
      fc.shuffledSubarray([...acceptable(matrix, files)]),
    ),
  )

test('what accepting any claims closes, the review announced', () => {
  fc.assert(
    fc.property(withSome, ([{ matrix, files, ...who }, chosen]) => {
      const before = openIn(matrix)
      const { inPieces } = hear(files, groundWith(matrix))
      const after = openIn(acceptClaims(matrix, chosen, howWith({ inPieces, ...who })).matrix)
      const closed = [...before].filter((ref) => !after.has(ref))
      const { requirements } = review(files, groundWith(matrix, who))
      const announced = new Set(requirements.flatMap(({ settles }) => settles))
      const covered = new Set(chosen.flatMap(({ refs }) => refs))
      for (const ref of closed) {
        expect(announced).toContain(ref)
        expect(covered).toContain(ref)
      }
    }),
    { numRuns: 400 },
  )
})

test('nothing is taken from the matrix: every row, duty and decision stays', () => {
  fc.assert(
    fc.property(withSome, ([{ matrix }, chosen]) => {
      const { matrix: after } = acceptClaims(matrix, chosen, howWith())
      const rows = new Map(after.activities.map((row) => [row.id, row]))
      for (const row of matrix.activities) {
        const now = rows.get(row.id)!
        expect(now.duties.slice(0, row.duties.length)).toEqual(row.duties)
        expect({ ...now, duties: [], reviewed: null }).toEqual({ ...row, duties: [], reviewed: null })
      }
      expect({ ...after, activities: [], parties: [] }).toEqual({ ...matrix, activities: [], parties: [] })
    }),
  )
})

test('accepting nothing gives the same matrix, and accepting again changes nothing', () => {
  fc.assert(
    fc.property(arbitraryMatrix, arbitraryFiles, (matrix, files) => {
      expect(acceptClaims(matrix, [], howWith()).matrix).toBe(matrix)
      const once = acceptAll(matrix, files).matrix
      expect(acceptAll(once, files).matrix).toBe(once)
    }),
  )
})

test('the order in which claims of different objectives are accepted does not matter', () => {
  fc.assert(
    fc.property(withSome, ([{ matrix }, chosen]) => {
      const seen = new Set<string>()
      const apart = chosen.filter(({ refs }) => {
        const fresh = refs.every((ref) => !seen.has(ref))
        if (fresh) for (const ref of refs) seen.add(ref)
        return fresh
      })
      const oneByOne = (list: typeof chosen): Matrix =>
        list.reduce((so, held) => acceptClaims(so, [held], howWith()).matrix, matrix)
      const forward = JSON.stringify(oneByOne(apart))
      expect(JSON.stringify(oneByOne(apart.toReversed()))).toBe(forward)
      expect(JSON.stringify(acceptClaims(matrix, apart, howWith()).matrix)).toBe(forward)
    }),
  )
})

test('a document that can be read again comes out, and no provider’s duty is without its basis', () => {
  fc.assert(
    fc.property(arbitraryMatrix, arbitraryFiles, (matrix, files) => {
      const { matrix: after, outcomes } = acceptAll(matrix, files)
      const read = readDocument(JSON.parse(JSON.stringify(after)), twoFrameworks)
      expect(read).toMatchObject({ ok: true })
      for (const { held, row } of outcomes) {
        if (row === null || !speaksOfItself(held)) continue
        expect(row.duties.some(({ party, basis }) => party === held.speaker.id && basis?.claim === held.id)).toBe(true)
      }
    }),
  )
})
