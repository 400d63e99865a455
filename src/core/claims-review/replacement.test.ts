import { expect, test } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import type { ClaimsFile } from '../claims/claims-file.ts'
import type { Matrix } from '../matrix.ts'
import { matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { isAcceptable } from './acceptable-claim.ts'
import { acceptClaims } from './acceptance.ts'
import type { Accepted } from './acceptance.ts'
import { choose } from './choice.ts'
import type { Choice } from './choice.ts'
import { hear } from './hearing.ts'
import { refuseUnreplaced, withdrawRows } from './replacement.ts'
import { contradictedBy } from './review.ts'
import { claimOf, claimsFile, groundWith, howWith } from './testing/claims-files.ts'

function document(party: string, digit: string, ...claims: readonly Partial<Claim>[]): ClaimsFile {
  const made = claims.map((claim) => claimOf({ requirement: 'AC-3', ownership: 'provider', ...claim }))
  return claimsFile(made, { party, digit, source: { document: `${party}.xlsx`, title: `Page of ${party}` } as never })
}

const cloud = document('Cloud Inc.', 'a', { at: 'CRM!C2' })
const tool = document('Tool Ltd', 'b', { at: 'A!B2', text: 'Guards the doors' })
const itself = document('Cloud Inc.', 'a', { at: 'CRM!C2' }, { at: 'CRM!C9', ownership: 'client' })
const denial = document('Cloud Inc.', 'c', { at: 'CRM!C3', ownership: 'client' })
const service = document('Tool Ltd', 'b', { at: 'A!B2', service: 'Doors' })
const shares = document('Cloud Inc.', 'a', { at: 'CRM!C2', ownership: 'shared', customerMust: 'Name who may visit' })

function chosen(matrix: Matrix, files: readonly ClaimsFile[], at: string): Choice {
  const { held, contradictions } = hear(files, groundWith(matrix))
  return choose(held, { only: [], at: [at] }, { matrix, contradictions })
}

function accept(matrix: Matrix, files: readonly ClaimsFile[], at: string, instead: readonly string[] = []): Accepted {
  const out = withdrawRows(matrix, instead)
  const { take } = chosen(out.matrix, files, at)
  refuseUnreplaced(out.rows, take)
  return acceptClaims(out.matrix, take, howWith({ instead: out.rows }))
}

test.each<[string, readonly ClaimsFile[], string, readonly ClaimsFile[], string, boolean]>([
  ['of two that claim it, both documents at hand', [cloud, tool], 'CRM!C2', [cloud, tool], 'A!B2', false],
  ['of two that claim it, the other document alone', [cloud], 'CRM!C2', [tool], 'A!B2', false],
  ['of a document that contradicts itself', [itself], 'CRM!C2', [itself], 'CRM!C9', false],
  ['that the party’s newer page denies', [cloud], 'CRM!C2', [denial], 'CRM!C3', false],
  ['about another service', [cloud], 'CRM!C2', [service], 'A!B2', true],
  ['that leaves a part to others', [shares], 'CRM!C2', [tool], 'A!B2', true],
])('the other side after one was chosen, %s', (_, first, at, second, other, passes) => {
  const before = accept(matrixOf(), first, at)
  const row = before.outcomes[0]!.row!
  const { take, left } = chosen(before.matrix, second, other)
  expect(take.map(({ claim }) => claim.at)).toEqual(passes ? [other] : [])
  if (passes) return
  expect(left).toMatchObject([{ kind: 'other-side-chosen' }])
  expect(left[0]!.message).toContain(`${row.id}, accepted from Page of Cloud Inc., version 3, 2026-01-05, at CRM!C2`)
  expect(left[0]!.message).toContain(`--at "${other}" --instead ${row.id}`)
  const { matrix, outcomes } = accept(before.matrix, second, other, [row.id])
  expect(outcomes).toMatchObject([{ outcome: 'added' }])
  expect(matrix.activities).toEqual([outcomes[0]!.row])
  expect(matrix.activities[0]!.reviewed!.by).toBe(
    `Dana Reyes: read with the vendor; in the place of ${row.id}, accepted from Page of Cloud Inc., version 3, 2026-01-05, at CRM!C2`,
  )
})

test('both sides in the matrix are a contradiction still', () => {
  const both = [cloud, tool].reduce((matrix, file) => {
    const { held } = hear([file], groundWith(matrix))
    return acceptClaims(matrix, held.filter(isAcceptable), howWith()).matrix
  }, matrixOf())
  const { contradictions } = hear([cloud, tool], groundWith(both))
  expect([...contradictedBy(contradictions, both).keys()]).toEqual(['sample:AC-3'])
  const one = accept(matrixOf(), [cloud, tool], 'CRM!C2').matrix
  expect(contradictedBy(hear([cloud, tool], groundWith(one)).contradictions, one).size).toBe(0)
})

test('what somebody took of the same words stays taken where a newer page takes the place of the old', () => {
  const first = accept(matrixOf(), [shares], 'CRM!C2').matrix
  const row = first.activities[0]!
  const log = { evidence: [{ what: 'visitor list' }], role: 'office manager' }
  const duties = row.duties.map((duty) => (duty.party === 'unassigned' ? { ...duty, ...log, party: 'client' } : duty))
  const taken = { ...first, activities: [{ ...row, duties }] }
  const newer = document('Cloud Inc.', 'd', {
    at: 'CRM!C4',
    ownership: 'shared',
    text: 'Guards every door',
    customerMust: 'Name who may visit',
  })
  const { matrix } = accept(taken, [newer], 'CRM!C4', [row.id])
  expect(matrix.activities).toMatchObject([
    {
      duties: [
        { party: 'cloud', does: 'As Cloud Inc. says: “Guards every door”' },
        { party: 'client', ...log, source: 'Page of Cloud Inc., version 3, 2026-01-05, at CRM!C4' },
      ],
    },
  ])
})

test('a row that waited gives its duties back and waits for the claim that takes their place', () => {
  const waiting = matrixOf({ ...sampleMatrix.activities.find(({ id }) => id === 'visitor-escort')!, duties: [] })
  const first = accept(waiting, [cloud], 'CRM!C2').matrix
  const { matrix, outcomes } = accept(first, [tool], 'A!B2', ['visitor-escort'])
  expect(outcomes).toMatchObject([{ outcome: 'joined' }])
  expect(matrix.activities).toMatchObject([{ id: 'visitor-escort', duties: [{ party: 'tool' }] }])
})

test.each([
  ['there is no row "visitor-escrt"', 'visitor-escrt'],
  ['is no row that a claim made', 'visitor-escort'],
])('of rows that go out: %s', (message, id) => {
  expect(() => withdrawRows(sampleMatrix, [id])).toThrow(message)
})

test('a row goes out for a claim about the same objectives only', () => {
  const first = accept(matrixOf(), [cloud], 'CRM!C2').matrix
  const other = document('Tool Ltd', 'b', { requirement: 'AC-2', at: 'A!B2' })
  expect(() => accept(first, [other], 'A!B2', [first.activities[0]!.id])).toThrow('no claim that you chose speaks of')
})
