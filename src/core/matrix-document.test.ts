import { describe, expect, test } from 'vitest'
import { readDocument } from './matrix-document.ts'
import type { Matrix } from './matrix.ts'
import { leaver, sampleMatrix } from './testing/sample-matrix.ts'
import { twoFrameworkMatrix, twoFrameworks } from './testing/trust-framework.ts'

function read(change: Record<string, unknown>, base: Matrix = twoFrameworkMatrix) {
  return readDocument(JSON.parse(JSON.stringify({ ...base, ...change })), twoFrameworks)
}

function issues(change: Record<string, unknown>): readonly string[] {
  const result = read(change)
  return result.ok ? [] : result.issues.map(({ at, message }) => `${at}: ${message}`)
}

test('a matrix is read as a matrix', () => {
  expect(read({})).toEqual({ ok: true, value: { kind: 'matrix', matrix: twoFrameworkMatrix } })
})

test('without activities it is an engagement', () => {
  const { activities: _, ...engagement } = twoFrameworkMatrix
  expect(readDocument(engagement, twoFrameworks)).toEqual({ ok: true, value: { kind: 'engagement', engagement } })
})

test('an empty list of activities is a matrix that nobody has filled', () => {
  expect(read({ activities: [] })).toMatchObject({ ok: true, value: { kind: 'matrix', matrix: { activities: [] } } })
})

const format = 'demarc/matrix@1'

test.each<readonly [string, unknown, string, string]>([
  ['a text', 'matrix', 'the document', 'group of fields'],
  ['nothing', null, 'the document', 'group of fields'],
  ['a list', [sampleMatrix], 'the document', 'group of fields'],
  ['a group without a format', { title: 'x' }, 'format', `must be format: ${format}`],
  [
    'a format of a later version',
    { format: 'demarc/matrix@2' },
    'format',
    'format version 2; this Demarc reads version 1. Update Demarc',
  ],
  ['a format of a far later version', { format: 'demarc/matrix@10000000000' }, 'format', 'format version 10000000000'],
  [
    'a format from before the first',
    { format: 'demarc/matrix@0' },
    'format',
    `"demarc/matrix@0" is not a format that Demarc reads; expected ${format}`,
  ],
  ['another format', { format: 'oscal' }, 'format', `expected ${format}`],
  ['a format that is no text', { format: 1 }, 'format', '1 is not a format'],
  ['a format that it inherits', Object.create({ format }), 'format', 'first field'],
])('%s is no document', (_, value, at, message) => {
  expect(readDocument(value, twoFrameworks)).toEqual({
    ok: false,
    issues: [{ at, message: expect.stringContaining(message) as unknown }],
  })
})

const { parties, scopes } = sampleMatrix

describe('ids that lead nowhere name what was probably meant', () => {
  test.each<readonly [string, Record<string, unknown>, string]>([
    [
      'the client under the wrong kind',
      {
        parties: [
          { id: 'msp', kind: 'msp', legalName: 'M' },
          { id: 'client', kind: 'provider', legalName: 'C' },
        ],
      },
      'parties[1].kind: the party "client" is of kind client; a provider needs another id',
    ],
    [
      'a framework',
      { frameworks: [{ id: 'sampel', assessed: 'client' }] },
      'frameworks[0].id: there is no framework "sampel"; did you mean "sample"?',
    ],
    [
      'whose assessment',
      { frameworks: [{ id: 'sample', assessed: 'clinet' }] },
      'frameworks[0].assessed: there is no party "clinet"; did you mean "client"?',
    ],
    [
      'a category',
      { frameworks: [{ id: 'trust', assessed: 'msp', categories: ['availibility'] }] },
      'frameworks[0].categories: there is no category "availibility"; did you mean "availability"?',
    ],
    [
      'a category of a framework without any',
      { frameworks: [{ id: 'sample', assessed: 'client', categories: ['privacy'] }] },
      'frameworks[0].categories: there is no category "privacy"; none is known here',
    ],
    [
      'who delivers',
      { offerings: [{ id: 'help-desk', by: 'mps' }] },
      'offerings[0].by: there is no party "mps"; did you mean "msp"?',
    ],
    [
      'where it is delivered',
      { offerings: [{ id: 'help-desk', by: 'msp', scopes: ['manged'] }] },
      'offerings[0].scopes: there is no scope "manged"; did you mean "managed"?',
    ],
    [
      'where a decision holds',
      { decisions: [{ ref: 'sample:AC-2', kind: 'not-applicable', scope: 'shop-floor' }] },
      'decisions[0].scope: there is no scope "shop-floor"; known here: "managed"',
    ],
    [
      'who answers',
      { activities: [{ ...leaver, accountable: 'clients' }] },
      'activities[0] (leaver-access-removal).accountable: there is no party "clients"; did you mean "client"?',
    ],
    [
      'one of two who answer',
      { activities: [{ ...leaver, accountable: ['client', 'nightsoc'] }] },
      'activities[0] (leaver-access-removal).accountable: there is no party "nightsoc"; did you mean "night-soc"?',
    ],
    [
      'whose duty',
      {
        activities: [
          {
            ...leaver,
            duties: [
              { party: 'client', does: 'x' },
              { party: 'mssp', does: 'x' },
            ],
          },
        ],
      },
      'activities[0] (leaver-access-removal).duties[1].party: there is no party "mssp"; did you mean "msp"?',
    ],
    [
      'an activity’s scope',
      { activities: [{ ...leaver, scopes: ['managed', 'ofice'] }] },
      'activities[0] (leaver-access-removal).scopes: there is no scope "ofice"; known here: "managed"',
    ],
  ])('%s', (_, change, said) => {
    expect(issues(change)).toEqual([said])
  })
})

