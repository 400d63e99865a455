import fc from 'fast-check'
import { expect, test } from 'vitest'
import { same } from '../compare.ts'
import type { Duty } from '../duty.ts'
import { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'
import { arbitraryMatrix } from '../testing/arbitrary-matrix.ts'
import { accessReview, dutyWith, leaver, sampleMatrix } from '../testing/sample-matrix.ts'
import { quietLines } from './quiet.ts'
import { rowChange } from './row-change.ts'
import type { Side } from './side.ts'
import { between, cellsOf, plain, readings, shown } from './testing/readings.ts'

const [notify, disable] = leaver.duties as readonly [Duty, Duty]
const basis = { claim: 'C-7', document: 'Night SOC matrix', version: '3', date: '2026-02-03', place: 'page 4' }
const proof = {
  what: 'export',
  from: 'the console',
  keptAt: 'the vault',
  lastSeen: '2026-03-04',
  sha256: 'a1'.repeat(32),
}
const allotment = {
  accountable: 'client',
  duties: [dutyWith({ does: 'Keep a list on paper' })],
  handoff: 'A call at noon',
}

/** One that says something in every field. */
const fullMatrix = Matrix.parse({
  ...sampleMatrix,
  frameworks: [{ id: 'sample', edition: '1', assessed: 'client', categories: ['privacy'], capacity: 'covered-entity' }],
  scopes: [{ id: 'managed', title: 'Systems that the MSP manages' }],
  parties: [
    ...sampleMatrix.parties.slice(0, 2),
    {
      id: 'night-soc',
      kind: 'provider',
      legalName: 'Night SOC Inc.',
      class: 'ESP',
      holds: ['logs', 'alerts'],
      because: 'It reads the alerts',
    },
  ],
  offerings: [{ id: 'help-desk', by: 'msp', scopes: ['managed'], basis }],
  agreement: { title: 'Services agreement', reference: 'RMS-1', effective: '2026-01-01', boundary: 'The office only' },
  decisions: [
    {
      ref: 'sample:AC-3',
      part: 'the plant',
      scope: 'managed',
      kind: 'not-applicable',
      by: 'Dana Reyes',
      reason: 'No visitor comes',
      date: '2026-02-01',
      basis: 'Minutes of May',
    },
  ],
  situations: ['gcc-high'],
  variants: { 'access-review': 'hosted' },
  topics: [{ id: 'identity', title: 'Identity and sign-in' }],
  parts: { 'sample:AC-2': ['the office', 'the plant'] },
  activities: [
    {
      ...leaver,
      duties: [
        { ...notify, interviewee: 'owner', source: 'customary', evidence: [proof] },
        { ...disable, timing: { before: '1 day', event: 'the last day' }, basis },
        dutyWith({ does: 'Keep the tickets', timing: { keep: '6 years', from: 'the closing' } }),
        dutyWith({ party: 'client', does: 'Walk the offices', timing: { on: 'each Monday' } }),
        dutyWith({ party: 'client', does: 'Read the monthly summary', timing: { every: '3 weeks' } }),
      ],
      scopes: ['managed'],
      appliesWhen: 'The client has staff',
      withoutOffering: allotment,
      withoutOne: { 'help-desk': allotment },
      variants: [{ ...allotment, id: 'hosted', when: 'A host runs it' }],
      notApplicable: [{ refs: ['sample:AC-1[a]'], because: 'Nobody leaves', evidence: [proof] }],
      trap: 'Tokens live on',
      placeholders: { 'request channel': { ask: 'Where to', example: 'the desk', default: 'by mail' } },
      origin: { template: 'library', version: '1.0', wording: 'f00d' },
      reviewed: { by: 'Dana Reyes', date: '2026-02-01' },
    },
    accessReview,
  ],
})

type Path = readonly (string | number)[]

function leaves(value: unknown, path: Path = []): readonly (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
}

function withLeaf(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === String(key) ? withLeaf(item, rest, text) : item))
  const group = value as Readonly<Record<string, unknown>>
  return { ...group, [key]: withLeaf(group[String(key)], rest, text) }
}

