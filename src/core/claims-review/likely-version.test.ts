import { expect, test } from 'vitest'
import type { SourceFacts } from '../claims/claim.ts'
import type { ClaimsFile } from '../claims/claims-file.ts'
import type { Matrix } from '../matrix.ts'
import { matrixOf } from '../testing/sample-matrix.ts'
import { acceptClaims } from './acceptance.ts'
import { choose } from './choice.ts'
import { hear } from './hearing.ts'
import type { NewerVersion } from './held-claim.ts'
import { review } from './review.ts'
import { claimOf, claimsFile, groundWith, howWith } from './testing/claims-files.ts'
import { isNewer } from './version-order.ts'

type Source = Partial<SourceFacts> & Pick<SourceFacts, 'document'>

/** What the cloud says of these requirements in a file without a title. */
function page(digit: string, source: Source, ...requirements: readonly string[]): ClaimsFile {
  const claims = requirements.map((requirement) =>
    claimOf({ requirement, ownership: 'provider', at: `CRM!C${requirement}`, text: `Does ${requirement}` }),
  )
  const { title: _, date: __, version: ___, ...facts } = claimsFile([], { digit }).source
  return { ...claimsFile(claims, { digit }), source: { ...facts, ...source } }
}

const spring = page('a', { document: 'crm.xlsx', version: '3.1' }, 'AC-1', 'AC-2', 'AC-3')
const fall = page('b', { document: 'crm-4.xlsx', version: '4.0' }, 'AC-1', 'AC-2')
const other = page('c', { document: 'doors.xlsx' }, 'AC-3', 'DOC-1')
const said: NewerVersion = { old: ['crm.xlsx'], nowSha256: 'b'.repeat(64), now: 'crm-4.xlsx' }
const both: NewerVersion = { ...said, oldSha256: 'a'.repeat(64) }

function accepted(matrix: Matrix, files: readonly ClaimsFile[], newer: readonly NewerVersion[] = []) {
  const { held, contradictions } = hear(files, { ...groundWith(matrix), newer })
  const { take } = choose(held, { only: [], at: [] }, { matrix, contradictions })
  return acceptClaims(matrix, take, howWith())
}

test.each<[string, readonly ClaimsFile[], readonly NewerVersion[], readonly object[]]>([
  [
    'two files of mostly the same',
    [fall, spring],
    [],
    [{ old: 'crm.xlsx', now: 'crm-4.xlsx', said: false, common: 2, dropped: ['AC-3'] }],
  ],
  ['as somebody said', [spring, fall], [both], [{ old: 'crm.xlsx', now: 'crm-4.xlsx', said: true }]],
  ['two files about different things', [spring, other], [], []],
])('versions at hand: %s', (_, files, newer, versions) => {
  expect(review(files, groundWith(matrixOf(), { newer })).versions).toMatchObject(versions)
})

test('a file that speaks of what was accepted from another: once somebody says it is the newer, it renews and tells what is gone', () => {
  const { matrix } = accepted(matrixOf(), [spring])
  const asked = review([fall], groundWith(matrix))
  expect(asked.versions).toMatchObject([{ old: 'crm.xlsx', now: 'crm-4.xlsx', said: false, common: 2 }])
  const told = review([fall], groundWith(matrix, { newer: [said] }))
  expect(told.versions).toEqual([])
  expect(told.changes).toMatchObject([{ kind: 'gone', refs: ['sample:AC-3'] }])
  const { outcomes, matrix: after } = accepted(matrix, [fall], [said])
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['renewed', 'renewed'])
  expect(after.activities).toHaveLength(matrix.activities.length)
  expect(after.activities.flatMap(({ duties }) => duties[0]!.basis!.document).toSorted()).toEqual([
    'crm-4.xlsx',
    'crm-4.xlsx',
    'crm.xlsx',
  ])
})

test('where both are at hand the older counts no more', () => {
  const { held, contradictions } = hear([spring, fall], { ...groundWith(matrixOf()), newer: [both] })
  expect(contradictions).toEqual([])
  expect(held.filter(({ fault }) => fault?.kind === 'superseded')).toHaveLength(3)
  expect(accepted(matrixOf(), [spring, fall], [both]).outcomes).toHaveLength(2)
})

test.each<[string, Partial<SourceFacts>, Partial<SourceFacts>, boolean | undefined]>([
  ['a later day', { date: '2026-02-01', version: '1' }, { date: '2026-01-01', version: '2' }, true],
  ['a higher number', { version: '3.10' }, { version: '3.9' }, true],
  ['a lower number on the same day', { date: '2026-02-01', version: '3' }, { date: '2026-02-01', version: '4' }, false],
  ['the same number', { version: 'v4.0' }, { version: '4' }, undefined],
  ['words', { version: 'final' }, { version: '4' }, undefined],
  ['nothing', {}, {}, undefined],
  ['the days when their files were saved', { date: '2026-11-24', saved: true }, { date: '2026-03-01' }, undefined],
])('the newer by %s', (_, one, another, newer) => {
  expect(isNewer(one, another)).toBe(newer)
})

test('a duty rests on no day that the document does not give itself', () => {
  const saved = page('d', { document: 'crm.xlsx', date: '2026-11-24', saved: true }, 'AC-1')
  const row = accepted(matrixOf(), [saved]).matrix.activities.find(({ id }) => id.startsWith('claim-'))
  expect(row!.duties[0]!.basis).not.toHaveProperty('date')
  expect(row!.duties[0]!.evidence![0]!.what).toContain('file saved 2026-11-24')
})
