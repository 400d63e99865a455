import { expect, test } from 'vitest'
import { read } from '../testing/read-tables.ts'
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
