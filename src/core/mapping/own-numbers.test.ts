import { expect, test } from 'vitest'
import { recognise, read, said } from '../testing/read-tables.ts'
import { sourceTable } from '../testing/source-table.ts'
import { readDocument } from './read-document.ts'

const rows = '3.1.1 | Answer calls | MSP / 3.1.2 | Order toner | Client'
const unread = ['Answer calls msp', 'Order toner client']
const asIds = ['3.1.1 msp', '3.1.2 client']

test.each<readonly [string, string, string, readonly string[]]>([
  ['a heading for sections', 'SOW', `Section | Task | Responsible / ${rows}`, unread],
  ['a heading for items', 'Sheet1', `Item no. | Task | Responsible / ${rows}`, unread],
  ['no heading', 'Sheet1', `| Task | Responsible / ${rows}`, unread],
  ['a heading for requirements', 'SOW', `Requirement | Task | Responsible / ${rows}`, asIds],
  ['a heading for ids', 'SOW', `ID | Task | Responsible / ${rows}`, asIds],
  ['a heading that names the framework', 'SOW', `Section of NIST SP 800-171 | Task | Responsible / ${rows}`, asIds],
  ['a sheet that names it', 'CMMC split', `Section | Task | Responsible / ${rows}`, asIds],
  ['a title that names it', 'SOW', `CMMC Level 2 duties | 2026 / Section | Task | Responsible / ${rows}`, asIds],
  [
    'another id that is nobody else’s',
    'SOW',
    `Section | Task | Responsible / ${rows} / AC.L2-3.1.3 | Flow | MSP`,
    [...asIds, 'AC.L2-3.1.3 msp'],
  ],
  ['no words beside them', 'SOW', 'Section | MSP | Client / 3.1.1 | X | / 3.1.2 | | X', asIds],
])('numbers under %s', (_, sheet, text, expected) => {
  expect(said(read([sourceTable(sheet, text)]))).toEqual(expected)
})

test('numbers that are left open are said, and are ids once the mapping says so', () => {
  const table = sourceTable('SOW', `Section | Task | Responsible / ${rows}`)
  const { mapping, issues } = read([table])
  expect(issues.find(({ at }) => at === 'SOW!A1')?.message).toContain('may be sections of this document')
  const columns = mapping.tables[0]!.columns.map((column) =>
    column.column === 'A' ? { ...column, is: 'requirement' as const } : column,
  )
  const told = { ...mapping, tables: [{ ...mapping.tables[0]!, columns }] }
  const given = { naming: { party: 'Nordic Cloud' }, recogniser: () => recognise, told }
  const again = readDocument(
    { format: 'xlsx', tables: [table], statements: [], prose: 0, pictures: 0, issues: [] },
    given,
  )
  expect(said(again)).toEqual(asIds)
})

test.each([
  ['three families', 3, 1, 24],
  ['one family', 1, 1, 0],
  ['three families, and a section of another chapter', 3, 4, 0],
])('two dozen numbers over %s', (_, families, chapter, ids) => {
  const numbers = Array.from({ length: 24 }, (__, at) => `3.${1 + (at % families)}.${1 + Math.floor(at / families)}`)
  const all = chapter === 1 ? numbers : [...numbers, `${chapter}.1.1`]
  const text = all.map((number) => `${number} | Task ${number} | MSP`).join(' / ')
  const { claims } = read([sourceTable('SOW', `Ref | Task | Responsible / ${text}`)])
  expect(claims.filter(({ requirement }) => requirement !== null)).toHaveLength(ids)
})