test('a duty may be nobody’s, and nobody may answer', () => {
  expect(
    issues({ activities: [{ ...leaver, accountable: 'unassigned', duties: [{ party: 'unassigned', does: 'x' }] }] }),
  ).toEqual([])
})

test.each<readonly [string, Record<string, unknown>, string]>([
  [
    'a framework',
    { frameworks: [...sampleMatrix.frameworks, ...sampleMatrix.frameworks] },
    'frameworks[1].id: "sample" is already the id of frameworks[0]',
  ],
  ['a scope', { scopes: [...scopes, ...scopes] }, 'scopes[1].id: "managed" is already the id of scopes[0]'],
  [
    'a party',
    { parties: [...parties, { ...parties[1], legalName: 'Other PC' }] },
    'parties[3].id: "client" is already the id of parties[1]',
  ],
  [
    'an activity',
    { activities: [leaver, { ...leaver, title: 'Another' }] },
    'activities[1].id: "leaver-access-removal" is already the id of activities[0]',
  ],
])('%s of the same id twice', (_, change, said) => {
  expect(issues(change)).toEqual([expect.stringContaining(said)])
})

const two = { scopes: [...scopes, { id: 'shop', title: 'Shop' }] }

test.each<readonly [string, readonly object[], readonly string[]]>([
  [
    'everywhere twice',
    [{ by: 'msp' }, { by: 'night-soc' }],
    ['offerings[1]: "help-desk" is already delivered by msp (offerings[0])'],
  ],
  ['everywhere and in a scope', [{ by: 'msp' }, { by: 'night-soc', scopes: ['shop'] }], ['offerings[1]']],
  ['in a scope and everywhere', [{ by: 'msp', scopes: ['shop'] }, { by: 'night-soc' }], ['offerings[1]']],
  [
    'twice in the same scope',
    [
      { by: 'msp', scopes: ['managed', 'shop'] },
      { by: 'night-soc', scopes: ['shop'] },
    ],
    ['offerings[1]'],
  ],
  ['three times', [{ by: 'msp' }, { by: 'msp' }, { by: 'client' }], ['offerings[1]', 'offerings[2]']],
  [
    'in each scope by another',
    [
      { by: 'msp', scopes: ['managed'] },
      { by: 'night-soc', scopes: ['shop'] },
    ],
    [],
  ],
])('an offering delivered %s', (_, sold, places) => {
  expect(issues({ ...two, offerings: sold.map((one) => ({ id: 'help-desk', ...one })) })).toEqual(
    places.map((place) => expect.stringContaining(place) as unknown),
  )
})

test('everything wrong is told at once, up to a page', () => {
  const activities = Array.from({ length: 50 }, (_, index) => ({
    ...leaver,
    id: `a${index}`,
    accountable: 'nobody-known',
  }))
  const found = issues({ activities })
  expect(found).toHaveLength(21)
  expect(found.at(-1)).toBe('the document: and more; mend these first')
})

test('what is wrong in the engagement and in the activities is told together', () => {
  expect(issues({ title: 3, activities: [{ ...leaver, title: 3 }] })).toEqual([
    'title: expected a text; put it in quotes: "3"',
    'activities[0] (leaver-access-removal).title: expected a text; put it in quotes: "3"',
  ])
})

describe('a hostile document is refused before it costs', () => {
  const many = 200_000

  test.each<readonly [string, Record<string, unknown>, string]>([
    [
      'activities that are numbers',
      { activities: Array.from({ length: many }, () => 0) },
      'activities[0]: expected a group of fields',
    ],
    [
      'an activity with countless duties',
      { activities: [{ ...leaver, duties: Array.from({ length: many }, () => 0) }] },
      'activities[0] (leaver-access-removal): it holds more than 10000 values',
    ],
    [
      'countless parties',
      { parties: Array.from({ length: many }, () => 0) },
      'the document: its engagement holds more than 100000 values',
    ],
    [
      'countless strangers',
      { offerings: Array.from({ length: 30_000 }, (_, index) => ({ id: `o${index}`, by: `p${index}` })) },
      'offerings[0].by: there is no party "p0"',
    ],
    [
      'one offering sold without end',
      { offerings: Array.from({ length: 30_000 }, () => ({ id: 'o', by: 'msp' })) },
      'offerings[1]: "o" is already delivered by msp',
    ],
  ])('%s', (_, change, first) => {
    const found = issues(change)
    expect(found[0]).toContain(first)
    expect(found.length).toBeLessThanOrEqual(21)
  })
})

test('a $schema for the editor is no part of the document', () => {
  const named = readDocument({ $schema: '../docs/matrix.schema.json', ...twoFrameworkMatrix }, twoFrameworks)
  expect(named).toEqual(readDocument(twoFrameworkMatrix, twoFrameworks))
  expect(named.ok).toBe(true)
})
