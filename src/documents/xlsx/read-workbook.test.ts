import { spawnSync } from 'node:child_process'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { costly, workbookWith } from './testing/guard-samples.ts'
import { readWorkbook } from './read-workbook.ts'

async function said(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes)
  return read.ok
    ? JSON.stringify(read.value, (_, value: unknown) => (value instanceof Map ? [...value] : value))
    : read.issues[0]!.message
}

test('texts keep their place and their kind', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Theirs',
        rows: [
          ['Id', 'Text', null],
          [],
          ['x', 'two\nlines', new Date(Date.UTC(2026, 0, 15))],
          [1.5, true, new Date(Date.UTC(2026, 0, 15, 16, 30))],
        ],
        cells: new Map([
          ['4,0', { formula: '1+1', formulaResult: 2, type: 'formula', value: 2 }],
          ['5,27', { type: 'richText', value: null, richText: [{ text: 'ri' }, { text: 'ch', font: { bold: true } }] }],
        ]),
        merges: [{ startRow: 6, startCol: 0, endRow: 7, endCol: 27 }],
        rowDefs: new Map([[2, { hidden: true }]]),
        columns: [{ hidden: true }, {}, { hidden: true }],
      },
      { name: 'Kept back', rows: [['a']], veryHidden: true },
    ],
    properties: { custom: { 'demarc-format': 'demarc/workbook@1', __proto__: 'x', number: 5 } },
  })
  const read = await readWorkbook(bytes)
  expect(read).toEqual({
    ok: true,
    value: {
      sheets: [
        {
          name: 'Theirs',
          rows: [
            {
              number: 1,
              cells: new Map([
                ['A', text('Id')],
                ['B', text('Text')],
              ]),
            },
            {
              number: 3,
              hidden: true,
              cells: new Map<string, unknown>([
                ['A', text('x')],
                ['B', text('two\nlines')],
                ['C', { text: '2026-01-15', kind: 'date' }],
              ]),
            },
            {
              number: 4,
              cells: new Map([
                ['A', { text: '1.5', kind: 'number' }],
                ['B', { text: 'TRUE', kind: 'boolean' }],
                ['C', { text: '2026-01-15 16:30', kind: 'date' }],
              ]),
            },
            { number: 5, cells: new Map([['A', { text: '2', kind: 'number', formula: true }]]) },
            { number: 6, cells: new Map([['AB', text('rich')]]) },
          ],
          hiddenColumns: ['A', 'C'],
          merges: ['A7:AB8'],
        },
        {
          name: 'Kept back',
          hidden: true,
          rows: [{ number: 1, cells: new Map([['A', text('a')]]) }],
          hiddenColumns: [],
          merges: [],
        },
      ],
      properties: { 'demarc-format': 'demarc/workbook@1', number: '5' },
    },
  })
})

test('comments and what is struck through are known', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'None', rows: [['a']] },
      {
        name: 'Theirs',
        rows: [['a', 'b', 'c']],
        cells: new Map([
          ['0,0', { style: { font: { strikethrough: true } } }],
          ['0,1', { richText: [{ text: 'b' }, { text: 'c', font: { strikethrough: true } }] }],
          ['0,2', { comment: { author: 'Dana', text: 'why?' } }],
          ['4,3', { comment: { author: 'Dana', text: 'here?' } }],
        ]),
      },
    ],
  })
  const read = await readWorkbook(bytes)
  const sheets = read.ok ? read.value.sheets : []
  expect(sheets[0]).not.toHaveProperty('comments')
  expect(sheets[1]?.comments).toEqual([
    { letter: 'C', row: 1, text: 'why?' },
    { letter: 'D', row: 5, text: 'here?' },
  ])
  expect([...sheets[1]!.rows[0]!.cells.values()].map(({ struck }) => struck === true)).toEqual([true, true, false])
})

function text(words: string): unknown {
  return { text: words, kind: 'text' }
}

