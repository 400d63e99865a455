import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

test('the groups over a fuller header say whose each description is', () => {
  const rows =
    'CMMC | | Allocation | Nordic Cloud | Customer / Practice ID | Practice | Responsibility | Implementation description | Responsibility description | Evidence \\ artifact / 3.1.1 | Access | Shared | Limits operators | Approves accounts | List / 3.1.2 | Remote | Provider | | Sets roles | Log / 3.1.3 | Flow | Shared | Filters | Names flows | Rules'
  const { mapping, claims } = read([sourceTable('CRM', rows, ['A1:B1'])])
  expect(mapping.tables.map(({ header, columns }) => [header, columns.map(({ is, of }) => of ?? is)])).toEqual([
    [
      [1, 2],
      ['requirement', expect.any(String), 'ownership', 'provider', 'client', 'evidence'],
    ],
  ])
  expect(claims.map(({ text, customerMust }) => [text, customerMust])).toEqual([
    ['Limits operators', 'Approves accounts'],
    ['Provider', 'Sets roles'],
    ['Filters', 'Names flows'],
  ])
})

test.each(['2026-08-01', '08/01/2026', '01.08.2026'])('the day %s right above a header is none of it', (day) => {
  const rows = `Date | ${day} / Control | Responsibility | Customer responsibility / 3.1.1 | Shared | Sets it`
  const [table] = read([sourceTable('CRM', rows)]).mapping.tables
  expect(table?.columns.map(({ heading }) => heading)).toEqual(['Control', 'Responsibility', 'Customer responsibility'])
})

const declaring = (rows: string, merges: readonly string[] = []) =>
  read([{ ...sourceTable('Table', rows, merges), declaredHeader: [1] }])

test.each([
  ['the parties', 'Practice | MSP | Client / 3.1.1 | X | / Practice | Client | MSP / 3.1.2 | X | / 3.1.3 | | X'],
  ['every column', 'Practice | MSP | Client / 3.1.1 | X | / MSP | Practice | Client / | 3.1.2 | X / X | 3.1.3 |'],
  ['other words', 'Practice | MSP | Client / 3.1.1 | X | / Practice | Customer | MSP / 3.1.2 | X | / 3.1.3 | | X'],
])('a header that comes again in another order holds for the rows below it: %s', (_, rows) => {
  expect(said(declaring(rows))).toEqual(['3.1.1 msp', '3.1.2 client', '3.1.3 msp'])
})

test('a row under a declared header that only looks like one is no header', () => {
  expect(said(declaring('Task | Who / Patch | MSP / Service | Client / Practice | MSP'))).toEqual([
    'Patch msp',
    'Service client',
    'Practice msp',
  ])
})

test('what a declared header reaches down into belongs to it', () => {
  const rows = 'Practice | Responsible | / | MSP | Client / 3.1.1 | x | / 3.1.2 | | x'
  expect(said(declaring(rows, ['A1:A2', 'B1:C1']))).toEqual(['3.1.1 msp', '3.1.2 client'])
})

const keyed = 'Practice | IaaS | PaaS / 3.1.1 | P | C / 3.1.2 | S | P'
const key =
  'P | Provider performs the control / C | Customer performs the control / S | Shared by provider and customer'
/** The rows from one on stand a row lower, below an empty one. */
const parted = (table: ReturnType<typeof sourceTable>, from: number) => ({
  ...table,
  rows: table.rows.map((row) => (row.number < from ? row : { ...row, number: row.number + 1 })),
})

test.each([
  ['above', parted(sourceTable('Matrix', `${key} / ${keyed}`), 4)],
  ['right above', sourceTable('Matrix', `${key} / ${keyed}`)],
  ['below', parted(sourceTable('Matrix', `${keyed} / ${key}`), 4)],
])('a legend %s the table is no part of it, and says what its codes mean', (_, table) => {
  const { claims } = read([table])
  expect(claims.map(({ requirement, service, ownership }) => [requirement, service, ownership])).toEqual([
    ['3.1.1', 'IaaS', 'provider'],
    ['3.1.1', 'PaaS', 'client'],
    ['3.1.2', 'IaaS', 'shared'],
    ['3.1.2', 'PaaS', 'provider'],
  ])
})

test('a code that the legend leaves out leaves its row unclear', () => {
  const rows = 'P | Provider / C | Customer / Practice | IaaS | PaaS / 3.1.1 | P | C / 3.1.2 | S | P / 3.1.3 | C | C'
  expect(said(read([sourceTable('Matrix', rows)]))).toEqual([
    '3.1.1 provider',
    '3.1.1 client',
    '3.1.2 unclear',
    '3.1.2 provider',
    '3.1.3 client',
    '3.1.3 client',
  ])
})

test('rows whose ids a spreadsheet made numbers of are claims without a requirement, and listed', () => {
  const rows = 'CIS Safeguard | Safeguard title | Responsible / #1.1 | Inventory | MSP / #3.1 | Encrypt | Client'
  const { claims, issues, declined } = read([sourceTable('CIS', rows)])
  expect(declined).toBeUndefined()
  expect(claims.map(({ requirement, activity, ownership }) => [requirement, activity, ownership])).toEqual([
    [null, 'Inventory', 'msp'],
    [null, 'Encrypt', 'client'],
  ])
  expect(issues.map(({ at }) => at)).toEqual(expect.arrayContaining(['CIS!A2', 'CIS!A3']))
})