/** Names inside the file, told by what they stand for: below. */
const names = new Set([
  'format',
  'id',
  'party',
  'offering',
  'kind',
  'accountable',
  'topic',
  'assessed',
  'capacity',
  'ref',
  'scope',
  'variants',
  'covers',
  'scopes',
  'situations',
  'refs',
])

function isText(path: Path): boolean {
  const own = path.findLast((key) => !/^\d+$/.test(String(key)))!
  const isName = names.has(String(own)) && !(own === 'variants' && path.length > 2)
  return !isName && path.join('.') !== 'offerings.0.by' && path.at(-2) !== 'variants'
}

const texts = leaves(fullMatrix).filter(([path]) => isText(path))

test('the full matrix says something in more than 90 places', () => {
  expect(texts.length).toBeGreaterThan(90)
})

test.each(texts.map(([path, text]) => [path.join('.'), text, path] as const))(
  'old and new are both told: %s',
  (_, text, path) => {
    const other = newText(text)
    const after = Matrix.parse(withLeaf(fullMatrix, path, other))
    const read = readings(between(fullMatrix, after))
    expect(read.before).toContain(said(text, fullMatrix))
    expect(read.after).toContain(said(other, after))
  },
)

function newText(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return '2027-05-06'
  return /^[0-9a-f]{64}$/.test(text) ? 'b2'.repeat(32) : 'Zebra Quarter'
}

function said(text: string, { parameters }: Matrix): string {
  return plain(fill(text, parameters)).replace(/^1 /, '')
}

test.each<readonly [string, Path, string, string, string]>([
  [
    'a duty’s party',
    ['activities', 0, 'duties', 1, 'party'],
    'night-soc',
    'from Sample IT LLC to',
    'to Night SOC Inc.',
  ],
  [
    'a duty’s offering',
    ['activities', 0, 'duties', 1, 'offering'],
    'net-watch',
    'offering: help desk',
    'offering: net watch',
  ],
  ['who answers', ['activities', 0, 'accountable'], 'msp', 'Sample Dental PC', 'Sample IT LLC'],
  ['what a row serves', ['activities', 0, 'covers', 0], 'sample:AC-9', 'AC-1[a];', 'AC-9'],
  ['where a row holds', ['activities', 0, 'scopes', 0], 'plant', 'Systems that the MSP manages', 'plant'],
  ['the topic', ['activities', 0, 'topic'], 'physical', 'Identity and sign-in', 'Physical'],
  ['a party’s kind', ['parties', 2, 'kind'], 'msp', 'provider', 'managed service provider'],
  ['a party’s id', ['parties', 2, 'id'], 'day-soc', 'night-soc', 'day-soc'],
  ['a scope’s id', ['scopes', 0, 'id'], 'plant', 'managed', 'plant'],
  ['who delivers', ['offerings', 0, 'by'], 'night-soc', 'Sample IT LLC', 'Night SOC Inc.'],
  ['an offering', ['offerings', 0, 'id'], 'net-watch', 'help desk', 'net watch'],
  ['where it is sold', ['offerings', 0, 'scopes', 0], 'plant', 'Systems that the MSP manages', 'plant'],
  ['whose assessment', ['frameworks', 0, 'assessed'], 'msp', 'Sample Dental PC', 'Sample IT LLC'],
  ['the framework', ['frameworks', 0, 'id'], 'trust', 'Sample', 'Trust'],
  ['the capacity', ['frameworks', 0, 'capacity'], 'business-associate', 'covered entity', 'business associate'],
  ['what a decision is about', ['decisions', 0, 'ref'], 'sample:AC-2', 'AC-3 (the plant)', 'AC-2 (the plant)'],
  ['a decision’s kind', ['decisions', 0, 'kind'], 'accepted-risk', 'not applicable', 'accepted residual risk'],
  ['a decision’s scope', ['decisions', 0, 'scope'], 'plant', 'Systems that the MSP manages', 'plant'],
  ['a situation', ['situations', 0], 'co-managed', 'gcc high', 'co managed'],
  ['a chosen variant', ['variants', 'access-review'], 'on-site', 'hosted', 'on site'],
  ['another division’s party', ['activities', 0, 'withoutOffering', 'duties', 0, 'party'], 'client', 'msp', 'client'],
  [
    'what would exempt',
    ['activities', 0, 'notApplicable', 0, 'refs', 0],
    'sample:AC-2',
    'sample:AC-1[a]',
    'sample:AC-2',
  ],
])('%s is told by its name', (_, path, other, was, is) => {
  const read = readings(between(fullMatrix, withLeaf(fullMatrix, path, other) as Matrix))
  expect(read.before).toContain(was)
  expect(read.after).toContain(is)
})