test.each<readonly [string, Uint8Array, string]>([
  [
    'links to other files are not followed, and what they last gave is what counts',
    workbookWith({
      data: '<row r="1"><c r="A1" t="str"><f>[1]Theirs!A1</f><v>kept</v></c></row>',
      more: [{ name: 'xl/externalLinks/externalLink1.xml', text: '<!DOCTYPE a><externalLink/>' }],
    }),
    '{"text":"kept","kind":"text","formula":true}',
  ],
  [
    'a formula without a result is known',
    workbookWith({ data: '<row r="1"><c r="A1"><f>1+1</f></c></row>' }),
    '"formula":true',
  ],
  [
    'an error is no text',
    workbookWith({ data: '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>' }),
    '"text":"#REF!","kind":"error"',
  ],
  ['two sheets of one name are refused', workbookWith({ sheets: ['One', 'One'] }), 'two of its sheets are named One'],
  ['a name that reaches into objects is a name', workbookWith({ sheets: ['__proto__'] }), '"name":"__proto__"'],
  ['a workbook without sheets is refused', workbookWith({ sheets: [] }), 'it has no sheet'],
])('%s', async (_, bytes, words) => {
  expect(await said(bytes)).toContain(words)
})

test('a thread that grows too large is ended, and the next file is read', async () => {
  const small = { megabytes: 64, seconds: 60 }
  const ended = await readWorkbook(costly['eight million empty strings']!(), small)
  expect(ended.ok ? 'read' : ended.issues[0]!.message).toContain('it takes more than 64 MB of memory to read')
  expect((await readWorkbook(workbookWith({}), small)).ok).toBe(true)
})

test('a thread that takes too long is ended, and the next file is read', async () => {
  const hurried = { megabytes: 512, seconds: 0.01 }
  const ended = await readWorkbook(costly['a million rows']!(), hurried)
  expect(ended.ok ? 'read' : ended.issues[0]!.message).toContain('it takes longer than 0.01 seconds to read')
  expect((await readWorkbook(workbookWith({}))).ok).toBe(true)
})

test('files are read one after the other, each to its own answer', async () => {
  const texts = await Promise.all(['a', 'b', 'c'].map((name) => said(workbookWith({ sheets: [name] }))))
  expect(texts.map((words) => /"name":"(.)"/.exec(words)?.[1])).toEqual(['a', 'b', 'c'])
})

/** All in one process whose own heap is small: it dies where the limits do not hold. */
function readInChild(): ReadonlyMap<string, string> {
  const program = `
    import { costly } from './src/documents/xlsx/testing/guard-samples.ts'
    import { readWorkbook } from './src/documents/xlsx/read-workbook.ts'
    const limits = { megabytes: 256, seconds: 60 }
    for (const [name, make] of Object.entries(costly)) {
      const read = await readWorkbook(make(), limits)
      console.log(name + ' | ' + (read.ok ? 'read' : read.issues[0].message))
    }`
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=320', '--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  )
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(' | ') as [string, string])
  return new Map([...lines, ['the end', status === 0 ? 'alive' : stderr.slice(0, 500)]])
}

test('hostile workbooks end in a refusal or a reading, in a small process that lives', () => {
  const answers = readInChild()
  expect(answers.get('the end')).toBe('alive')
  for (const [name, words] of expected) expect(`${name}: ${answers.get(name)}`).toContain(words)
  expect([...answers.keys()].toSorted()).toEqual([...expected.map(([name]) => name), 'the end'].toSorted())
})

const unpacks = 'it unpacks to more than a workbook needs'
const unreadable = 'it is not a workbook that can be read'
const expected: readonly (readonly [string, string])[] = [
  ['a part of 100 MB', unpacks],
  ['three parts of 60 MB', unpacks],
  ['a part that says it is small', unpacks],
  ['a picture of 100 MB', 'read'],
  ['a million rows', 'it has more than 100000 rows'],
  ['a billion laughs', 'it declares a document type'],
  ['two cells 17 billion apart', unreadable],
  ['a merge of the whole sheet', 'read'],
  ['a hundred thousand merges', 'more than 20000 merged cells'],
  ['a validation of the whole sheet', 'read'],
  ['a column that ends at 99999999', 'read'],
  ['eight million empty strings', 'it takes more than 256 MB of memory to read'],
  ['a cell in column ZZZZZZ', unreadable],
  ['a cell in row 99999999999', unreadable],
  ['three hundred columns', 'more than 200 columns'],
  ['a text of millions of letters in each of many cells', 'more than 500000 cells or 20000000 characters'],
  ['rows that nest', 'it is damaged'],
  ['thousands of parts', 'it holds 2500 parts'],
  ['26 MB of nothing', 'a workbook may hold at most 25 MB'],
]
