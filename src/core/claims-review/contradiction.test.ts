import { expect, test } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import type { ClaimsFile } from '../claims/claims-file.ts'
import type { Matrix } from '../matrix.ts'
import { matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { contradictedBy } from './review.ts'
import { hear } from './hearing.ts'
import { acceptAll, claimOf, claimsFile, groundWith } from './testing/claims-files.ts'

type Told = Partial<Claim> & Pick<Claim, 'ownership'>

function told(ownership: Claim['ownership'], at: string, rest: Partial<Claim> = {}): Told {
  return { ownership, at, ...rest }
}

/** A document by this party that says these things of AC-3. */
function document(party: string, ...claims: readonly Told[]): ClaimsFile {
  const digit = party === 'Cloud Inc.' ? 'a' : 'b'
  const made = claims.map((claim) => claimOf({ requirement: 'AC-3', ...claim }))
  return claimsFile(made, { party, digit, source: { title: `Page of ${party}` } as never })
}

function kinds(files: readonly ClaimsFile[], matrix: Matrix): readonly string[] {
  return hear(files, groundWith(matrix)).contradictions.map(({ kind }) => kind)
}

const cloud = 'Cloud Inc.'
const msp = 'Sample IT LLC'

test.each<[string, readonly ClaimsFile[], readonly string[]]>([
  [
    'one document says two things of one row',
    [document(cloud, told('provider', 'CRM!C2'), told('client', 'CRM!C9'))],
    ['own-document'],
  ],
  [
    'the summary says otherwise',
    [document(cloud, told('provider', 'CRM!C2'), told('shared', 'Summary!B4'))],
    ['own-document'],
  ],
  [
    'the summary names its rows in other words',
    [
      document(
        cloud,
        told('provider', 'CRM!C2', { activity: 'Doors' }),
        told('shared', 'Summary!B4', { activity: 'Escort visitors' }),
      ),
    ],
    ['own-document'],
  ],
  [
    'a table divides it among pieces of work',
    [
      document(
        cloud,
        told('provider', 'CRM!C2', { activity: 'Doors' }),
        told('client', 'CRM!C3', { activity: 'Visitors' }),
      ),
    ],
    [],
  ],
  [
    'two services differ',
    [document(cloud, told('provider', 'CRM!C2', { service: 'PaaS' }), told('client', 'CRM!D2', { service: 'IaaS' }))],
    [],
  ],
  [
    'the MSP does it for one service and the client for another',
    [document(msp, told('msp', 'A!B2', { service: 'Laptops' }), told('client', 'A!C2', { service: 'Plant' }))],
    [],
  ],
  [
    'two controls are translated to it',
    [
      document(
        cloud,
        told('provider', 'CRM!C2', { translatedFrom: 'PE-2' }),
        told('client', 'CRM!C3', { translatedFrom: 'PE-3' }),
      ),
    ],
    [],
  ],
  [
    'one translated control is told twice',
    [
      document(
        cloud,
        told('provider', 'CRM!C2', { translatedFrom: 'PE-2' }),
        told('client', 'CRM!C3', { translatedFrom: 'PE-2' }),
      ),
    ],
    ['own-document'],
  ],
  ['nothing clear is said beside', [document(cloud, told('provider', 'CRM!C2'), told('unclear', 'CRM!C3'))], []],
  [
    'two parties claim all of it',
    [document(cloud, told('provider', 'CRM!C2')), document('Tool Ltd', told('provider', 'A!B2'))],
    ['two-claim-it'],
  ],
  [
    'a provider and the MSP claim all of it',
    [document(cloud, told('provider', 'CRM!C2')), document(msp, told('msp', 'A!B2'))],
    ['two-claim-it'],
  ],
  [
    'a provider leaves it and another does it',
    [document(cloud, told('provider', 'CRM!C2')), document('Tool Ltd', told('client', 'A!B2'))],
    [],
  ],
  [
    'two share it, each with its customer',
    [document(cloud, told('shared', 'CRM!C2')), document('Tool Ltd', told('shared', 'A!B2'))],
    [],
  ],
  [
    'the MSP says the client, the provider says the MSP',
    [document(cloud, told('msp', 'CRM!C2')), document(msp, told('client', 'A!B2'))],
    ['between-documents'],
  ],
  [
    'the MSP says the client, the provider says itself',
    [document(cloud, told('provider', 'CRM!C2')), document(msp, told('client', 'A!B2'))],
    ['between-documents'],
  ],
  [
    'another says that the provider does it, and it denies',
    [document(cloud, told('client', 'CRM!C2')), document('Tool Ltd', told('provider', 'A!B2', { party: cloud }))],
    ['between-documents'],
  ],
  [
    'the MSP says not applicable, the provider does it',
    [document(cloud, told('provider', 'CRM!C2')), document(msp, told('not-applicable', 'A!B2'))],
    ['between-documents'],
  ],
])('contradictions where %s', (_, files, expected) => {
  expect(kinds(files, matrixOf())).toEqual(expected)
})

test.each<[string, ClaimsFile, readonly string[]]>([
  ['the provider claims what the client does', document(cloud, told('provider', 'CRM!C2')), ['matrix']],
  ['the MSP’s page gives the client what it does', document(msp, told('client', 'A!B2')), []],
  ['the MSP claims what the client does', document(msp, told('msp', 'A!B2')), ['matrix']],
  [
    'the client’s page gives the MSP what the client does',
    document('Sample Dental PC', told('msp', 'A!B2')),
    ['matrix'],
  ],
  ['a provider shares it', document(cloud, told('shared', 'CRM!C2')), []],
  ['a provider leaves it to its customer', document(cloud, told('client', 'CRM!C2')), []],
])('a document against the matrix, in which the client does it: %s', (_, file, expected) => {
  expect(kinds([file], sampleMatrix)).toEqual(expected)
})

test('the reverse: a duty says the provider does it, and its document leaves it to the customer', () => {
  const accepted = acceptAll(matrixOf(), [document(cloud, told('provider', 'CRM!C2'))]).matrix
  const newer = claimsFile([claimOf({ requirement: 'AC-3', ownership: 'client' })], { digit: 'c' })
  expect(hear([newer], groundWith(accepted)).contradictions).toMatchObject([
    {
      kind: 'matrix',
      refs: ['sample:AC-3'],
      message: expect.stringContaining('leaves all of it to its customer') as string,
    },
  ])
})

test('a decision that it does not apply contradicts a provider that does it', () => {
  const decisions = [
    {
      ref: 'sample:AC-3',
      kind: 'not-applicable' as const,
      by: 'Dana Reyes',
      reason: 'No visitor enters',
      date: '2026-02-01',
    },
  ]
  expect(kinds([document(cloud, told('provider', 'CRM!C2'))], { ...sampleMatrix, decisions })).toEqual(['matrix'])
})

test('for the gap proof an objective is contradicted until one side is chosen', () => {
  const files = [document(cloud, told('provider', 'CRM!C2'), told('client', 'CRM!C9'))]
  const { contradictions } = hear(files, groundWith(matrixOf()))
  expect(contradictedBy(contradictions, matrixOf()).get('sample:AC-3')).toContain('contradicts itself')
  const chosen = acceptAll(matrixOf(), [document(cloud, told('provider', 'CRM!C2'))]).matrix
  expect(contradictedBy(contradictions, chosen).size).toBe(0)
})

test('a document that contradicts itself in hundreds of rows is told in one sentence that can be read', () => {
  const rows = Array.from({ length: 400 }, (_, index) =>
    told(index % 2 === 0 ? 'provider' : 'client', `CRM!C${index + 2}`),
  )
  const [one] = hear([document(cloud, ...rows)], groundWith(matrixOf())).contradictions
  expect(one!.claims).toHaveLength(400)
  expect(one!.message).toBe(
    '"Page of Cloud Inc." contradicts itself: provider (CRM!C2, CRM!C4, CRM!C6 and 197 more) and client (CRM!C3, CRM!C5, CRM!C7 and 197 more)',
  )
})
