import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import type { Cell } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { accepted, said } from '../testing/shown.ts'
import { workbookWith } from '../../xlsx/testing/guard-samples.ts'
import { filledFormats } from './cell-formats.ts'
import { openDocumentFills } from './open-document-fills.ts'

/** Words, or a color after #, or both: `AC-1#92D050`. */
async function colorsOf(rows: readonly (readonly string[])[]): Promise<readonly string[]> {
  const cells = new Map<string, Partial<Cell>>()
  const values = rows.map((row, at) =>
    row.map((cell, column) => {
      const [text = '', rgb] = cell.split('#')
      const value = text === '' ? null : text
      if (rgb !== undefined)
        cells.set(`${at},${column}`, {
          value,
          style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } },
        })
      return value
    }),
  )
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Legend', rows: [['x']] },
      { name: 'CRM', rows: values, cells },
    ],
  })
  const table = accepted(await readSource(bytes, 'a.xlsx')).tables[1]!
  return [...(table.colored ?? [])].map(([at, fill]) => `${at} ${fill}`)
}

const head = ['ID', 'Title', 'Responsibility']

test.each<readonly [string, readonly (readonly string[])[], readonly string[]]>([
  [
    'cells of two colors',
    [head, ['1', 'a', '#92D050'], ['2', 'b', '#FFFF00'], ['3', 'c', '']],
    ['C2 92D050', 'C3 FFFF00'],
  ],
  ['no white', [head, ['1', 'a', '#FFFFFF']], []],
  [
    'no color of words',
    [
      ['ID#1F4E79', 'Title#1F4E79', 'Responsibility#1F4E79'],
      ['1', 'a', 'Provider#92D050'],
    ],
    [],
  ],
  ['no banding', [head, ['1#DDDDDD', 'a#DDDDDD', '#DDDDDD'], ['2', 'b', '']], []],
  ['a color on a banded row', [head, ['1#DDDDDD', 'a#DDDDDD', '#92D050']], ['C2 92D050']],
  [
    'no shading of a column',
    [head, ['1', 'a', 'Provider#FFF2CC'], ['2', 'b', '#FFF2CC'], ['3', 'c', 'Client#FFF2CC']],
    [],
  ],
  [
    'colors under a legend in the same column',
    [['', '', 'Provider#92D050'], ['', '', 'Client#FFFF00'], head, ['1', 'a', '#92D050'], ['2', 'b', '#FFFF00']],
    ['C4 92D050', 'C5 FFFF00'],
  ],
])('a workbook gives %s', async (_, rows, wanted) => {
  expect(await colorsOf(rows)).toEqual(wanted)
})

test.each([
  ['a color', '<patternFill patternType="solid"><fgColor rgb="FF92D050"/></patternFill>', '92D050'],
  ['a color of the theme', '<patternFill patternType="solid"><fgColor theme="9"/></patternFill>', 'theme 9 0'],
  ['the theme’s paper', '<patternFill patternType="solid"><fgColor theme="0"/></patternFill>', undefined],
  [
    'the theme’s paper darkened',
    '<patternFill patternType="solid"><fgColor theme="0" tint="-0.15"/></patternFill>',
    'theme 0 -0.15',
  ],
  ['indexed white', '<patternFill patternType="solid"><fgColor indexed="9"/></patternFill>', undefined],
  ['white', '<patternFill patternType="solid"><fgColor rgb="ffffffff"/></patternFill>', undefined],
  ['nothing', '<patternFill patternType="none"/>', undefined],
  ['a hatch', '<patternFill patternType="lightUp"><fgColor rgb="FF000000"/></patternFill>', 'lightUp 000000 white'],
])('a format that fills with %s', (_, fill, wanted) => {
  const xml = `<styleSheet><fills><fill><patternFill/></fill><fill>${fill}</fill></fills><cellStyleXfs><xf fillId="1"/></cellStyleXfs><cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs></styleSheet>`
  expect(filledFormats(xml).get('1')).toBe(wanted)
  expect(filledFormats(xml).has('0')).toBe(false)
})

test('an OpenDocument spreadsheet gives its colors', async () => {
  const fill = (rgb: string) => ({
    style: { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } } },
  })
  const bytes = await writeOds({
    sheets: [
      { name: 'Cover', rows: [['x']] },
      {
        name: 'CRM',
        rows: [head, ['1', 'a', null], [], ['2', 'b', null], ['3', 'c', null]],
        cells: new Map([
          ['0,0', { value: 'ID', ...fill('1F4E79') }],
          ['1,2', { value: null, ...fill('92D050') }],
          ['3,2', { value: null, ...fill('FFFF00') }],
          ['4,2', { value: null, ...fill('FFFFFF') }],
        ]),
      },
    ],
  })
  const { tables } = accepted(await readSource(bytes, 'a.ods'))
  expect(tables.map(({ colored }) => [...(colored ?? [])])).toEqual([
    [],
    [
      ['C2', '#92d050'],
      ['C4', '#ffff00'],
    ],
  ])
})

test('styles, repeats and covered cells of an OpenDocument spreadsheet are followed', () => {
  const styles =
    '<o><style:style style:name="Good" style:family="table-cell"><style:table-cell-properties fo:background-color="#CCFFCC"/></style:style></o>'
  const content = `<o><style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Good"/><table:table table:name="A"><table:table-row table:number-rows-repeated="3"/><table:table-row><table:table-cell/><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell table:style-name="ce1" table:number-columns-repeated="16000"/></table:table-row></table:table></o>`
  const cells = openDocumentFills(content, styles).get('A')!.get(4)!
  expect([cells.size, [...cells][0]]).toEqual([197, ['D', '#ccffcc']])
})

test('a thread of comments is told with its words, and not what old programs show in its place', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = workbookWith({
    more: [
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        text: `<Relationships><Relationship Id="c" Type="${office}/comments" Target="../comments1.xml"/><Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
      },
      {
        name: 'xl/comments1.xml',
        text: '<comments><commentList><comment ref="C2"><text><t>[Threaded comment] Your version of Excel allows you to read this threaded comment</t></text></comment><comment ref="C3"><text><t>ask legal</t></text></comment></commentList></comments>',
      },
      {
        name: 'xl/threadedComments/threadedComment1.xml',
        text: '<ThreadedComments><threadedComment ref="C2"><text>only in the US</text></threadedComment><threadedComment ref="C2"><text>and in Canada</text></threadedComment></ThreadedComments>',
      },
    ],
  })
  expect(said(accepted(await readSource(bytes, 'a.xlsx')))).toEqual([
    'One!C2: a comment stands at this cell, which was not read as part of it: "only in the US / and in Canada"',
    'One!C3: a comment stands at this cell, which was not read as part of it: "ask legal"',
  ])
})
