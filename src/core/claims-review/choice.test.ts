import { expect, test } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import { leaver, matrixOf } from '../testing/sample-matrix.ts'
import { choose } from './choice.ts'
import { hear } from './hearing.ts'
import { review } from './review.ts'
import { claimOf, claimsFile, groundWith } from './testing/claims-files.ts'

test.each<[string, Partial<Claim>, string, string]>([
  [
    'a name that is no party, in one claim',
    { party: 'Somebody Else' },
    'unknown-party',
    'Somebody Else (cloud.xlsx, at CRM!C5) is no party of the matrix. Say which it is with --party "Somebody Else=ID"',
  ],
  ['an objective of another requirement', { objectives: ['AC-1[a]'] }, 'unknown-objective', 'is no objective of AC-3'],
  ['an objective twice', { objectives: ['AC-3', 'AC-3'] }, 'unknown-objective', 'it names an objective of AC-3 twice'],
])('a claim is left that has %s', (_, change, kind, message) => {
  const file = claimsFile([
    { ...claimOf({ requirement: 'AC-3', ownership: 'provider' }), party: 'Cloud Inc.', ...change },
  ])
  const matrix = matrixOf()
  const { held, contradictions } = hear([file], groundWith(matrix))
  const { take, left } = choose(held, { only: [], at: [] }, { matrix, contradictions })
  expect(take).toEqual([])
  expect(left).toMatchObject([{ kind, message: expect.stringContaining(message) as string }])
})

test('objectives that nobody has are told apart from those that are open for other reasons', () => {
  const bare = { ...leaver, duties: leaver.duties.map((duty) => ({ ...duty, evidence: [] })) }
  const { nobodys, openBesides } = review([], groundWith(matrixOf(bare)))
  expect(openBesides.map(({ target }) => target.ref)).toEqual(['sample:AC-1[a]', 'sample:AC-1[b]'])
  expect(nobodys.map(({ target }) => target.ref)).not.toContain('sample:AC-1[a]')
  expect(nobodys.map(({ target }) => target.ref)).toContain('sample:AC-3')
})

test('a claim about a whole requirement is not taken for one of its objectives', () => {
  const matrix = matrixOf()
  const file = claimsFile([claimOf({ requirement: 'AC-1', ownership: 'provider' })])
  const { held, contradictions } = hear([file], groundWith(matrix))
  const accept = (only: readonly string[]) => choose(held, { only, at: [] }, { matrix, contradictions })
  expect(() => accept(['AC-1[a]'])).toThrow('speaks of all of AC-1, not of AC-1[a] alone; accept it whole: --only AC-1')
  expect(accept(['AC-1']).take).toHaveLength(1)
  expect(accept(['AC-1[a]', 'sample:AC-1[b]']).take).toHaveLength(1)
})
