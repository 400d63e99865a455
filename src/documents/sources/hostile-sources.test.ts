// What accidents and attackers make of a file ends in a reading or a refusal: never in a fault of ours, never at the limits.
import { unzipSync, zipSync } from 'fflate'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { zipOf } from '../xlsx/testing/guard-samples.ts'
import { readSource } from './read-source.ts'
import { cell, docxWith, paragraph, row, run, table } from './testing/docx-with.ts'
import { mutated, numbersFrom } from './testing/mutated.ts'
import { refusal } from './testing/shown.ts'

/** Longer than any reading takes on a machine that has much else to do, so that only what hangs is ended. */
const limits = { megabytes: 512, seconds: 110 }
const rows = [
  ['ID', 'Who', 'What'],
  ['3.1.1', 'MSP', 'Limits access, monthly'],
  ['AC-2(1)', 'Client', '"Reviews" accounts; é ✓'],
  ['', 'Shared', 'two\nlines'],
]

function html(): string {
  const cells = rows.map((texts) => `<tr>${texts.map((text, index) => `<td rowspan=${index}>${text}`).join('')}`)
  return `<!doctype html><title>Split</title><h1>Split</h1><table><caption>A</caption><thead>${cells[0]}<tbody>${cells.slice(1).join('\n')}</table><p>Words <s>x</s><sup>1</sup>`
}

function markdown(): string {
  const texts = rows.map((cells) => `| ${cells.map((text) => text.replace('\n', '<br>')).join(' | ')} |`)
  return `---\ntitle: Split\ndate: 2026-01-02\n---\n# Split\n\n${texts[0]}\n|---|:-:|---|\n${texts.slice(1).join('\n')}\n\n- [x] *words* \`code\` [a](b) ![c](d) [^1]\n\n> ${texts[0]}\n\n<table><tr><td>1</table>\n`
}

function word(): Buffer {
  return docxWith(
    paragraph('Split', 'Heading1') +
      table(
        ...rows.map((texts) =>
          row(...texts.map((text) => cell(text.replaceAll(/["<&]/g, ''), '<w:vMerge w:val="restart"/>'))),
        ),
        row(
          cell('x', '<w:vMerge/>'),
          cell(`<w:ins>${run('a')}</w:ins><w:del>${run('b')}</w:del>`, '<w:gridSpan w:val="2"/>'),
        ),
      ),
    { core: '<a><title>Split</title></a>' },
  )
}

const csv = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')).join('\r\n')
const json = JSON.stringify({
  title: 'Split',
  rows: rows.slice(1).map(([id, who, what]) => ({ id, who, what: [what], more: { a: 3.1 } })),
})
const yaml = `title: Split\nrows:\n${rows
  .slice(1)
  .map(([id, who]) => `  - &a${who} {id: "${id}", who: ${who}}\n  - *a${who}\n`)
  .join('')}`

const texts: Readonly<Record<string, Buffer>> = {
  'a.csv': Buffer.from(csv),
  'b.csv': Buffer.from(`\uFEFF${csv}`, 'utf16le'),
  'a.tsv': Buffer.from(rows.map((cells) => cells.join('\t').replace('\n', ' ')).join('\n')),
  'a.html': Buffer.from(html()),
  'a.md': Buffer.from(markdown()),
  'a.json': Buffer.from(json),
  'a.yaml': Buffer.from(yaml),
}

async function zips(): Promise<Readonly<Record<string, Buffer>>> {
  return {
    'a.xlsx': Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'CRM', rows },
          { name: 'Two', rows, hidden: true },
        ],
      }),
    ),
    'a.ods': Buffer.from(await writeOds({ sheets: [{ name: 'CRM', rows }] })),
    'a.docx': word(),
  }
}

/** A file changed inside its zip, whose sums are right again: the parsers see what was changed. */
function changedInside(zip: Buffer, seed: number): Buffer {
  const parts = Object.entries(unzipSync(zip))
  const [name, part] = parts[numbersFrom(seed)(parts.length)]!
  const changed = mutated([Buffer.from(part), Buffer.from('<a b="c">d</a>')], seed * 2)
  return Buffer.from(zipSync({ ...Object.fromEntries(parts), [name]: changed }, { level: 1 }))
}

async function ends(bytes: Buffer, name: string, seed: number): Promise<string> {
  const read = await readSource(bytes, name, limits).catch((error: unknown) => `${name} ${seed}: ${String(error)}`)
  if (typeof read === 'string') return read
  if (read.ok)
    for (const { cells } of read.value.tables.flatMap((one) => one.rows))
      if (cells.size === 0) return `${name} ${seed}: an empty row`
  const why = refusal(read)
  return /it takes (longer|more)/.test(why) || (!read.ok && read.issues.length === 0) ? `${name} ${seed}: ${why}` : ''
}

async function faults(count: number, make: (seed: number) => readonly [Buffer, string]): Promise<readonly string[]> {
  const found: string[] = []
  for (let seed = 0; seed < count; seed += 1) {
    const [bytes, name] = make(seed)
    found.push(await ends(bytes, name, seed))
  }
  return found.filter((words) => words !== '')
}

