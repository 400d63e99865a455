import { expect, test } from 'vitest'
import type { RawCell } from '../proposal/raw-workbook.ts'
import { recognise, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

const head = 'Practice | Responsibility | CSP Responsibility | Customer Responsibility'

/** `=` stands for a formula without a stored value, `=Shared` for one with it, `#REF!` for an error. */
function read(rows: string) {
  const table = sourceTable('CRM', `${head} / ${rows}`)
  const formulas = table.rows.map((row) => ({
    ...row,
    cells: new Map([...row.cells].map(([column, cell]) => [column, spreadsheetCell(cell)] as const)),
  }))
  return readDocument(
    { format: 'xlsx', tables: [{ ...table, rows: formulas }], statements: [], prose: 0, pictures: 0, issues: [] },
    { naming: { party: 'Nordic Cloud' }, recogniser: () => recognise, told: { tables: [], words: {} } },
  )
}

function spreadsheetCell(cell: RawCell): RawCell {
  if (cell.text.startsWith('#')) return { ...cell, kind: 'error' }
  return cell.text.startsWith('=') ? { ...cell, text: cell.text.slice(1), formula: true } : cell
}

test.each<readonly [string, string, string, readonly string[]]>([
  ['who does it in a formula without a value', '3.1.1 | = | Runs a portal |', '3.1.1 unclear', ['CRM!B2']],
  ['a formula with its value', '3.1.1 | =Shared | Runs it | Sets it', '3.1.1 shared', []],
  ['a customer’s part in a formula without a value', '3.1.1 | Provider | Runs it | =', '3.1.1 unclear', ['CRM!D2']],
  ['an error in a party’s part', '3.1.1 | Provider | #REF! |', '3.1.1 unclear', ['CRM!C2']],
  ['nobody named beside the provider’s part', '3.1.1 | | Supplies a firewall |', '3.1.1 unclear', ['CRM!B2']],
  ['nobody named beside both parts', '3.1.1 | | Runs it | Sets it', '3.1.1 unclear', ['CRM!B2']],
])('a row with %s', (_, row, ownership, places) => {
  const { issues, ...reading } = read(`${row} / 3.1.2 | Provider | Runs it |`)
  expect(said({ ...reading, issues })).toEqual([ownership, '3.1.2 provider'])
  expect(issues.flatMap(({ at }) => (at === 'CRM!A1' ? [] : at))).toEqual(places)
})

test('formulas without a value in other columns are listed together', () => {
  const { issues } = read('3.1.1 | Provider | Runs it | / = | Customer | | = / 3.1.2 | = | | Sets it')
  expect(issues.flatMap(({ at, message }) => (message.startsWith('these cells') ? [at, message] : []))).toEqual([
    'CRM!A3',
    'these cells hold formulas without a stored value, or errors, and were not read: A3, D3; open and save the document in a spreadsheet program, and import again',
  ])
})

test.each([
  ['Provider | | Customer must configure roles', 'Provider', 'Customer must configure roles'],
  ['Provider | Runs it | Customer must configure roles', 'Runs it', 'Customer must configure roles'],
  ['Customer | | Customer must configure roles', 'Customer must configure roles', 'Customer must configure roles'],
  ['Provider | None | None', 'Provider', undefined],
])('the words for %j are those of its own side', (row, text, customerMust) => {
  const [claim] = read(`3.1.1 | ${row}`).claims
  expect([claim?.text, claim?.customerMust]).toEqual([text, customerMust])
})
