import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { nextCell, scanOf } from './records.ts'

interface Found {
  readonly records: readonly (readonly string[])[]
  /** what is wrong first, by the number of the record */
  readonly faults: readonly (readonly [number, string])[]
}

function scanned(text: string, delimiter: string, lineEnd: string): Found {
  const scan = scanOf({ text, delimiter, lineEnd, start: 0 })
  const records: string[][] = [[]]
  const faults: [number, string][] = []
  for (let ends = nextCell(scan); ; ends = nextCell(scan)) {
    const written = text.slice(scan.from, scan.to)
    records.at(-1)!.push(scan.doubled ? written.replaceAll('""', '"') : written)
    if (ends === 'cell') continue
    if (scan.fault) faults.push([records.length, scan.fault])
    scan.fault = undefined
    if (ends === 'text') return { records, faults }
    records.push([])
  }
}

function parsed(text: string, delimiter: string, lineEnd: string): Found {
  const records: (readonly string[])[] = []
  const faults: [number, string][] = []
  new Papa.Parser({
    delimiter,
    newline: lineEnd as '\n',
    fastMode: false,
    step: ({ data, errors }: Papa.ParseStepResult<string[][]>) => {
      records.push(data[0]!)
      for (const { code } of errors.slice(0, 1))
        faults.push([records.length, code === 'MissingQuotes' ? 'unclosed' : 'stray'])
    },
  }).parse(text, 0, false)
  return { records, faults }
}

test.each<readonly [string, string, readonly (readonly string[])[], readonly (readonly [number, string])[]]>([
  [
    'plain cells',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    [],
  ],
  ['a line end at the end, behind which an empty record stands', 'a\n', [['a'], ['']], []],
  ['a delimiter at the end', 'a,', [['a', '']], []],
  ['delimiters and line ends in quotes', '"a,b\nc",d', [['a,b\nc', 'd']], []],
  ['doubled quotes', '"a ""b""",""""', [['a "b"', '"']], []],
  ['blanks behind quotes', '"a" ,"b"\u00a0\n"c"', [['a', 'b'], ['c']], []],
  ['quotes within a plain cell', 'a"b",c', [['a"b"', 'c']], []],
  ['a quote that is not doubled', '"a"b",c', [['a"b', 'c']], [[1, 'stray']]],
  ['a quote that is never closed', 'a\n"b,c\n""d', [['a'], ['b,c\n""d']], [[2, 'unclosed']]],
  ['both in one record', '"a"b,c', [['a"b,c']], [[1, 'stray']]],
  ['blanks behind the last quote', '"a" ', [['a" ']], [[1, 'stray']]],
])('scans %s', (_, text, records, faults) => {
  expect(scanned(text, ',', '\n')).toEqual({ records, faults })
  expect(parsed(text, ',', '\n')).toEqual({ records, faults })
})

test('finds the records and the faults that Papa Parse finds, in whatever text', () => {
  const sign = fc.constantFrom('a', '"', '"', '""', ',', '\t', '\n', ' ', '\u00a0', '\u0001', '日')
  fc.assert(
    fc.property(
      fc.string({ unit: sign, minLength: 1, maxLength: 40 }),
      fc.constantFrom(',', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (letters, delimiter, lineEnd) => {
        const text = letters.replaceAll('\n', lineEnd)
        expect(scanned(text, delimiter, lineEnd)).toEqual(parsed(text, delimiter, lineEnd))
      },
    ),
    { numRuns: 3000 },
  )
})
