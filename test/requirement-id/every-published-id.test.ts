import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadFrameworks } from '../../src/library/frameworks.ts'
import type { Requirement } from '../../src/core/framework.ts'
import { sampleFramework } from '../../src/core/testing/sample-framework.ts'
import { lastControl } from '../../src/core/requirement-id/control.ts'
import { recogniseIds } from '../../src/core/requirement-id/recognise-ids.ts'
import { columnOf } from '../../src/core/requirement-id/scheme.ts'

const frameworks = loadFrameworks()
const trust = columnOf('soc2')

/** How an id is written by its framework, by the frameworks of the library. */
const variants: Readonly<Record<string, readonly ((id: string) => string)[]>> = {
  'cmmc-l2': [
    (id) => id,
    (id) => id.toLowerCase(),
    (id) => id.slice(6),
    (id) => id.replace('[', ' ['),
    (id) => id.slice(6).replace('[', '(').replace(']', ')'),
    (id) => id.replaceAll('-', '\u2011'),
    (id) => `NIST SP 800-171 Rev. 2, ${id.slice(6)}`,
    (id) => `CMMC: ${id}`,
  ],
  hipaa: [
    (id) => id,
    (id) => `§${id}`,
    (id) => `§ ${id}`,
    (id) => `45 CFR ${id}`,
    (id) => `45 C.F.R. §\u00a0${id}`,
    (id) => `HIPAA ${id.replace('(', ' (')}`,
  ],
  soc2: [(id) => id, (id) => id.toLowerCase(), (id) => `SOC 2 ${id}`, (id) => `TSC: ${id}`],
}

/** What may surround an id without changing it. */
const around: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => ` ${id}\n`,
  (id) => `${id} – Title of it`,
  (id) => `${id}: a title`,
  (id) => `(${id})`,
  (id) => `• ${id}`,
]

const published = [...frameworks.values()].flatMap((framework) =>
  framework.requirements.flatMap((requirement) => [
    { framework: framework.id, requirement, id: requirement.id, objectives: idsOf(requirement) },
    ...requirement.objectives
      .filter(({ id }) => id !== requirement.id)
      .map(({ id }) => ({ framework: framework.id, requirement, id, objectives: [id] })),
  ]),
)

function idsOf({ objectives }: Requirement): readonly string[] {
  return objectives.map(({ id }) => id)
}

test('every published id, in every way of writing it, is exactly itself', () => {
  expect(published.length).toBeGreaterThan(500)
  for (const { framework, requirement, id, objectives } of published)
    for (const write of variants[framework] ?? variants['hipaa']!)
      for (const surround of around) {
        const text = surround(write(id))
        const recognised = recogniseIds({ text, kind: 'text' }, frameworks, trust)
        expect([text, recognised.kind, 'found' in recognised && recognised.found]).toEqual([
          text,
          'known',
          [{ framework, requirement: requirement.id, objectives }],
        ])
      }
})

test('every control of the published mapping leads to the requirements that name it', () => {
  const requirements = frameworks.get('cmmc-l2')!.requirements
  const controls = new Set(requirements.flatMap(({ attributes }) => attributes.nist80053 ?? []))
  expect(controls.size).toBeGreaterThan(100)
  for (const control of controls) {
    const padded = control.replace(/-(\d)(?!\d)/, '-0$1').replace(/\((\d)\)/, ' (0$1)')
    const oscal = control.toLowerCase().replace(/\((\d+)\)/, '.$1')
    for (const text of [control, padded, oscal, `${control}(a)`, `${control}: title`]) {
      const recognised = recogniseIds({ text, kind: 'text' }, frameworks)
      expect(recognised.kind, text).toBe('known')
      expect('found' in recognised && recognised.found.map(({ requirement }) => requirement)).toEqual(
        requirements.filter(({ attributes }) => attributes.nist80053?.includes(control)).map(({ id }) => id),
      )
    }
  }
})

test('any two requirements of a family make a range of what is between them, or none at all', () => {
  const requirements = frameworks.get('cmmc-l2')!.requirements.map(({ id }) => id)
  fc.assert(
    fc.property(fc.constantFrom(...requirements), fc.constantFrom(...requirements), (from, to) => {
      const text = `${from.slice(6)} - ${to.slice(6)}`
      const recognised = recogniseIds({ text, kind: 'text' }, frameworks)
      const between = requirements.slice(requirements.indexOf(from), requirements.indexOf(to) + 1)
      const one = between.length > 0 && from.slice(0, 2) === to.slice(0, 2)
      expect(recognised.kind).toBe(one ? 'known' : 'unknown')
      expect('found' in recognised && recognised.found.map(({ requirement }) => requirement)).toEqual(
        one ? between : [],
      )
    }),
  )
})

