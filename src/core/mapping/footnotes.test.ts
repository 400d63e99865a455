import { expect, test } from 'vitest'
import { read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { footnotesIn, mayNote } from './footnotes.ts'

const noted = [
  'Requirement | Responsibility',
  '3.1.1 | Provider¹',
  '3.1.2 | Customer (2)',
  '3.1.3 | Shared',
  '3.1.4 | Provider*',
  '¹ Only with the enterprise plan; otherwise the customer does it. |',
].join(' / ')

test('a cell with a note stays unclear, and the note is quoted', () => {
  expect(said(read([sourceTable('CRM', noted)]))).toEqual([
    '3.1.1 unclear',
    '3.1.2 client',
    '3.1.3 shared',
    '3.1.4 provider',
  ])
  expect(read([sourceTable('CRM', noted)]).issues).toContainEqual({
    at: expect.stringMatching(/B2$/) as string,
    message:
      'its note ¹ says “Only with the enterprise plan; otherwise the customer does it.”: read it and decide, for the row stays unclear',
  })
})

test('a mark whose note is missing is told once', () => {
  const told = read([sourceTable('CRM', noted)]).issues.filter(({ message }) =>
    message.includes('leads to a note that was not found'),
  )
  expect(told.map(({ at }) => at.slice(-2))).toEqual(['B3', 'B5'])
})

test.each([
  ['¹ Only in the US regions', '1', 'Only in the US regions'],
  ['[2] See the SOW', '2', 'See the SOW'],
  ['(3) Customer configures it', '3', 'Customer configures it'],
  ['4. Where licensed', '4', 'Where licensed'],
  ['** Optional', '**', 'Optional'],
  ['† nach Vereinbarung', '†', 'nach Vereinbarung'],
])('%s is a note', (line, sign, words) => {
  expect(footnotesIn({ tables: [], texts: [line] })).toEqual(new Map([[sign, words]]))
})

test.each(['3.1.1 Limit access', 'Provider does it', '1', '(2)', '* ', '2026-11-24'])('%s is none', (line) => {
  expect(mayNote(line)).toBe(false)
})

test('sheets that divide the requirements are no services; sheets that speak of the same are', () => {
  const sheet = (name: string, id: string) => sourceTable(name, `Requirement | Responsibility / ${id} | Provider`)
  const services = (...ids: readonly string[]) =>
    read(ids.map((id, index) => sheet(`Sheet ${index + 1}`, id))).claims.map(({ service }) => service)
  expect(services('3.1.1', '3.3.1')).toEqual([undefined, undefined])
  expect(services('3.1.1', '3.1.1')).toEqual(['Sheet 1', 'Sheet 2'])
})

test('rows whose cell for evidence is empty are counted', () => {
  const rows =
    'Requirement | Responsibility | Evidence / 3.1.1 | Provider | Log / 3.1.2 | Shared | / 3.1.3 | Customer | none'
  const told = read([sourceTable('CRM', rows)]).issues.map(({ message }) => message)
  expect(told).toContain('2 rows name (B3, B4) no evidence: ask what shows that it is done, and who keeps it')
})
