import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

test('a summary that its rows contradict is an issue', () => {
  const summary = sourceTable('Summary', 'Provider | 2 / Customer | 1')
  const rows = sourceTable('CRM', 'Control | Owner / 3.1.1 | Provider / 3.1.2 | Customer')
  expect(read([summary, rows]).issues).toContainEqual(expect.objectContaining({ at: 'Summary!B1' }))
})

test.each([
  [
    'a form in which every row names the choices',
    'Control | Responsibility / 3.1.1 | Provider\\Customer\\Shared / 3.1.2 | Provider\\Customer\\Shared / 3.1.3 | Provider\\Customer\\Shared',
    'blank template: every row says “Provider/Customer/Shared”',
  ],
  [
    'a form in which every row is still to be filled in',
    'Control | Responsibility | Provider / 3.1.1 | TBD | / 3.1.2 | TBD | / 3.1.3 | TBD |',
    'blank template: every row says “TBD”',
  ],
  ['a blank template', 'Control | Responsibility / 3.1.1 | / 3.1.2 |', 'blank template'],
  [
    'a matrix whose responsible column nobody can tell',
    'Control | Thing / 3.1.1 | blue / 3.1.2 | red',
    'no column of it says',
  ],
  ['a table of something else', 'Region | Sales / North | 12', 'none of its tables'],
])('declines %s', (_, text, reason) => {
  expect(read([sourceTable('CRM', text)]).declined).toContain(reason)
})

test('what stands above an empty row is no part of the header', () => {
  const table = sourceTable('CRM', 'Revision | C | 2026 / Control | Task | Owner / 3.1.1 | Access | Customer')
  const rows = table.rows.map((row) => (row.number === 1 ? row : { ...row, number: row.number + 1 }))
  const { mapping } = read([{ ...table, rows }])
  expect(mapping.tables[0]!.columns.map(({ heading }) => heading)).toEqual(['Control', 'Task', 'Owner'])
})

test('letters of parties whom nobody knows are found under a divider', () => {
  const table = sourceTable('A', 'Req | Initech | Hooli / AC / 3.1.1 | R | C / 3.1.2 | A | R')
  expect(said(read([table]))).toEqual(['3.1.1 unclear', '3.1.2 unclear'])
})

test('a name with its legal form is the party', () => {
  const table = sourceTable('A', 'Control | Muster IT GmbH | Kunde / 3.1.1 | R,A | I / 3.1.2 | I | R')
  expect(said(read([table], 'Muster IT GmbH'))).toEqual(['3.1.1 provider', '3.1.2 client'])
  expect(read([table], 'Muster IT GmbH').mapping.tables[0]!.columns[1]).not.toHaveProperty('name')
})
