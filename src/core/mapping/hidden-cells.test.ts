import { expect, test } from 'vitest'
import type { SourceTable } from '../claims/source-document.ts'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

const words = sourceTable(
  'CRM',
  'ID | Responsible Party | Responsibility / 3.1.1 | Provider | Customer / 3.1.2 | Provider | Provider / 3.1.3 | Provider | / 3.1.4 | | Customer / 3.1.5 | | Shared',
)
const marks = sourceTable('CRM', 'ID | Provider | Customer / 3.1.1 | X | / 3.1.2 | X | X / 3.1.3 | | X')

function withHiddenRows(table: SourceTable, ...numbers: readonly number[]): SourceTable {
  return {
    ...table,
    rows: table.rows.map((row) => (numbers.includes(row.number) ? { ...row, hidden: true as const } : row)),
  }
}

test.each<readonly [string, SourceTable, readonly string[]]>([
  [
    'a column of words',
    { ...words, hiddenColumns: ['B'] },
    ['3.1.1 unclear', '3.1.2 provider', '3.1.3 unclear', '3.1.4 client', '3.1.5 shared'],
  ],
  ['a column of marks', { ...marks, hiddenColumns: ['C'] }, ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 unclear']],
  ['rows', withHiddenRows(marks, 2, 3), ['3.1.1 unclear', '3.1.2 unclear', '3.1.3 client']],
  [
    'rows under a filter, which count',
    { ...withHiddenRows(marks, 2, 3), filtered: true },
    ['3.1.1 provider', '3.1.2 shared', '3.1.3 client'],
  ],
])('hides %s', (_, table, wanted) => {
  expect(said(read([table]))).toEqual(wanted)
})

test.each([
  ['CRM: rows are hidden (2–4, 6); what they say stays unclear', withHiddenRows(words, 2, 3, 4, 6)],
  ['CRM: rows are hidden (3); the sheet has a filter', { ...withHiddenRows(words, 3), filtered: true as const }],
  ['CRM: its columns B, C are hidden', { ...words, hiddenColumns: ['B', 'C'] }],
])('tells %s', (wanted, table) => {
  expect(
    read([table])
      .issues.map(({ at, message }) => `${at}: ${message}`)
      .join('\n'),
  ).toContain(wanted)
})
