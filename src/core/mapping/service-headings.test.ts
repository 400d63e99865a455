import { expect, test } from 'vitest'
import { read } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'

const claimed = (rows: string, merges: readonly string[] = [], header: readonly number[] = [1, 2]) =>
  read([{ ...sourceTable('Table', rows, merges), declaredHeader: header }]).claims.map(
    ({ requirement, ownership, service }) => `${requirement} ${ownership}${service === undefined ? '' : ` ${service}`}`,
  )

test.each([
  [
    'a landlord',
    'Practice | Responsible | | / | MSP | Customer | Landlord / 3.1.1 | X | | / 3.1.2 | | X | / 3.1.3 | | | X',
    ['3.1.1 msp', '3.1.2 client', '3.1.3 provider'],
  ],
  [
    'somebody unknown',
    'Practice | Responsible | | / | MSP | Customer | Fennel / 3.1.1 | X | | / 3.1.2 | | X | / 3.1.3 | | | X',
    ['3.1.1 msp', '3.1.2 client', '3.1.3 unclear'],
  ],
])('a third party beside the others is no service of every row: %s', (_, rows, expected) => {
  expect(claimed(rows, ['B1:D1'])).toEqual(expected)
})

test('departments under the parties divide no services', () => {
  const rows =
    'Practice | MSP | | Customer | / | Service desk | Security team | Management | Local IT / 3.1.1 | R | A | I | / 3.1.2 | C | | A | R / 3.1.3 | | R | | A'
  expect(claimed(rows, ['B1:C1', 'D1:E1'])).toEqual(['3.1.1 msp', '3.1.2 client', '3.1.3 shared'])
})

test('what is no department under the parties is a service still', () => {
  const rows =
    'Practice | MSP | | Customer | / | Firewall | Backup | Firewall | Backup / 3.1.1 | X | | | X / 3.1.2 | | X | X |'
  expect(claimed(rows, ['B1:C1', 'D1:E1']).toSorted()).toEqual([
    '3.1.1 client Backup',
    '3.1.1 msp Firewall',
    '3.1.2 client Firewall',
    '3.1.2 msp Backup',
  ])
})

test.each([
  ['IL4 Responsibility | IL5 Responsibility', ['IL4', 'IL5']],
  ['Responsibility (IL4) | Responsibility (IL5)', ['IL4', 'IL5']],
  ['High Responsibility | Moderate Responsibility', ['High', 'Moderate']],
  ['IaaS | PaaS', ['IaaS', 'PaaS']],
  ['Shared Hosting | Dedicated', ['Shared Hosting', 'Dedicated']],
])('who does it at each level: %s', (headings, [first, second]) => {
  const rows = `Practice | ${headings} / 3.1.1 | CSP | Mission Owner / 3.1.2 | Shared | CSP`
  expect(claimed(rows, [], [1])).toEqual([
    `3.1.1 provider ${first}`,
    `3.1.1 client ${second}`,
    `3.1.2 shared ${first}`,
    `3.1.2 provider ${second}`,
  ])
})

test('the parts of each service, named in one row', () => {
  const rows =
    'Practice | Service A Provider | Service A Customer | Service B Provider | Service B Customer / 3.1.1 | X | | | X / 3.1.2 | X | X | X |'
  expect(claimed(rows, [], [1])).toEqual([
    '3.1.1 provider Service A',
    '3.1.1 client Service B',
    '3.1.2 shared Service A',
    '3.1.2 provider Service B',
  ])
})
