import { expect, test } from 'vitest'
import type { Claim } from '../claims/claim.ts'
import { checkProviderUnproven } from '../checks/provider-unproven.ts'
import { coverage } from '../coverage.ts'
import type { ObjectiveCoverage } from '../coverage.ts'
import type { Matrix } from '../matrix.ts'
import { leaver, matrixOf, sampleContext, sampleMatrix, visitorEscort } from '../testing/sample-matrix.ts'
import { acceptAll, claimOf, claimsFile } from './testing/claims-files.ts'

function objective(matrix: Matrix, ref: string): ObjectiveCoverage {
  return coverage(matrix, sampleContext).objectives.find(({ target }) => target.ref === ref)!
}

const shared = claimOf({
  requirement: 'AC-3',
  ownership: 'shared',
  text: 'Guards the doors of the data centre',
  customerMust: 'Name who may visit',
  at: 'PaaS CRM!C17',
})

test('an accepted claim becomes the provider’s duty on its document, and what it leaves is open until somebody takes it', () => {
  const { matrix, outcomes } = acceptAll(sampleMatrix, [claimsFile([shared])])
  const row = outcomes[0]!.row!
  expect(row).toMatchObject({
    covers: [{ ref: 'sample:AC-3', part: 'Cloud CRM at PaaS CRM!C17' }],
    accountable: 'client',
    reviewed: { by: 'Dana Reyes: read with the vendor', date: '2026-06-01' },
    duties: [
      {
        party: 'cloud',
        kind: 'does',
        does: 'As Cloud Inc. says: “Guards the doors of the data centre”',
        evidence: [
          { what: 'Cloud CRM, version 3, 2026-01-05, at PaaS CRM!C17', from: 'Cloud Inc.', sha256: 'a'.repeat(64) },
        ],
        basis: { document: 'Cloud CRM', version: '3', date: '2026-01-05', place: 'PaaS CRM!C17' },
      },
      { party: 'unassigned', does: 'Left to the customer by Cloud Inc.: “Name who may visit”' },
    ],
  })
  expect(row.duties[1]!.basis).toBeUndefined()
  expect(matrix.parties).toContainEqual({ id: 'cloud', kind: 'provider', legalName: 'Cloud Inc.' })
  expect(objective(matrix, 'sample:AC-3')).toMatchObject({ status: 'open', reasons: ['untaken'] })
  expect(checkProviderUnproven(matrix)).toEqual([])

  const taken = row.duties.map((duty) =>
    duty.party === 'unassigned' ? { ...duty, party: 'msp', evidence: [{ what: 'visitor list' }] } : duty,
  )
  const handoff = 'The list goes to the guard desk on the first business day of the month; the desk confirms it.'
  const activities = matrix.activities.map((activity) =>
    activity.id === row.id ? { ...row, duties: taken, handoff } : activity,
  )
  expect(objective({ ...matrix, activities }, 'sample:AC-3').status).toBe('settled')
})

test.each<[string, Partial<Claim>, readonly string[]]>([
  [
    'shared, without a word about the customer',
    { ownership: 'shared' },
    ['the document says that it is shared, and not what the customer does'],
  ],
  [
    'shared, and the customer’s part is "N/A"',
    { ownership: 'shared', customerMust: 'N/A' },
    ['not what the customer does'],
  ],
  [
    'the provider’s, with something for the customer',
    { ownership: 'provider', customerMust: 'Turn it on' },
    ['“Turn it on”'],
  ],
  ['the provider’s, and nothing for the customer', { ownership: 'provider', customerMust: 'None' }, []],
  ['the provider’s alone', { ownership: 'provider' }, []],
])('what a claim leaves when it is %s', (_, change, left) => {
  const { outcomes } = acceptAll(matrixOf(), [
    claimsFile([claimOf({ requirement: 'AC-3', ownership: 'provider', ...change })]),
  ])
  const residue = outcomes[0]!.row!.duties.filter(({ party }) => party === 'unassigned').map(({ does }) => does)
  expect(residue).toHaveLength(left.length)
  for (const [index, words] of left.entries()) expect(residue[index]).toContain(words)
})

const whole = claimOf({ requirement: 'AC-3', ownership: 'provider' })

test('where nobody covers it the row serves the whole, and nobody answers until somebody is named', () => {
  expect(objective(acceptAll(matrixOf(), [claimsFile([whole])]).matrix, 'sample:AC-3')).toMatchObject({
    status: 'open',
    reasons: ['nobody'],
  })
  const named = acceptAll(matrixOf(), [claimsFile([whole])], { accountable: 'client' }).matrix
  expect(objective(named, 'sample:AC-3').status).toBe('settled')
})

test('a row that waits for a duty gets it; its accountable party stays', () => {
  const { duties: _, ...waiting } = visitorEscort
  const { matrix, outcomes } = acceptAll(matrixOf({ ...waiting, duties: [] }), [claimsFile([whole])])
  expect(outcomes).toMatchObject([{ outcome: 'joined', row: { id: 'visitor-escort', accountable: 'client' } }])
  expect(objective(matrix, 'sample:AC-3').status).toBe('settled')
})

