import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { cell, docxWith, paragraph, row, run, table } from '../testing/docx-with.ts'
import { accepted, lines, refusal, said } from '../testing/shown.ts'
import { zipOf } from '../../xlsx/testing/guard-samples.ts'
import type { SourceDocument } from '../../../core/claims/source-document.ts'

async function read(body: string, core?: string): Promise<SourceDocument> {
  return accepted(await readSource(docxWith(body, core === undefined ? {} : { core }), 'a.docx'))
}

const box = (checked: string): string =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('?')}</w:sdtContent></w:sdt>`

test.each<readonly [string, string, string]>([
  ['words of several runs', `${run('3.1')}${run('.1')}`, '3.1.1'],
  ['line ends', '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>', 'a\nb'],
  ['boxes by their state', `${box('1')}${box('0')}`, '☒☐'],
  ['check marks of symbol fonts', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', '✓'],
  [
    'old form boxes',
    '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>',
    '☒',
  ],
  [
    'the entry that an old form shows',
    '<w:r><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="MSP"/><w:listEntry w:val="Client"/></w:ddList></w:ffData></w:r>',
    'Client',
  ],
  [
    'what tracked changes put in, not what they took out',
    `<w:ins>${run('Client')}</w:ins><w:del><w:r><w:delText>MSP</w:delText><w:t>MSP</w:t></w:r></w:del>`,
    'Client',
  ],
  [
    'nothing that was moved away',
    `<w:moveFrom>${run('MSP')}</w:moveFrom><w:moveTo>${run('Client')}</w:moveTo>`,
    'Client',
  ],
  ['footnote marks apart from the id', '<w:r><w:t>3.1.1</w:t><w:footnoteReference w:id="2"/></w:r>', '3.1.1[^2]'],
  ['raised marks apart from the id', `${run('3.1.1')}${run('a', '<w:vertAlign w:val="superscript"/>')}`, '3.1.1[^a]'],
  [
    'no prompt that nobody answered',
    `${run('x')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Choose an item.')}</w:sdtContent></w:sdt>`,
    'x',
  ],
  ['no instruction of a field', `<w:r><w:instrText>REF x</w:instrText></w:r>${run('AC-2')}`, 'AC-2'],
  ['hyphens that do not break', '<w:r><w:t>AC</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>', 'AC-2'],
  [
    'no second version for old programs',
    `<mc:AlternateContent><mc:Choice>${run('a')}</mc:Choice><mc:Fallback>${run('a')}</mc:Fallback></mc:AlternateContent>`,
    'a',
  ],
  ['nothing of a cell that is struck out', run('MSP', '<w:strike/>'), '[?]'],
  ['nothing that a style strikes out', `${run('MSP', '<w:rStyle w:val="Gone"/>')} ${run('Client')}`, 'Client'],
  ['no word of which a part is struck out', `${run('Pro')}${run('vider', '<w:dstrike/>')}`, '[?]'],
  ['nothing of a cell whose words a tracked change took out', `<w:del>${run('MSP')}</w:del>`, '[?]'],
  ['nothing struck out', `${run('MSP', '<w:strike/>')}${run('Client', '<w:strike w:val="0"/>')}`, 'Client'],
])('reads %s', async (_, content, wanted) => {
  const { tables } = await read(table(row(cell(content))))
  expect(tables[0]?.rows[0]?.cells.get('A')?.text).toBe(wanted)
})

test('cells that span are merges, and rows that repeat are the header', async () => {
  const document = await read(
    table(
      '<w:tr><w:trPr><w:tblHeader/></w:trPr>' +
        cell('ID', '<w:vMerge w:val="restart"/>') +
        cell('Who', '<w:gridSpan w:val="2"/>') +
        '</w:tr>',
      '<w:tr><w:trPr><w:tblHeader/></w:trPr>' + cell('', '<w:vMerge/>') + cell('MSP') + cell('Client') + '</w:tr>',
      row(cell('1'), cell('x', '<w:vMerge w:val="restart"/>'), cell('y')),
      row(cell('2'), cell('', '<w:vMerge/>'), cell('z')),
    ),
  )
  expect(document.tables[0]).toMatchObject({ merges: ['B1:C1', 'A1:A2', 'B3:B4'], declaredHeader: [1, 2] })
  expect(lines(document.tables[0]!)).toEqual(['1: A=ID B=Who', '2: B=MSP C=Client', '3: A=1 B=x C=y', '4: A=2 C=z'])
})

test('tables are named by caption or heading, in whatever language Word speaks', async () => {
  const { tables, title, date, prose } = await read(
    paragraph('Split', 'Heading1') +
      paragraph('Words.') +
      paragraph('Access', 'Own') +
      table(row(cell('a'))) +
      paragraph('Table 2: media', 'Beschriftung') +
      table(row(`<w:tc>${paragraph('b')}${table(row(cell('inner')))}${paragraph('c')}</w:tc>`)),
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Who does what</dc:title><dcterms:modified>2026-02-03T10:00:00Z</dcterms:modified></cp:coreProperties>',
  )
  expect(tables.map(({ name, headings }) => [name, headings])).toEqual([
    ['Access', ['Split', 'Access']],
    ['Table 2: media', ['Split', 'Access']],
    ['Access (2)', ['Split', 'Access']],
  ])
  expect(tables.map(lines)).toEqual([['1: A=a'], ['1: A=b\nc'], ['1: A=inner']])
  expect({ title, date, prose }).toEqual({
    title: 'Who does what',
    date: '2026-02-03',
    prose: 'Words.Table 2: media'.length,
  })
})