test('4200 texts that were changed end in a reading or a refusal', async () => {
  const names = Object.keys(texts)
  const seeds = Object.values(texts)
  expect(
    await faults(4200, (seed) => [mutated(seeds, seed), seed % 5 === 0 ? 'a' : names[seed % names.length]!]),
  ).toEqual([])
})

test('1200 packed documents that were changed end in a reading or a refusal', async () => {
  const all = Object.entries(await zips())
  const seeds = all.map(([, bytes]) => bytes)
  expect(await faults(1200, (seed) => [mutated(seeds, seed), all[seed % all.length]![0]])).toEqual([])
})

test('1200 packed documents that were changed before they were packed end in a reading or a refusal', async () => {
  const all = Object.entries(await zips())
  expect(
    await faults(1200, (seed) => {
      const [name, bytes] = all[seed % all.length]!
      return [changedInside(bytes, seed), name]
    }),
  ).toEqual([])
})

const many = (text: string, count: number): string => text.repeat(count)

/** Undefined: read. */
const bombs: readonly (readonly [string, string, () => string | Buffer, string | undefined])[] = [
  ['four million quotes', 'a.csv', () => many('"', 4_000_000), undefined],
  ['quotes that never close', 'a.csv', () => `a,b\n${many('"a,b\n', 1_000_001)}`, undefined],
  ['quotes in quotes', 'a.csv', () => `a,b\n"${many('"x ', 2_000_000)}`, undefined],
  ['sixty million commas', 'a.csv', () => Buffer.alloc(60_000_000, ','), 'it holds more than 6000000 cells'],
  ['sixty million lines', 'a.csv', () => Buffer.alloc(60_000_000, 'x\n'), 'it holds more than 250000 rows'],
  ['a line of a hundred thousand columns', 'a.csv', () => many('x,', 100_000), undefined],
  ['a table of a million cells', 'a.html', () => `<table>${many(`<tr>${many('<td>x', 100)}`, 10_000)}`, undefined],
  ['a page of opening brackets', 'a.html', () => `<table>${many('<', 5_000_000)}`, undefined],
  ['a comment without end', 'a.html', () => `<table>${many('<!--', 2_000_000)}`, undefined],
  [
    'a tag of a million attributes',
    'a.html',
    () => `<table ${Array.from({ length: 500_000 }, (_, index) => `a${index}=b`).join(' ')}><tr><td>x`,
    undefined,
  ],
  ['entities', 'a.html', () => `<table><tr><td>${many('&amp;', 2_000_000)}`, undefined],
  [
    'Markdown of a hundred thousand columns',
    'a.md',
    () => `${many('|a', 100_000)}|\n${many('|-', 100_000)}|\n${many('|b', 100_000)}|\n`,
    undefined,
  ],
  ['Markdown of brackets', 'a.md', () => `|a|\n|-|\n|${many('[', 200_000)}|\n`, undefined],
  ['Markdown of stars', 'a.md', () => `|a|\n|-|\n|${many('*a_ ', 200_000)}|\n`, undefined],
  [
    'Markdown of backticks',
    'a.md',
    () => `|a|\n|-|\n|${Array.from({ length: 1000 }, (_, index) => many('`', index)).join(' ')}|\n`,
    undefined,
  ],
  ['Markdown of quotations', 'a.md', () => `${many('>', 500_000)} a\n`, undefined],
  ['Markdown of half tables', 'a.md', () => many('| a | b |\n', 200_000), undefined],
  ['lines of dashes', 'a', () => many('|-|-\n', 50_000), undefined],
  ['a front matter without end', 'a.md', () => `---\n${many('a: b\n', 500_000)}`, undefined],
  ['JSON that nests', 'a.json', () => many('[', 5_000_000), 'it nests deeper than 40 levels'],
  ['JSON that nests, without a name', 'a', () => many('[', 5_000_000), undefined],
  ['YAML that nests', 'a.yaml', () => many('- ', 100_000), 'it nests deeper'],
  ['blanks', 'a', () => `${many(' ', 10_000_000)}x`, undefined],
  ['colons', 'a', () => many('a: ', 2_000_000), undefined],
]

test.each(bombs)('%s', async (_, name, make, why) => {
  const said = refusal(await readSource(Buffer.from(make() as string), name, limits))
  expect(said).not.toMatch(/it takes (longer|more)/)
  expect(said).toContain(why ?? 'read as')
})

function repeatedCells(rowsRepeated: number, columnsRepeated: number): Buffer {
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
  return zipOf([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      text: `<office:document-content ${spaces}><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="${rowsRepeated}"><table:table-cell table:number-columns-repeated="${columnsRepeated}" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ])
}

test('a cell that an OpenDocument file repeats without end is refused', async () => {
  expect(refusal(await readSource(repeatedCells(1_048_576, 16_384), 'a.ods', limits))).toContain(
    'cannot be read as a workbook',
  )
  expect(refusal(await readSource(repeatedCells(1_048_576, 15), 'a.ods', limits))).toMatch(/^the (file|sheet)/)
  expect(refusal(await readSource(repeatedCells(2, 3), 'a.ods', limits))).toBe('read as ods')
})
