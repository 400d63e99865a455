// Documents with one thing in them replaced, at random: never a throw, always a claim's shape, and never a better answer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClaimOwnership } from '../../../core/claims/claim.ts'
import type { SourceDocument } from '../../../core/claims/source-document.ts'
import { Text } from '../../../core/text.ts'
import { sampleMatrix } from '../../../core/testing/sample-matrix.ts'
import { subjectOf } from '../../../core/testing/sample-rendition.ts'
import { writeClientSsp } from '../../oscal/client-ssp.ts'
import { writeComponentDefinition } from '../../oscal/component-definition.ts'
import { writeProviderSsp } from '../../oscal/provider-ssp.ts'
import { readCaiq } from './caiq.ts'
import { readOpenControl } from './opencontrol.ts'
import { readComponentDefinition } from './oscal-components.ts'
import { readSecurityPlan } from './oscal-plan.ts'
import { readOwnMatrix } from './own-matrix.ts'
import { away, cloud, exporting, origination, planOf, system, uuid } from './testing/plans.ts'

const context = subjectOf().context

const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))

const statement = (letter: string, ...parts: readonly object[]) => ({
  'statement-id': `ac-2_smt.${letter}`,
  'by-components': parts,
})

const foreignPlan = planOf(
  {
    'control-id': 'ac-2',
    props: origination('sp-system', 'customer-configured'),
    statements: [
      statement(
        'a',
        exporting(
          [{ uuid: uuid(10), description: 'Hosts.' }],
          [{ uuid: uuid(11), 'provided-uuid': uuid(10), description: 'Guests.' }],
        ),
        { 'component-uuid': cloud, inherited: [{ uuid: uuid(12), description: 'Doors.' }] },
      ),
      statement('b', {
        'component-uuid': system,
        description: 'Here.',
        satisfied: [{ uuid: uuid(13), description: 'x' }],
      }),
      statement('c', { 'component-uuid': system, description: 'Away.', props: [away] }),
    ],
  },
  {
    'control-id': 'cm-1',
    statements: [
      statement(
        'a',
        exporting(
          [{ uuid: uuid(20), description: 'Hosts.' }],
          [{ uuid: uuid(21), 'provided-uuid': uuid(20), description: 'Guests.' }],
        ),
      ),
    ],
  },
  { 'control-id': 'pe-3', props: origination('inherited'), description: 'Fences.' },
  { 'control-id': 'ps-1', props: origination('customer-provided'), description: 'People.' },
)

const component = {
  schema_version: '3.0.0',
  name: 'Gateway',
  satisfies: [
    {
      standard_key: 'NIST-800-53',
      control_key: 'AC-2',
      control_origins: ['shared'],
      narrative: [{ key: 'a', text: 'x' }],
    },
    { standard_key: 'NIST-800-53', control_key: 'AC-3', control_origin: 'inherited', narrative: 'y' },
  ],
}

const questions = [
  { id: 'A&A-01.1', answer: 'Yes', 'SSRM Control Ownership': 'CSP-owned', 'CSC Responsibilities': 'Read it.' },
  { id: 'A&A-02.1', answer: 'No', 'SSRM Control Ownership': 'CSC-owned', 'CSP Implementation Description': 'None.' },
]

type Reader = (value: unknown) => SourceDocument | undefined
const seeds: readonly (readonly [string, Reader, unknown])[] = [
  ['a provider’s plan', readSecurityPlan, foreignPlan],
  ['our provider’s plan', readSecurityPlan, parsed(writeProviderSsp(subjectOf()))],
  ['our client’s plan', readSecurityPlan, parsed(writeClientSsp(subjectOf()))],
  ['our component definition', readComponentDefinition, parsed(writeComponentDefinition(subjectOf()))],
  ['an OpenControl component', readOpenControl, component],
  ['a questionnaire', readCaiq, questions],
  ['our matrix', (value) => readOwnMatrix(value, context), structuredClone(sampleMatrix)],
]

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Array.isArray(value)
    ? (value as readonly unknown[]).flatMap((item, index) => pathsIn(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, by) : item))
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) => [
      key,
      key === step ? replaced(item, rest, by) : (item as unknown),
    ]),
  )
}

function expectClaims(document: SourceDocument | undefined): void {
  for (const { at, id, party, service, ownership, text, customerMust } of document?.statements ?? []) {
    expect(ClaimOwnership.safeParse(ownership).success).toBe(true)
    expect(typeof text).toBe('string')
    for (const word of [at, id === '' ? 'none' : id, party, service, customerMust])
      if (word !== undefined) expect(Text.safeParse(word).success ? '' : word).toBe('')
  }
  for (const { at, message } of document?.issues ?? []) expect(at === '' || message === '').toBe(false)
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, 7, -0.5, true, '', ' ', '__proto__', [], {}, [null], [[]], { a: 1 }, [{}], {
    constructor: {},
  }),
  fc.constantFrom<unknown>(
    '\u0000\u202e',
    'x'.repeat(5000),
    '\\',
    '<b>',
    'sp-system',
    'not-applicable',
    'shared',
    'N/A',
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

describe.each(seeds)('%s', (_, read, seed) => {
  const paths = pathsIn(seed)

  test('with anything replaced by anything is read, or is not ours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, fc.constantFrom(...paths), odd, (one, first, two, second) => {
        const once = replaced(seed, one, first)
        expectClaims(read(once))
        const shorter = pathsIn(once).some((path) => path.join('.') === two.join('.'))
        if (shorter) expectClaims(read(replaced(once, two, second)))
      }),
      { numRuns: 800 },
    )
  })

  test('with a number where something else stood says the same, or that it is unclear', () => {
    const owners = new Map(read(seed)!.statements.map(({ at, ownership }) => [at, ownership]))
    for (const path of paths)
      for (const { at, ownership } of read(replaced(seed, path, 7))?.statements ?? []) {
        const before = owners.get(at)
        if (before !== undefined && before !== ownership)
          expect(`${path.join('.')}: ${at} ${ownership}`).toContain(' unclear')
      }
  })
})

test.each(seeds)('%s holds statements and can be read', (_, read, seed) => {
  expect(read(seed)!.statements.length).toBeGreaterThan(1)
})

test('by the thousand, of one component, nothing takes long', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    'component-uuid': system,
    description: String(index),
    props: origination('sp-system', 'sp-magic'),
  }))
  const document = readSecurityPlan(planOf({ 'control-id': 'ac-2', statements: [statement('a', ...many)] }))!
  expect(document.statements).toMatchObject([{ ownership: 'unclear' }])
  expect(document.issues).toHaveLength(5001)
})
