import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { workbookWith, zipOf } from '../xlsx/testing/guard-samples.ts'
import { readSource } from './read-source.ts'
import { accepted, lines, refusal, said } from './testing/shown.ts'

test.each<readonly [string, string, string, string]>([
  ['a page named as a workbook', '<html><table><tr><td>1</table>', 'a.xls', 'html'],
  ['a table without a page', '<table><tr><td>1</table>', 'a', 'html'],
  [
    'a page of XHTML',
    '<?xml version="1.0"?><!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>',
    'a.xml',
    'html',
  ],
  ['records named as text', 'a,b\n1,2\n', 'a.txt', 'csv'],
  ['records without a name', 'a\tb\n1\t2\n', '', 'tsv'],
  ['records that begin with a bracket', '[1],b\n[2],c\n', 'a.csv', 'csv'],
  ['Markdown named as text', '# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n', 'a.txt', 'markdown'],
  [
    'Markdown that begins with a tag',
    '<div align="center">\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</div>\n',
    'a.md',
    'markdown',
  ],
  ['Markdown with front matter', '---\ntitle: x\n---\n| a | b |\n|---|---|\n| 1 | 2 |\n', 'a', 'markdown'],
  ['JSON without a name', '[{"id":"1"}]', 'a', 'json'],
  ['YAML without a name', 'rows:\n  - id: 1\n    who: msp\n  - id: 2\n    who: client\n', 'a', 'yaml'],
  ['prose', 'The provider secures the cloud, and you secure what is in it.\nAsk us.\n', 'a.txt', 'text'],
  ['letters', 'Dear client,\nwe do all, as agreed.\nYou do nothing, as agreed.\nYours, the MSP.\n', 'a', 'text'],
])('recognises %s', async (_, text, name, format) => {
  expect(accepted(await readSource(Buffer.from(text), name)).format).toBe(format)
})

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const old = (name: string): Buffer => Buffer.concat([compound, Buffer.alloc(512), Buffer.from(name, 'utf16le')])

test.each<readonly [string, Uint8Array, string]>([
  ['nothing', Buffer.alloc(0), 'it is empty'],
  ['blanks', Buffer.from(' \n\t\n'), 'it is empty'],
  [
    'a workbook with a password',
    old('EncryptedPackage'),
    'it is protected with a password; open it, save it without one',
  ],
  ['an old Word document', old('WordDocument'), 'save it as "Word Document (.docx)"'],
  ['an old workbook that is damaged', old('Workbook'), 'it cannot be read as a workbook'],
  ['a PDF', Buffer.from('%PDF-1.7\n…'), 'print or export the table to Excel, Word or CSV'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'a picture of a table cannot be read'],
  ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'a picture of a table cannot be read'],
  [
    'a drawing',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>'),
    'a picture of a table cannot be read',
  ],
  ['XML', Buffer.from('<?xml version="1.0"?><catalog/>'), 'it is XML, which is not read'],
  ['rich text', Buffer.from('{\\rtf1 a}'), 'Rich Text Format'],
  ['a web archive', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related\n\n'), 'web archive'],
  ['a packed file', Buffer.from([0x1f, 0x8b, 8, 0, 0]), 'unpack it'],
  ['an archive of files', zipOf([{ name: 'a.csv', text: 'a,b' }]), 'unpack it'],
  ['a presentation', zipOf([{ name: 'ppt/presentation.xml', text: '<a/>' }]), 'PowerPoint'],
  ['a binary workbook', zipOf([{ name: 'xl/workbook.bin', text: 'a' }]), '.xlsb'],
  ['bytes of no kind', Buffer.from([1, 2, 3, 0, 5, 6, 0, 0, 9]), 'it holds bytes that no text holds'],
  ['half a zip', workbookWith({}).subarray(0, 300), 'it is damaged or cut off'],
])('declines %s, and says what to do', async (_, bytes, why) => {
  expect(refusal(await readSource(bytes, 'matrix.xlsx'))).toContain(why)
})

test('a workbook comes with what its sheets show besides their cells', async () => {
  const bytes = workbookWith({
    sheets: ['CRM'],
    more: [
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        text: '<Relationships><Relationship Id="a" Type="x/comments" Target="../comments1.xml"/><Relationship Id="b" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      },
      {
        name: 'xl/comments1.xml',
        text: '<comments><commentList><comment ref="C17"><text><r><t>only </t></r><r><t>for GovCloud</t></r></text></comment></commentList></comments>',
      },
      {
        name: 'xl/drawings/drawing1.xml',
        text: '<xdr:wsDr xmlns:xdr="x" xmlns:a="y"><xdr:sp><xdr:txBody><a:p><a:r><a:t>Read me</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic/></xdr:wsDr>',
      },
      {
        name: 'docProps/core.xml',
        text: '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>CRM</dc:title><dcterms:modified>2026-01-15T08:00:00Z</dcterms:modified></cp:coreProperties>',
      },
    ],
  })
  const document = accepted(await readSource(bytes, 'a.bin'))
  expect(document).toMatchObject({ format: 'xlsx', title: 'CRM', date: '2026-01-15', prose: 7, pictures: 1 })
  expect(document.tables.map(lines)).toEqual([['1: A=Text']])
  expect(said(document)).toEqual([
    'CRM!C17: a comment stands at this cell, which was not read as part of it: "only for GovCloud"',
    'CRM: a text box lies on this sheet, which was not read: "Read me"',
  ])
})

test('sheets keep their numbers, kinds, merges and what is hidden', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'CRM',
        rows: [
          ['ID', 'Who'],
          [3.1, true],
          ['x', 'y'],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
        rowDefs: new Map([[2, { hidden: true }]]),
      },
      { name: 'Kept back', rows: [['a']], hidden: true },
      { name: 'Empty', rows: [] },
    ],
  })
  const { tables } = accepted(await readSource(bytes, 'a.xlsx'))
  expect(tables.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['CRM', undefined],
    ['Kept back', true],
  ])
  expect(tables[0]!.merges).toEqual(['A1:B1'])
  expect(tables[0]!.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
    [1, undefined],
    [2, undefined],
    [3, true],
  ])
  expect([...tables[0]!.rows[1]!.cells.values()]).toEqual([
    { text: '3.1', kind: 'number' },
    { text: 'TRUE', kind: 'boolean' },
  ])
})

test('an OpenDocument spreadsheet is read', async () => {
  const bytes = await writeOds({
    sheets: [
      {
        name: 'CRM',
        rows: [
          ['ID', 'Who'],
          ['3.1.1', 'MSP'],
        ],
      },
    ],
  })
  const document = accepted(await readSource(bytes, 'a.ods'))
  expect(document.format).toBe('ods')
  expect(document.tables.map(lines)).toEqual([['1: A=ID B=Who', '2: A=3.1.1 B=MSP']])
})

test('rows may be asked for their cells again and again', async () => {
  const { tables } = accepted(await readSource(Buffer.from('a,b\n1,2\n'), 'a.csv'))
  const [first] = tables[0]!.rows
  expect(first!.cells).toBe(first!.cells)
})

const samples = '../shared/samples'

test.skipIf(!existsSync(samples))('the samples beside the checkout are all read', async () => {
  for (const name of readdirSync(samples)) {
    const { tables } = accepted(await readSource(readFileSync(join(samples, name)), name))
    expect(tables.length, name).toBeGreaterThan(0)
  }
})
