import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { accepted, lines, readText, refusal, said } from '../testing/shown.ts'

test.each<readonly [string, string, string, readonly string[]]>([
  ['commas', 'ID,Who\n3.1.1,MSP\n', 'a.csv', ['1: A=ID B=Who', '2: A=3.1.1 B=MSP']],
  [
    'semicolons, with commas in the texts',
    'ID;Who\n1;a, b\n2;c, d\n',
    'a.csv',
    ['1: A=ID B=Who', '2: A=1 B=a, b', '3: A=2 B=c, d'],
  ],
  ['tabs', 'ID\tWho\n1\ta,b\n', 'a.txt', ['1: A=ID B=Who', '2: A=1 B=a,b']],
  ['bars', 'ID|Who\n1|a\n2|b\n', 'a.csv', ['1: A=ID B=Who', '2: A=1 B=a', '3: A=2 B=b']],
  [
    'the sign that the first line names',
    'sep=;\r\nID;Who,what\r\n1;a\r\n',
    'a.csv',
    ['1: A=ID B=Who,what', '2: A=1 B=a'],
  ],
  ['line ends in quotes', 'ID,Who\r\n1,"a\r\nb"\r\n2,c\r\n', 'a.csv', ['1: A=ID B=Who', '2: A=1 B=a\nb', '3: A=2 B=c']],
  ['line ends of three kinds', 'ID,Who\r1,"a\nb"\r\n2,c\n', 'a.csv', ['1: A=ID B=Who', '2: A=1 B=a\nb', '3: A=2 B=c']],
  ['old line ends among new ones', 'ID,Who\r1,a\r\n2,b\r\n', 'a.csv', ['1: A=ID B=Who', '2: A=1 B=a', '3: A=2 B=b']],
  ['doubled quotes', 'ID,Who\n1,"a ""b"" c"\n2,"d"\n', 'a.csv', ['1: A=ID B=Who', '2: A=1 B=a "b" c', '3: A=2 B=d']],
  ['blanks behind a quoted cell', 'ID,Who,What\n"1"  ,a,"b"\n', 'a.csv', ['1: A=ID B=Who C=What', '2: A=1 B=a C=b']],
  ['empty lines, which count', 'ID,Who\n\n1,a\n', 'a.csv', ['1: A=ID B=Who', '3: A=1 B=a']],
  ['empty cells, which are left out', 'ID,Who,What\n,  ,x\n', 'a.csv', ['1: A=ID B=Who C=What', '2: C=x']],
  ['ragged records', 'ID,Who\n1\n2,a,b,c\n', 'a.csv', ['1: A=ID B=Who', '2: A=1', '3: A=2 B=a C=b D=c']],
  ['an apostrophe before a formula', "ID,Who\n1,'=1+1\n", 'a.csv', ['1: A=ID B=Who', "2: A=1 B='=1+1"]],
  [
    'numbers and days as they are written',
    'ID,Who\n3.10,2026-01-02\n01,1e5\n',
    'a.csv',
    ['1: A=ID B=Who', '2: A=3.10 B=2026-01-02', '3: A=01 B=1e5'],
  ],
  ['one column', 'ID\n3.1.1\n3.1.2\n', 'a.csv', ['1: A=ID', '2: A=3.1.1', '3: A=3.1.2']],
  [
    'a title over the table',
    'Our matrix\n\nID;Who;What\n1;a;b\n2;c;d\n3;e;f\n',
    'a.csv',
    ['1: A=Our matrix', '3: A=ID B=Who C=What', '4: A=1 B=a C=b', '5: A=2 B=c C=d', '6: A=3 B=e C=f'],
  ],
])('reads %s', async (_, text, name, wanted) => {
  const { tables } = await readText(text, name)
  expect(tables.map(lines)).toEqual([wanted])
  expect(
    tables
      .flatMap(({ rows }) => rows)
      .flatMap(({ cells }) => [...cells.values()])
      .every(({ kind }) => kind === 'text'),
  ).toBe(true)
})

const words = 'ID,Zuständig\n1,Müller\n'

test.each<readonly [string, Uint8Array, string | undefined]>([
  ['UTF-8', Buffer.from(words), undefined],
  ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(words)]), undefined],
  ['UTF-16 as Windows writes it', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]), undefined],
  [
    'UTF-16 the other way round',
    Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(words, 'utf16le').swap16()]),
    undefined,
  ],
  ['UTF-16 without a mark', Buffer.from(words, 'utf16le'), 'it was read as UTF-16'],
  ['Windows-1252', Buffer.from(words, 'latin1'), 'it was read as Windows-1252'],
])('reads letters in %s', async (_, bytes, issue) => {
  const document = accepted(await readSource(bytes, 'a.csv'))
  expect(document.tables.map(lines)).toEqual([['1: A=ID B=Zuständig', '2: A=1 B=Müller']])
  expect(said(document).join('\n')).toContain(issue ?? '')
  expect(document.issues.length).toBe(issue === undefined ? 0 : 1)
})

test('a quotation mark that is never closed is told by its record', async () => {
  const document = await readText('ID,Who\n1,a\n2,"b\n3,c\n', 'v.csv')
  expect(said(document)).toEqual([expect.stringMatching(/^v, record 3: a quotation mark opens .* never closed/)])
})

test('a record with more cells than the others is told', async () => {
  const document = await readText(`ID,Who\n${'1,a\n'.repeat(9)}2,a, and b\n`, 'v.csv')
  expect(said(document)).toEqual([expect.stringMatching(/^v, record 11: it has 3 cells where the others have 2/)])
})

test('columns beyond the two hundredth are told, not read', async () => {
  const document = await readText(`${'x,'.repeat(300)}y\n`, 'v.csv')
  expect(document.tables[0]!.rows[0]!.cells.size).toBe(200)
  expect(said(document).join('\n')).toContain('v, row 1: this table has more than 200 columns')
})

test('cells that hold nothing are no table', async () => {
  expect(refusal(await readSource(Buffer.from(',,\n,,\n'), 'a.csv'))).toContain('it holds no text in any cell')
})

test('what a spreadsheet writes comes back cell by cell', async () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', ' ', 'é', '日', "'", '=') })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(texts, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\r\n'),
      async (rows, newline) => {
        const kept = [['ID', 'Who', 'What'], ...rows]
        const csv = Papa.unparse(kept, { newline, delimiter: ';', quotes: true })
        const { tables } = await readText(`sep=;${newline}${csv}`, 'a.csv')
        const back = new Map(
          tables[0]!.rows.map(({ number, cells }) => [number, [...cells.values()].map(({ text }) => text)]),
        )
        const wanted = kept.map((row) => row.filter((text) => text.trim() !== ''))
        expect(kept.map((_, index) => back.get(index + 1) ?? [])).toEqual(wanted)
      },
    ),
    { numRuns: 150 },
  )
})
