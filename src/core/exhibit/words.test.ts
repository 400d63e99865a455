import { describe, expect, test } from 'vitest'
import type { Matrix } from '../matrix.ts'
import { textOf } from '../paper/paper.ts'
import type { Block, Paper } from '../paper/paper.ts'
import { accessReview, dutyWith, leaver, matrixOf, sampleMatrix } from '../testing/sample-matrix.ts'
import { subjectOf } from '../testing/sample-rendition.ts'
import { exhibitOf } from './exhibit-of.ts'
import { letterOf } from './numbered-rows.ts'

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'text') return [textOf([block.line])]
  if (block.kind === 'facts') return block.rows.map(([label, cell]) => `${label}: ${textOf(cell)}`)
  if (block.kind !== 'table') return []
  return block.groups.flatMap(({ title = '', foot = [], rows }) => [
    title,
    ...rows.map((row) => row.map(textOf).join(' | ')),
    textOf(foot),
  ])
}

function section(paper: Paper, heading: string): string {
  return paper.sections
    .filter((one) => one.heading.startsWith(heading))
    .flatMap(({ blocks }) => blocks.flatMap(linesOf))
    .join('\n')
}

const whole = exhibitOf(subjectOf())

test.each([
  'Accountable',
  'Agreement',
  'Business day, business hour',
  'Client',
  'Exhibit',
  'Further Provider',
  'MSP',
  'Offering',
  'Party',
  'Role',
  'Schedule',
])('“%s” is defined once', (term) => {
  const lines = section(whole, 'Definitions').split('\n')
  expect(lines.filter((line) => line.startsWith(`${term}: `))).toHaveLength(1)
})

test.each([
  ['Definitions', /Where it does not, a business day is Monday to Friday except a federal holiday/],
  ['Definitions', /Customary: .* change it as 8\.1 says/],
  ['Changes', /8\.1 .*from the effective date that they state in signing it, else from the later of their signatures/],
  ['Changes', /8\.3 .*the party that engaged it answers to the other/],
  ['Allocation', /Nothing in this Exhibit makes one party the agent of another/],
])('%s says %s', (heading, words) => {
  expect(section(whole, heading)).toMatch(words)
})

describe('the recital tells in which capacity a side stands before the law', () => {
  const inCapacity = (capacity: 'covered-entity' | 'business-associate' | undefined): Matrix => ({
    ...sampleMatrix,
    frameworks: [{ id: 'sample', assessed: 'client', ...(capacity === undefined ? {} : { capacity }) }],
  })
  test.each([
    [
      'covered-entity',
      /the Client is a covered entity \(45 CFR 160\.103\)\. The MSP is its business associate as far as/,
    ],
    [
      'business-associate',
      /the Client is a business associate .* The MSP is its subcontractor, and so a business associate too/,
    ],
  ] as const)('%s', (capacity, words) => {
    expect(section(exhibitOf(subjectOf(inCapacity(capacity))), 'Background')).toMatch(words)
  })
  test('nothing where none is stated', () => {
    expect(section(exhibitOf(subjectOf(inCapacity(undefined))), 'Background')).not.toContain('160.103')
  })
})

test('the system security plan stands on the cover and in the scope', () => {
  const ssp = 'Plan of Sample Dental, version 3.2'
  const paper = exhibitOf(subjectOf({ ...sampleMatrix, agreement: { ...sampleMatrix.agreement, ssp } }))
  expect(paper.cover?.facts).toContainEqual(['System security plan', ssp])
  expect(section(paper, 'Scope of services')).toContain(
    `The boundary is described in the system security plan: ${ssp}.`,
  )
})

describe('an extract', () => {
  const open = {
    ...matrixOf({ ...leaver, duties: [] }),
    frameworks: [...sampleMatrix.frameworks, { id: 'trust', assessed: 'msp' }],
  }
  const decision = { kind: 'not-applicable', by: 'Ann', reason: 'None here', date: '2026-01-02' } as const
  const matrix: Matrix = {
    ...open,
    decisions: [
      { ...decision, ref: 'sample:AC-2' },
      { ...decision, ref: 'trust:T1.1' },
    ],
  }
  const paper = exhibitOf({ ...subjectOf(matrix), framework: 'trust' })

  test('says so on the cover and at the head of each page', () => {
    expect(paper.cover?.subtitle).toMatch(/^Extract: .+ only$/)
    expect(paper.cover?.notice).toContain('not for signature')
    expect(paper.header).toMatch(/Extract: .+ only$/)
    expect(paper.title).toMatch(/Extract: .+ only$/)
  })

  test('speaks in Schedule D of what it shows, and of the rest only that it has gaps', () => {
    const settled = exhibitOf({ ...subjectOf({ ...sampleMatrix, frameworks: matrix.frameworks }), framework: 'sample' })
    expect(section(settled, 'Schedule D')).toMatch(/^Nothing in this extract is open: .* Of the rest .* nothing\.$/)
    expect(settled.cover?.notice).toMatch(/The rest of the revision has (?:one open objective|\d+ open objectives)\./)
    expect(settled.cover?.notice).not.toContain('Schedule D')
  })

  test('tells only the decisions about its objectives', () => {
    expect(section(paper, 'Schedule E')).toContain('T1.1')
    expect(section(paper, 'Schedule E')).not.toContain('AC-2')
  })
})

test('a time in Schedule C has its act, and no row says that it has no source', () => {
  const schedule = section(whole, 'Schedule C')
  expect(schedule).toContain('(b) MSP | Disable the person’s accounts and end their sessions | within 24 hours after')
  expect(schedule).not.toContain('no source')
  const long = dutyWith({ party: 'client', does: `Write ${'a long list of things '.repeat(12)}down. Then sign it` })
  const told = section(exhibitOf(subjectOf(matrixOf({ ...accessReview, duties: [long] }))), 'Schedule C')
  expect(told).toMatch(/\(a\) Client \| Write a long list .{50,100} … \|/)
})

test('Schedule G says who is meant by each role that a row names', () => {
  const subject = subjectOf()
  const context = { ...subject.context, roles: { 'office manager': 'Whoever runs the office.' } }
  const schedule = section(exhibitOf({ ...subject, context }), 'Schedule G')
  expect(schedule).toContain('Client | office manager | Whoever runs the office.')
  expect(schedule).toContain('MSP | service desk | The person whom that party names.')
})

test.each([
  [0, '(a)'],
  [25, '(z)'],
  [26, '(aa)'],
])('duty %i is %s', (index, letter) => {
  expect(letterOf(index)).toBe(letter)
})
