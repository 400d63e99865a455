import { describe, expect, test } from 'vitest'
import type { SourceTable, Statement } from '../claims/source-document.ts'
import { controlStatements } from './control-statements.ts'
import type { ControlStatements } from './control-statements.ts'

const naming = { party: 'Acme Cloud' }

/** A row for each text; "a | b" is two cells, and a line end stays in its cell. */
function tableOf(name: string, ...rows: readonly string[]): SourceTable {
  return {
    name,
    headings: [],
    hiddenColumns: [],
    merges: [],
    rows: rows.map((row, index) => ({
      number: index + 1,
      cells: new Map(row.split(' | ').map((text, column) => ['ABC'[column]!, { text, kind: 'text' as const }])),
    })),
  }
}

function summary(status: string, origination: string, id = 'AC-2'): SourceTable {
  return tableOf(
    id,
    `${id} | Control Summary Information`,
    'Responsible Role: ISSO',
    `Parameter ${id}(a): [x] not a box of these lists`,
    `Implementation Status (check all that apply):\n${status}`,
    `Control Origination (check all that apply):\n${origination}`,
  )
}

function solution(...parts: readonly string[]): SourceTable {
  return tableOf('AC-2 (2)', 'AC-2 What is the solution and how is it implemented?', ...parts)
}

function read(...tables: readonly SourceTable[]): ControlStatements {
  return controlStatements(tables, naming)
}

function only({ statements }: ControlStatements): Statement {
  expect(statements).toHaveLength(1)
  return statements[0]!
}

const done = '☒ Implemented\n☐ Partially implemented\n☐ Planned\n☐ Alternative implementation\n☐ Not applicable'
const provider = '☒ Service Provider Corporate\n☐ Provided by Customer (Customer System Specific)'
const both = '☒ Service Provider System Specific\n☒ Configured by Customer (Customer System Specific)'
const client = '☐ Service Provider Corporate\n☒ Provided by Customer (Customer System Specific)'
const nobody = '☐ Service Provider Corporate\n☐ Provided by Customer'
const inherited = (from: string): string => `☒ Inherited from pre-existing FedRAMP Authorization${from}`

describe('whose a control is, by its boxes', () => {
  test.each<readonly [string, string, string, string, number]>([
    ['the provider’s', done, provider, 'provider', 0],
    ['the customer’s', done, client, 'client', 0],
    ['provider and customer by their words', done, both, 'shared', 0],
    ['one word for both', done, '☒ Shared (Service Provider and Customer Responsibility)', 'shared', 0],
    ['on one line', '☒ Implemented ☐ Planned', '☐ Service Provider Corporate ☒ Provided by Customer', 'client', 0],
    ['an alternative in place', '☒ Alternative implementation ☐ Planned', provider, 'provider', 0],
    ['no status ticked', '☐ Implemented ☐ Planned', provider, 'provider', 0],
    ['away, and nothing else', '☐ Implemented ☒ Not applicable', nobody, 'not-applicable', 0],
    ['away, with an origin', '☐ Implemented ☒ Not applicable', provider, 'unclear', 1],
    ['away and in place', '☒ Implemented ☒ Not applicable', nobody, 'unclear', 1],
    ['planned by the provider', '☐ Implemented ☒ Planned', provider, 'unclear', 1],
    ['planned by both', '☒ Planned', both, 'unclear', 1],
    ['in part, and the rest planned', '☒ Partially implemented ☒ Planned', provider, 'unclear', 1],
    ['left to the customer, who plans it', '☒ Planned', client, 'client', 0],
    ['in place and planned', '☒ Implemented ☒ Planned', client, 'unclear', 1],
    ['nobody’s', done, nobody, 'unclear', 1],
    ['nothing ticked', '☐ Implemented ☐ Planned', nobody, 'unclear', 1],
    ['a word that nobody knows', done, '☒ Service Provider Magic\n☒ Service Provider Corporate', 'unclear', 1],
    ['a word that nobody knows, not ticked', done, `☐ Service Provider Magic\n${provider}`, 'provider', 0],
    ['the owner’s', done, '☒ System Specific ☐ Inherited', 'unclear', 1],
    ['a cross', done, '✗ Service Provider Corporate\n☐ Shared', 'unclear', 1],
    ['boxes behind their words', done, 'Service Provider Corporate ☐ Provided by Customer ☒', 'unclear', 1],
    ['boxes that were lost on the way', 'Implemented Planned', 'Service Provider Corporate', 'unclear', 1],
  ])('%s', (_, status, origination, ownership, faults) => {
    const reading = read(summary(status, origination), solution('Part a | We do it.'))
    expect(only(reading)).toMatchObject({ id: 'AC-2', at: 'AC-2!A5', ownership })
    expect(reading.issues.map(({ at }) => at)).toEqual(Array.from({ length: faults }, () => 'AC-2!A5'))
  })

  test.each<readonly [string, string | undefined]>([
    [' for Cloud North, 12/1/2025', 'Cloud North'],
    [' for Amazon Web Services, Inc., December 1, 2025', 'Amazon Web Services, Inc.'],
    [' for Cloud North 2, 2025-12-01', 'Cloud North 2'],
    [': Cloud North, Date of Authorization: 12/1/2025', 'Cloud North'],
    [' for Click here to enter text. , Date of Authorization', undefined],
    [' for [Enter text here], Date of Authorization', undefined],
    ['', undefined],
  ])('inherited%s', (from, party) => {
    const reading = read(summary(done, inherited(from)))
    expect(only(reading)).toMatchObject({ ownership: 'provider' })
    expect(only(reading).party).toBe(party)
    expect(reading.issues).toHaveLength(party === undefined ? 1 : 0)
  })

  test('what is ticked is kept where it stays unclear', () => {
    const reading = read(summary('☒ Planned', provider), solution('Part a | In the spring.'))
    expect(only(reading).text).toBe('Ticked: Planned; Service Provider Corporate\nPart a: In the spring.')
    expect(reading.issues[0]!.message).toContain('planned or implemented in part (Planned; Service Provider Corporate)')
  })
})