test('each field that is gone or new is told too', () => {
  const optional: readonly Path[] = [
    ...[
      'handoff',
      'scopes',
      'appliesWhen',
      'accountable',
      'trap',
      'origin',
      'reviewed',
      'placeholders',
      'withoutOffering',
      'withoutOne',
      'variants',
      'notApplicable',
    ].map((field) => ['activities', '0', field]),
    ...['role', 'interviewee', 'timing', 'source', 'evidence'].map((field) => [
      'activities',
      '0',
      'duties',
      '0',
      field,
    ]),
    ...['situations', 'variants', 'topics', 'parts'].map((field) => [field]),
  ]
  for (const path of optional) {
    const without = Matrix.parse(withoutField(fullMatrix, path))
    for (const [before, after] of [
      [fullMatrix, without],
      [without, fullMatrix],
    ] as const) {
      const marked = between(before, after)
        .sections.slice(1)
        .flatMap(({ blocks }) => blocks.flatMap(cellsOf))
        .map((cell) => cell.map(shown).join(' '))
      expect([path.join('.'), marked.some((text) => text.includes('{+') || text.includes('[-'))]).toEqual([
        path.join('.'),
        true,
      ])
    }
  }
})

function withoutField(value: unknown, [key, ...rest]: Path): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? withoutField(item, rest) : item))
  const { [String(key)]: field, ...others } = value as Readonly<Record<string, unknown>>
  return rest.length === 0 ? others : { ...(value as object), [String(key)]: withoutField(field, rest) }
}

/** Both of one engagement, with rows in common. */
const revised = fc
  .tuple(arbitraryMatrix, arbitraryMatrix, fc.boolean())
  .map(([before, other, renewed]): readonly [Matrix, Matrix] => {
    const activities = other.activities.map((row, index) => ({ ...row, id: before.activities[index]?.id ?? row.id }))
    const unique = activities.filter(({ id }, index) => activities.findIndex((one) => one.id === id) === index)
    return [before, { ...(renewed ? other : before), activities: unique }]
  })

test('whatever changed, nothing is told without a mark, and nothing that changed is called identical', () => {
  fc.assert(
    fc.property(revised, ([before, after]) => {
      const { sections } = between(before, after)
      expect(sections.some(({ heading }) => heading === 'The texts are identical')).toBe(same(before, after))
      for (const { heading, blocks } of sections.filter(({ level }) => level === 2)) {
        const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.slice(1) : []))
        expect([heading, facts.length > 0]).toEqual([heading, true])
        for (const [label, cell] of facts) expect(`${label} ${cell.map(shown).join(' ')}`).toMatch(/\[-|\{\+/)
      }
    }),
    { numRuns: 200 },
  )
})

test('every row that changed is told: as an item, or in a line as one without effect', () => {
  fc.assert(
    fc.property(revised, ([before, after]) => {
      const [was, is] = [before, after].map(({ activities }) => new Map(activities.map((row) => [row.id, row])))
      const changed = after.activities.filter((row) => was!.has(row.id) && !same(row, was!.get(row.id)))
      const changes = changed.map((row) => rowChange(was!.get(row.id)!, row))
      const sides = { before: sideOf(before), after: sideOf(after) }
      const silent = changes.filter((change) => change.gravity === 'quiet' && quietLines(change, sides).length === 0)
      expect(silent).toEqual([])
      const whole = [...is!.keys(), ...was!.keys()].filter((id) => !(is!.has(id) && was!.has(id)))
      const items = between(before, after).sections.filter(({ level }) => level === 2)
      expect(items.length).toBe(changes.filter(({ gravity }) => gravity !== 'quiet').length + whole.length)
    }),
    { numRuns: 200 },
  )
})

function sideOf(matrix: Matrix): Side {
  return { matrix, sayDate: (date) => date, offeringName: (id) => id }
}