test('a row that also serves other objectives is not joined: they would close without a claim', () => {
  const waiting = { ...leaver, duties: [] }
  const some = { ...claimOf({ requirement: 'AC-1', ownership: 'provider' }), objectives: ['AC-1[a]'] }
  const { matrix, outcomes } = acceptAll(matrixOf(waiting), [claimsFile([some])])
  expect(outcomes).toMatchObject([{ outcome: 'added' }])
  for (const ref of ['sample:AC-1[a]', 'sample:AC-1[b]']) expect(objective(matrix, ref).status).toBe('open')
})

test('a missing part of an objective is not filled by a claim about the whole', () => {
  const part = { ...visitorEscort, covers: [{ ref: 'sample:AC-3', part: 'the office' }] }
  const matrix = { ...matrixOf(part), parts: { 'sample:AC-3': ['the office', 'the plant'] } }
  expect(objective(acceptAll(matrix, [claimsFile([whole])]).matrix, 'sample:AC-3').reasons).toEqual(['part-missing'])
})

test('a translated claim is a part wherever it lands, and says what it was translated from', () => {
  const { matrix, outcomes } = acceptAll(matrixOf(), [claimsFile([{ ...whole, translatedFrom: 'PE-2' }])], {
    accountable: 'client',
  })
  expect(outcomes[0]!.row!.duties[0]!.does).toBe(
    'As Cloud Inc. says of PE-2 (translated, not equal): “Encrypts every disk”',
  )
  expect(objective(matrix, 'sample:AC-3').reasons).toEqual(['part-missing'])
})

test('what a document says of others is nobody’s duty until somebody takes it, and nothing where it is done already', () => {
  const client = claimOf({ requirement: 'AC-3', ownership: 'client', text: 'The customer logs visitors' })
  expect(acceptAll(sampleMatrix, [claimsFile([client])])).toMatchObject({
    matrix: sampleMatrix,
    outcomes: [{ outcome: 'confirmed' }],
  })
  const { outcomes } = acceptAll(matrixOf(), [claimsFile([client, { ...client, ownership: 'msp', at: 'CRM!C9' }])])
  expect(outcomes.map(({ row }) => row!.duties)).toMatchObject([
    [{ party: 'unassigned', does: 'Left to the customer by Cloud Inc.: “The customer logs visitors”' }],
    [{ party: 'unassigned', does: 'Left to the MSP by Cloud Inc.: “The customer logs visitors”' }],
  ])
})

test('the MSP’s own page makes its duty and proves nothing: evidence stays to be named', () => {
  const own = claimOf({ requirement: 'AC-3', ownership: 'msp' })
  const { matrix, outcomes } = acceptAll(matrixOf(), [claimsFile([own], { party: 'Sample IT LLC' })], {
    accountable: 'msp',
  })
  expect(outcomes[0]!.row!.duties).toMatchObject([{ party: 'msp', basis: { document: 'Cloud CRM' } }])
  expect(objective(matrix, 'sample:AC-3').reasons).toEqual(['no-evidence'])
})

test('what a document says of another provider waits for that provider’s own document', () => {
  const of = claimOf({ requirement: 'AC-3', ownership: 'provider', party: 'Tool Ltd' })
  const { outcomes } = acceptAll(matrixOf(), [claimsFile([of])])
  expect(outcomes[0]!.row!.duties).toMatchObject([
    { party: 'unassigned', does: 'Left to Tool Ltd by Cloud Inc.: “Encrypts every disk”' },
  ])
})

const landlord = { text: 'Building landlord', textIs: 'owner', activity: 'Guards and gates' } as const