const digits = (max: number) => fc.integer({ min: 0, max }).map(String)
const others = fc.oneof(
  fc.tuple(fc.constantFrom('A.5', 'A.8', 'A.18'), digits(30)).map((parts) => parts.join('.')),
  fc.tuple(fc.constantFrom('PR.AC', 'ID.AM', 'DE.CM', 'GV.OC'), digits(30)).map((parts) => parts.join('-')),
  fc
    .tuple(fc.constantFrom('IAM', 'DSP', 'A&A', 'CIP', 'CTRL', 'X', 'HR', 'NS'), digits(130))
    .map((parts) => parts.join('-')),
  fc.tuple(fc.constantFrom(1, 2, 4, 5, 8, 10, 12, 31), digits(30), digits(30)).map((parts) => parts.join('.')),
  fc
    .tuple(fc.constantFrom('PCI DSS ', 'CIS ', 'ISO 27001 ', 'v', 'version ', 'Rev '), digits(4), digits(14), digits(9))
    .map(([name, ...numbers]) => name + numbers.join('.')),
  fc.tuple(digits(255), digits(255), digits(255), digits(255)).map((parts) => parts.join('.')),
  fc.tuple(digits(9), digits(9), digits(9)).map((parts) => parts.map((part) => `0${part}`).join('.')),
  fc
    .tuple(fc.constantFrom('AC', 'SC', 'RE', 'AM'), digits(5), fc.integer({ min: 100, max: 999 }))
    .map((parts) => parts.join('.')),
  fc.tuple(digits(31), fc.constantFrom('Jan', 'Mar', 'Dez', 'août'), digits(30)).map((parts) => parts.join('-')),
)

test('no id of another scheme is ever one of ours', () => {
  fc.assert(
    fc.property(others, fc.constantFrom('', ' - Title', ': Access', '\nWords'), (id, words) => {
      const recognised = recogniseIds({ text: id + words, kind: 'text' }, frameworks)
      expect(recognised.kind).not.toBe('known')
      expect('found' in recognised ? recognised.found : []).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('no text whatever makes a requirement that no framework publishes', () => {
  const pieces = [
    '3.1.1',
    '3.10.',
    'AC.L2-',
    'AC-2',
    '[a]',
    '(1)',
    '-',
    ' – ',
    ', ',
    ' to ',
    '164.308',
    '(a)',
    'CC6.1',
    'x',
    '\n',
    '.',
    ' ',
    'PCI ',
    '§',
    '03.01.01',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
      const recognised = recogniseIds({ text: parts.join(''), kind: 'text' }, frameworks)
      const found = 'found' in recognised ? recognised.found : []
      if (recognised.kind === 'known') expect(found).not.toEqual([])
      for (const { framework, requirement, objectives } of found) {
        const known = frameworks.get(framework)?.requirements.find(({ id }) => id === requirement)
        expect(objectives.length).toBeGreaterThan(0)
        expect(known && idsOf(known)).toEqual(expect.arrayContaining([...objectives]))
      }
    }),
    { numRuns: 3000 },
  )
})

test('the families of controls are those of the published mapping and more', () => {
  const named = frameworks
    .get('cmmc-l2')!
    .requirements.flatMap(({ attributes }) => [...(attributes.nist80053 ?? []), ...(attributes.nist80053r4 ?? [])])
  for (const control of named) {
    const [, family = '', number] = /^([A-Z]{2})-(\d+)/.exec(control) ?? []
    expect(Number(number), control).toBeLessThanOrEqual(lastControl[family] ?? 0)
  }
})

test.each([
  ['AC-1', ['AC-1[a]', 'AC-1[b]']],
  ['ac-1[b]', ['AC-1[b]']],
  ['DOC-1: Policies', ['DOC-1']],
])('a framework of any other form is recognised by its published ids: %s', (text, objectives) => {
  const own = new Map([[sampleFramework.id, sampleFramework]])
  expect(recogniseIds({ text, kind: 'text' }, own)).toMatchObject({ kind: 'known', found: [{ objectives }] })
  expect(recogniseIds({ text: '3.1.1', kind: 'text' }, own)).toMatchObject({ kind: 'unknown', found: [] })
})
