// Claims files made by hand and at random, about the small frameworks of the tests.
import fc from 'fast-check'
import type { Claim } from '../../claims/claim.ts'
import type { ClaimsFile } from '../../claims/claims-file.ts'
import type { Context } from '../../context.ts'
import { frameworkIndex } from '../../framework-lookup.ts'
import type { Matrix } from '../../matrix.ts'
import { arbitraryMatrix } from '../../testing/arbitrary-matrix.ts'
import { twoFrameworks } from '../../testing/trust-framework.ts'
import type { Acceptance, AcceptableClaim } from '../acceptable-claim.ts'
import { isAcceptable } from '../acceptable-claim.ts'
import { acceptClaims } from '../acceptance.ts'
import type { Accepted } from '../acceptance.ts'
import { hear } from '../hearing.ts'
import type { ReviewGround } from '../review.ts'
import { nameKey } from '../speaker.ts'

/** Filled in by the file that the claim stands in. */
const theDocuments = 'whose document it is'

type About = Partial<Claim> & Pick<Claim, 'requirement' | 'ownership'>

/** A claim of the sample framework about all objectives of its requirement. */
export function claimOf({ requirement, ...rest }: About): Claim {
  const framework = rest.framework ?? 'sample'
  const known = requirement && frameworkIndex(twoFrameworks.frameworks.get(framework)!).requirements.get(requirement)
  return {
    framework,
    requirement,
    objectives: known ? known.objectives.map(({ id }) => id) : [],
    party: theDocuments,
    text: 'Encrypts every disk',
    at: `CRM!C${(requirement ?? '').length + 1}`,
    ...rest,
  }
}

export function claimsFile(
  claims: readonly Claim[],
  change: Partial<ClaimsFile> & { readonly digit?: string } = {},
): ClaimsFile {
  const { digit = 'a', source, ...rest } = change
  const party = rest.party ?? 'Cloud Inc.'
  return {
    format: 'demarc/claims@1',
    party,
    mapping: {},
    issues: [],
    claims: claims.map((claim) => (claim.party === theDocuments ? { ...claim, party } : claim)),
    ...rest,
    source: {
      format: 'xlsx',
      tables: 1,
      document: 'cloud.xlsx',
      title: 'Cloud CRM',
      version: '3',
      date: '2026-01-05',
      sha256: digit.repeat(64),
      ...source,
    },
  }
}

export function groundWith(
  matrix: Matrix,
  change: Partial<ReviewGround> & { readonly context?: Context } = {},
): ReviewGround {
  return {
    matrix,
    context: twoFrameworks,
    said: new Map([
      [nameKey('Cloud Inc.'), 'cloud'],
      [nameKey('Tool Ltd'), 'tool'],
    ]),
    scopesOf: () => undefined,
    ...change,
  }
}

export function howWith(change: Partial<Acceptance> = {}): Acceptance {
  return {
    reason: 'read with the vendor',
    by: 'Dana Reyes',
    date: '2026-06-01',
    scopesOf: () => undefined,
    inPieces: new Set(),
    ...change,
  }
}

/** Every claim that may be accepted at all, as if each had been chosen by its place. */
export function acceptAll(matrix: Matrix, files: readonly ClaimsFile[], change: Partial<Acceptance> = {}): Accepted {
  const { held, inPieces } = hear(files, groundWith(matrix))
  return acceptClaims(matrix, held.filter(isAcceptable), howWith({ inPieces, ...change }))
}

export function acceptable(matrix: Matrix, files: readonly ClaimsFile[]): readonly AcceptableClaim[] {
  return hear(files, groundWith(matrix)).held.filter(isAcceptable)
}

const requirements = [
  ['sample', 'AC-1'],
  ['sample', 'AC-2'],
  ['sample', 'AC-3'],
  ['sample', 'DOC-1'],
  ['trust', 'T1.1'],
  ['trust', 'T2.1'],
] as const

const words = fc.constantFrom(
  '',
  'X',
  'N/A',
  'Encrypts every disk',
  'Assists as needed',
  'Uses {tool} promptly',
  'Logs sign-ins\nfor 90 days',
)

const arbitraryClaim: fc.Arbitrary<Claim> = fc
  .record(
    {
      about: fc.constantFrom(...requirements),
      some: fc.boolean(),
      plain: fc.boolean(),
      ownership: fc.constantFrom('msp', 'client', 'provider', 'provider', 'shared', 'not-applicable', 'unclear'),
      text: words,
      customerMust: fc.constantFrom('Turn it on', 'None', 'Review the list each month'),
      service: fc.constantFrom('PaaS', 'SaaS'),
      activity: fc.constantFrom('Sign-in', 'Disks'),
      translatedFrom: fc.constantFrom('AC-2', 'SC-28'),
      row: fc.nat(30),
    },
    { requiredKeys: ['about', 'some', 'plain', 'ownership', 'text', 'row'] },
  )
  .map(({ about: [framework, requirement], some, plain, row, ...rest }) => {
    const base = { framework, requirement, at: `CRM!C${row}` }
    const claim = claimOf(plain ? { ...base, ownership: 'provider' } : { ...base, ...rest })
    return some ? { ...claim, objectives: claim.objectives.slice(0, 1) } : claim
  })

export const arbitraryFiles: fc.Arbitrary<readonly ClaimsFile[]> = fc
  .tuple(
    fc.array(arbitraryClaim, { maxLength: 6 }),
    fc.array(arbitraryClaim, { maxLength: 4 }),
    fc.constantFrom('Tool Ltd', 'Night SOC Inc.', 'Sample IT LLC', 'client', 'Cloud Inc.'),
  )
  .map(([cloud, other, party]) => [
    claimsFile(cloud),
    claimsFile(other, {
      party,
      digit: 'b',
      source: { document: 'other.xlsx', date: '2026-03-05' } as ClaimsFile['source'],
    }),
  ])

/** Rows that name what is to be done and have no duty yet among them. */
export const arbitraryWaiting: fc.Arbitrary<Matrix> = fc
  .tuple(arbitraryMatrix, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([matrix, waiting]) => ({
    ...matrix,
    activities: matrix.activities.map((row, index) =>
      waiting[index] ? { ...row, duties: [], accountable: 'client', title: 'Restore one file' } : row,
    ),
  }))