test.each<[string, string, Partial<Claim>, readonly Record<string, unknown>[]]>([
  [
    'a provider that the MSP’s page does not name',
    'Sample IT LLC',
    { ownership: 'provider', ...landlord },
    [
      {
        party: 'unassigned',
        does: 'Left to another provider by Sample IT LLC: “Building landlord”: “Guards and gates”',
      },
    ],
  ],
  [
    'the MSP by its name alone, with evidence',
    'Sample IT LLC',
    { ownership: 'msp', text: 'SIT', textIs: 'owner', activity: 'Backups checked daily', evidence: 'Backup console' },
    [
      {
        party: 'msp',
        does: 'As Sample IT LLC says: “Backups checked daily”',
        evidence: [{ what: 'Backup console' }],
      },
    ],
  ],
  [
    'a row with a note',
    'Sample IT LLC',
    { ownership: 'msp', text: 'Client chases holdouts', textIs: 'note', activity: 'MFA on for all users' },
    [{ party: 'msp', does: 'As Sample IT LLC says: “MFA on for all users. Its note: Client chases holdouts”' }],
  ],
  [
    'a mark beside the requirement’s own name',
    'Cloud Inc.',
    { ownership: 'provider', text: 'Provider', textIs: 'owner', activity: 'Escort  visitors' },
    [{ party: 'cloud', does: expect.stringContaining('Do what AC-3 asks') as string }],
  ],
  [
    'evidence that is none',
    'Sample IT LLC',
    { ownership: 'msp', evidence: 'TBD' },
    [expect.not.objectContaining({ evidence: expect.anything() as unknown }) as Record<string, unknown>],
  ],
  [
    'letters of three parties',
    'Cloud Inc.',
    { ownership: 'shared', text: 'SOC: R; MSP: A; Customer: I', textIs: 'letters', activity: 'Guards and gates' },
    [
      { party: 'cloud', does: 'As Cloud Inc. says: “Guards and gates”' },
      {
        party: 'unassigned',
        does: 'Left to others by Cloud Inc.: the document says “SOC: R; MSP: A; Customer: I”, and not what each of them does. Ask Cloud Inc., and write it here',
      },
    ],
  ],
  [
    'the customer’s words where the provider’s should stand',
    'Cloud Inc.',
    { ownership: 'provider', text: 'Configure roles', customerMust: 'Configure roles' },
    [
      { party: 'cloud', does: expect.stringContaining('has no words for it') as string },
      { party: 'unassigned', does: 'Left to the customer by Cloud Inc.: “Configure roles”' },
    ],
  ],
  [
    'the client’s own page, which says what others do first',
    'Sample Dental PC',
    { ownership: 'shared', text: 'Patches the servers', customerMust: 'Names the servers' },
    [
      { party: 'client', does: 'As Sample Dental PC says: “Names the servers”' },
      { party: 'unassigned', does: 'Left to others by Sample Dental PC: “Patches the servers”' },
    ],
  ],
])('the duties of %s', (_, party, change, duties) => {
  const claim = claimOf({ requirement: 'AC-3', ownership: 'shared', ...change })
  expect(acceptAll(matrixOf(), [claimsFile([claim], { party })]).outcomes[0]!.row!.duties).toMatchObject(duties)
})

test.each([
  ['braces, which would ask a question', 'Uses {tool}', '“Uses [tool]”'],
  ['line ends', 'Locks\n\tthe door', '“Locks the door”'],
  ['characters that nobody sees', 'Locks\u0000 the \u202edoor', '“Locks the door”'],
  ['half a character', 'Locks \ud83d', '“Locks \ufffd”'],
  [
    'a mark',
    'X',
    'Do what AC-3 asks (What Escort Visitors asks). Cloud Inc. marks it as its own and has no words for it',
  ],
  ['more than a duty holds', 'word '.repeat(900), '” (cut here: the whole stands at CRM!C5)'],
])('words with %s', (_, text, does) => {
  const { outcomes } = acceptAll(matrixOf(), [claimsFile([{ ...whole, text }])])
  expect(outcomes[0]!.row!.duties[0]!.does).toContain(does)
})

test('words that nobody can observe leave it open', () => {
  const { matrix } = acceptAll(matrixOf(), [claimsFile([{ ...whole, text: 'Assists the customer as needed' }])], {
    accountable: 'client',
  })
  expect(objective(matrix, 'sample:AC-3').reasons).toEqual(['vague'])
})

test('a newer version with the same words renews the basis; with other words it is a row beside', () => {
  const first = acceptAll(matrixOf(), [claimsFile([shared])]).matrix
  const newer = { digit: 'c', source: { version: '4', date: '2026-09-01' } as never }
  const same = acceptAll(first, [claimsFile([{ ...shared, at: 'PaaS CRM!C19' }], newer)])
  expect(same.outcomes).toMatchObject([{ outcome: 'renewed' }])
  expect(same.matrix.activities).toHaveLength(1)
  expect(same.matrix.activities[0]!.duties).toMatchObject([
    {
      basis: { version: '4', place: 'PaaS CRM!C19' },
      evidence: [{ what: 'Cloud CRM, version 4, 2026-09-01, at PaaS CRM!C19' }],
    },
    { source: 'Cloud CRM, version 4, 2026-09-01, at PaaS CRM!C19' },
  ])
  const changed = acceptAll(first, [claimsFile([{ ...shared, customerMust: 'Walk with each visitor' }], newer)])
  expect(changed.matrix.activities).toHaveLength(2)
})

test('a document that applies in one scope leaves the others as they are', () => {
  const two = {
    ...matrixOf(),
    scopes: [
      { id: 'cloud', title: 'The cloud' },
      { id: 'plant', title: 'The plant' },
    ],
  }
  const { matrix } = acceptAll(two, [claimsFile([whole])], { accountable: 'client', scopesOf: () => ['cloud'] })
  expect(objective(matrix, 'sample:AC-3').gaps).toEqual([
    { reason: 'nobody', message: 'no activity covers it', scope: 'plant' },
  ])
})