describe('what the solution labels as the customer’s', () => {
  test.each<readonly [string, readonly string[], string, string | undefined]>([
    [
      'a heading, to the end of its part',
      ['Part a | We list accounts.\nCustomer Responsibility:\nName your users.\nTell us.', 'Part b | We close them.'],
      'Part a: We list accounts.\nPart b: We close them.',
      'Part a: Name your users.\nTell us.',
    ],
    [
      'a paragraph that begins with it',
      ['Part a:\nWe list accounts.\nCustomer Responsibilities: Name your users.'],
      'Part a: We list accounts.',
      'Part a: Name your users.',
    ],
    [
      'until the provider is named',
      ['Customer Responsibility\nName your users.\nService Provider Responsibility:\nWe list them.'],
      'We list them.',
      'Name your users.',
    ],
    ['nothing left', ['Part a | We do.\nCustomer Responsibility: None'], 'Part a: We do.', undefined],
    [
      'words about the customer without a label',
      ['Part a | The customer must name its users.\nCustomers: those who pay.\nThe customer is responsible.'],
      'Part a: The customer must name its users.\nCustomers: those who pay.\nThe customer is responsible.',
      undefined,
    ],
  ])('%s', (_, parts, text, customerMust) => {
    const reading = read(summary(done, both), solution(...parts))
    expect(only(reading)).toMatchObject({ ownership: 'shared', text })
    expect(only(reading).customerMust).toBe(customerMust)
    expect(reading.issues).toEqual([])
  })

  test('boxes that leave the customer out contradict it', () => {
    const reading = read(summary(done, provider), solution('Part a | Customer Responsibility: Name your users.'))
    expect(only(reading)).toMatchObject({ ownership: 'unclear', customerMust: 'Part a: Name your users.' })
    expect(reading.issues[0]!.message).toContain('leaves out a side')
  })

  test('so do boxes that leave out a provider who is named', () => {
    const reading = read(summary(done, client), solution('Service Provider Responsibility: We run it.'))
    expect(only(reading).ownership).toBe('unclear')
  })

  test('unlabeled words behind such a paragraph are told', () => {
    const reading = read(summary(done, both), solution('Customer Responsibility: Name your users.\nAlso tell us.'))
    expect(only(reading)).toMatchObject({ text: 'Also tell us.', customerMust: 'Name your users.' })
    expect(reading.issues).toHaveLength(1)
  })
})

describe('how the tables stand', () => {
  test('an enhancement finds its solution however its id is written', () => {
    const first = summary(done, provider, 'AC-2 (1)')
    const reading = read(
      first,
      summary(done, both, 'AC-3'),
      tableOf('x', 'AC-02(01) What is the solution and how is it implemented?', 'A tool.'),
    )
    expect(reading.statements.map(({ id, text }) => [id, text])).toEqual([
      ['AC-2 (1)', 'A tool.'],
      ['AC-3', ''],
    ])
  })

  test('one under the other in a sheet, a paragraph a row, with another table above', () => {
    const sheet = tableOf(
      'SSP',
      'System | Acme',
      'AC-2 Control Summary Information',
      'Implementation Status (check all that apply):',
      '☒ Implemented',
      '☐ Planned',
      'Control Origination (check all that apply):',
      '☒ Service Provider Corporate',
      '☐ Provided by Customer',
      'AC-2 What is the solution and how is it implemented?',
      'Part a',
      'We do.',
      'AC-3 Control Enhancement Summary Information',
      'Control Origination (check all that apply): | ☐ Service Provider Corporate\n☒ Provided by Customer',
    )
    const reading = read(sheet)
    expect(reading.statements).toMatchObject([
      { id: 'AC-2', at: 'SSP!A6', ownership: 'provider', text: 'Part a: We do.' },
      { id: 'AC-3', at: 'SSP!A13', ownership: 'client' },
    ])
    expect(reading.others.map(({ rows }) => rows.length)).toEqual([1])
  })

  test('a head without an id takes that of the heading above it', () => {
    const table = { ...summary(done, provider), headings: ['Access', 'AC-2 (3) Disable accounts (H)'] }
    const [head, ...rows] = table.rows
    const cells = new Map([['A', { text: 'Control Summary Information', kind: 'text' as const }]])
    expect(only(read({ ...table, rows: [{ ...head!, cells }, ...rows] })).id).toBe('AC-2 (3)')
  })

  test('a solution without a summary stays unclear', () => {
    const reading = read(solution('We do.'))
    expect(only(reading)).toMatchObject({ at: 'AC-2 (2)!A1', ownership: 'unclear', text: 'We do.' })
    expect(reading.issues).toHaveLength(1)
  })

  test('tables of another kind are left alone', () => {
    const other = tableOf('CRM', 'Control | Responsibility', 'AC-2 | ☒ Shared ☐ Provider')
    expect(read(other)).toEqual({ statements: [], issues: [], others: [other], blank: 0 })
  })

  test('a form that nobody filled in says so', () => {
    const form = summary('☐ Implemented ☐ Planned', nobody)
    expect(read(form, solution('Part a', 'Part b | Click here to enter text.'))).toMatchObject({
      statements: [],
      issues: [],
      blank: 1,
    })
  })
})