test('a row that a tracked change took out is left out, and its number stays free', async () => {
  const document = await read(
    table(row(cell('1')), `<w:tr><w:trPr><w:del/></w:trPr>${cell('2')}</w:tr>`, row(cell('3'))),
  )
  expect(document.tables.map(lines)).toEqual([['1: A=1', '3: A=3']])
  expect(said(document)).toEqual([expect.stringContaining('Table!A2: a tracked change stands')])
})

test('tracked changes and comments are told by the cell', async () => {
  const body = table(
    row(cell('ID'), cell('Who')),
    row(cell('3.1.1'), cell(`<w:del>${run('MSP')}</w:del><w:ins>${run('Client')}</w:ins>`)),
    row(cell('3.1.2'), cell(`${run('MSP')}<w:r><w:commentReference w:id="4"/></w:r>`)),
  )
  const comments = `<w:comments xmlns:w="w"><w:comment w:id="4" w:author="A. Client"><w:p>${run('No:')}</w:p><w:p>${run('ours')}</w:p></w:comment></w:comments>`
  const document = accepted(await readSource(docxWith(body, { comments }), 'a.docx'))
  expect(said(document)).toEqual([
    expect.stringContaining('Table!B2: a tracked change stands here'),
    'Table!B3: a comment by A. Client is pinned here, which was not read as part of the text: "No: ours"',
  ])
})

test('a document of pictures holds no table, and says so', async () => {
  const document = await read(paragraph('<w:r><w:drawing/></w:r>'))
  expect(document).toMatchObject({ tables: [], pictures: 1, prose: 0 })
})

test('a picture in an empty cell is told', async () => {
  const document = await read(table(row(cell('1'), cell('<w:r><w:drawing/></w:r>'))))
  expect(said(document)).toEqual([expect.stringContaining('Table!B1: a picture or sign without words')])
})

const pictured = (words: string): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr id="1" name="Picture 1" ${words}/></wp:inline></w:drawing></w:r>`

test.each([
  ['its own words', pictured('descr="Provider"'), 'Provider'],
  ['its title', pictured('title="Client"'), 'Client'],
  ['words beside it, which stand', `${run('MSP')}${pictured('descr="A tick"')}`, 'MSP'],
  ['nothing', pictured(''), '[?]'],
  ['the words of an old one', '<w:r><w:pict><v:shape alt="Shared"/></w:pict></w:r>', 'Shared'],
])('a picture in a cell is read by %s', async (_, content, wanted) => {
  const { tables } = await read(table(row(cell('1'), cell(content))))
  expect(tables[0]?.rows[0]?.cells.get('B')?.text).toBe(wanted)
})

test('empty cells that are shaded are told, and no others', async () => {
  const shaded = (fill: string, text = ''): string =>
    cell(text, `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`)
  const { tables } = await read(
    table(
      row(shaded('1F4E79', 'ID'), shaded('1F4E79', 'Who'), shaded('1F4E79', 'Note')),
      row(cell('1'), shaded('92d050'), shaded('FFFFFF')),
      row(cell('2'), shaded('FFFF00'), shaded('auto')),
      row(shaded('EEEEEE', '3'), shaded('EEEEEE'), cell('<w:r><w:rPr><w:shd w:fill="92D050"/></w:rPr></w:r>')),
    ),
  )
  expect([...(tables[0]!.colored ?? [])]).toEqual([
    ['B2', '92D050'],
    ['B3', 'FFFF00'],
  ])
})

test('ids that Word numbers itself are told as not read', async () => {
  const numbered = (id: string, text = ''): string =>
    `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${text === '' ? '' : run(text)}</w:p></w:tc>`
  const styled = `<w:tc><w:p><w:pPr><w:pStyle w:val="Numbered"/></w:pPr></w:p></w:tc>`
  const document = await read(
    table(
      row(cell('ID'), cell('Who')),
      row(numbered('4'), cell('MSP')),
      row(numbered('4', 'AC-2'), cell('MSP')),
      row(numbered('0'), cell('MSP')),
      row(numbered('4'), cell('')),
      row(styled, cell('Client')),
      row(cell('AC-3'), numbered('4')),
    ),
  )
  expect(
    said(document)
      .filter((issue) => issue.includes('numbers'))
      .map((issue) => issue.split(':')[0]),
  ).toEqual(['Table!A2', 'Table!A6'])
})

test.each<readonly [string, Uint8Array, string]>([
  ['a body without anything', docxWith(''), 'read as docx'],
  [
    'entities',
    zipOf([{ name: 'word/document.xml', text: '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>' }]),
    'the part word/document.xml: it declares a document type',
  ],
  [
    'XML that is cut off',
    zipOf([{ name: 'word/document.xml', text: '<w:document><w:body>' }]),
    'the part word/document.xml: it is damaged (it is cut off)',
  ],
  [
    'a bomb',
    zipOf([{ name: 'word/document.xml', text: Buffer.alloc(100_000_000, 32) }]),
    'it unpacks to more than a document needs',
  ],
  [
    'a part that lies',
    zipOf([{ name: 'word/document.xml', text: Buffer.alloc(100_000_000, 32), says: { size: 10 } }]),
    'it unpacks to more than',
  ],
  [
    'elements without end',
    zipOf([{ name: 'word/document.xml', text: '<a>'.repeat(50_000) + '</a>'.repeat(50_000) }]),
    'its elements nest deeper',
  ],
  [
    'a text in another encoding',
    zipOf([{ name: 'word/document.xml', text: Buffer.from('<a>é</a>', 'latin1') }]),
    'its text is not UTF-8',
  ],
])('takes no harm of %s', async (_, bytes, why) => {
  expect(refusal(await readSource(bytes, 'a.docx'))).toContain(why)
})
