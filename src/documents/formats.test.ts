import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { coverage } from '../core/coverage.ts'
import { arbitraryMatrix, arbitraryText } from '../core/testing/arbitrary-matrix.ts'
import { sampleMatrix } from '../core/testing/sample-matrix.ts'
import { sampleRendition, subjectOf } from '../core/testing/sample-rendition.ts'
import { twoFrameworks } from '../core/testing/trust-framework.ts'
import { srmView } from '../core/views/srm.ts'
import type { View } from '../core/views/view.ts'
import { csvWriter, writeCsv } from './csv.ts'
import { formats } from './formats.ts'
import { jsonWriter } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { readValue } from './read-value.ts'
import { writeYaml } from './yaml.ts'

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

function viewOf(...rows: readonly (readonly string[])[]): View {
  return {
    name: 'srm',
    title: 'A title',
    intro: ['An introduction.'],
    preface: [],
    shows: [],
    tables: [{ title: 'Identity', columns: ['Activity', 'Sample IT LLC'], rows }],
  }
}

const arbitraryView = fc
  .array(fc.tuple(arbitraryText, arbitraryText), { minLength: 1, maxLength: 4 })
  .map((rows) => viewOf(...rows))

const sample = srmView({ matrix: sampleMatrix, context: twoFrameworks, proof: coverage(sampleMatrix, twoFrameworks) })

describe('every format', () => {
  test('has a name and a word on what it is, each its own', () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length)
    for (const { about } of formats) expect(about.trim()).not.toBe('')
  })

  test.each(formats)('$name writes the same bytes again, and whatever it writes is something', async ({ load }) => {
    const { whole, view, takes = [] } = await load()
    expect(whole ?? view).toBeDefined()
    const again = async (write: () => Promise<Uint8Array>): Promise<void> => {
      const first = await write()
      expect(first.length).toBeGreaterThan(0)
      expect(await write()).toEqual(first)
    }
    if (whole && !takes.includes('template')) await again(() => whole.write(subjectOf()))
    if (view) await again(() => view.write(structuredClone(sample), sampleRendition))
    if (view) await again(() => view.write({ ...sample, intro: [], preface: [], tables: [] }, sampleRendition))
  })

  test.each(formats.filter(({ name }) => ['md', 'csv', 'json', 'html'].includes(name)))(
    '$name holds every cell’s words',
    async ({ load }) => {
      const { view } = await load()
      expect(text(await view!.write(sample, sampleRendition))).toContain('end their sessions')
    },
  )
})

describe('Markdown', () => {
  test.each<readonly [string, string, string]>([
    ['a pipe', 'a | b', String.raw`a \| b`],
    ['a pipe behind a backslash', String.raw`a \| b`, String.raw`a \\\| b`],
    ['lines', 'one\ntwo\r\nthree\rfour', 'one<br>two<br>three<br>four'],
    ['HTML', '<script>alert("x")</script>', '&lt;script&gt;alert("x")&lt;/script&gt;'],
    ['a comment', '<!-- x -->', '&lt;!-- x --&gt;'],
    ['an entity', '&lt;b&gt; &amp; c', '&amp;lt;b&amp;gt; &amp;amp; c'],
    ['a link', '[click](javascript:alert(1))', String.raw`\[click\](javascript:alert(1))`],
    ['an image', '![x](http://example.com/x.png)', String.raw`!\[x\](http://example.com/x.png)`],
    ['emphasis', '**bold** _it_ ~~gone~~', String.raw`\*\*bold\*\* \_it\_ \~\~gone\~\~`],
    ['code', '`rm -rf`', String.raw`\`rm -rf\``],
    ['a heading', '# not one', String.raw`\# not one`],
    ['a question', 'Tell {request channel}', 'Tell {request channel}'],
    ['an id as printed', 'AC.L2-3.1.1[a]', String.raw`AC.L2-3.1.1\[a\]`],
  ])('keeps %s as text', (_, cell, escaped) => {
    expect(writeMarkdown(viewOf([cell, 'x']))).toContain(`\n| ${escaped} | x |\n`)
  })

  test('is a title, an introduction and a table', () => {
    expect(writeMarkdown(viewOf(['Remove access', 'Disable']))).toBe(
      '# A title\n\nAn introduction.\n\n## Identity\n\n| Activity | Sample IT LLC |\n| --- | --- |\n| Remove access | Disable |\n',
    )
  })

  test('says so where a table is empty, and escapes titles too', () => {
    expect(writeMarkdown({ ...viewOf(), title: '<b>' })).toBe(
      '# &lt;b&gt;\n\nAn introduction.\n\n## Identity\n\n_Nothing._\n',
    )
  })

  test('puts what the reader must know first before the list', () => {
    const markdown = writeMarkdown({
      ...viewOf(['x', 'y']),
      preface: [{ title: 'Parties', columns: ['Name'], rows: [['MSP']] }],
    })
    expect(markdown.indexOf('## Parties')).toBeLessThan(markdown.indexOf('## Identity'))
    expect(markdown.indexOf('## Parties')).toBeGreaterThan(0)
  })

  test('has as many cells in every line as the table has columns, whatever the text', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const lines = writeMarkdown(view)
          .split('\n')
          .filter((line) => line.startsWith('|'))
        expect(lines).toHaveLength(view.tables[0]!.rows.length + 2)
        for (const line of lines) expect([...line.matchAll(/(?<!\\)(?:\\\\)*\|/g)]).toHaveLength(3)
        expect(lines.slice(2).join('').replaceAll('<br>', '')).not.toMatch(/[<>]/)
      }),
    )
  })
})

describe('CSV', () => {
  test.each([
    '=1+1',
    '+49 30 1234',
    '-2+3',
    '@SUM(A1:A9)',
    '|calc',
    ' =1+1',
    '\t=1+1',
    '\rx',
    '\n',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '=HYPERLINK("http://example.com","x")',
  ])('%j is no formula any more', (cell) => {
    const [, row] = parse(writeCsv(viewOf([cell, 'x'])))
    expect(row?.[1]).toBe(`'${cell}`)
  })

  test.each(['Disable', 'a = b', '24 hours', '(a)', '', 'the client’s “notice”', '"quoted"', 'one\ntwo', 'a,b;c'])(
    '%j stays as it is',
    (cell) => {
      expect(parse(writeCsv(viewOf([cell, 'x'])))[1]?.[1]).toBe(cell)
    },
  )

  test.each([
    ['\n=1+1', "'\n'=1+1"],
    ['one\n=1+1', "one\n'=1+1"],
    ['one\r\n +1', "one\r\n' +1"],
    ['one\n\n@SUM(A1)\ttwo', "one\n\n'@SUM(A1)\ttwo"],
    ['one\n\t2', "one\n'\t2"],
  ])('%j is no formula on a line of its own either', (cell, escaped) => {
    expect(parse(writeCsv(viewOf([cell, 'x'])))[1]?.[1]).toBe(escaped)
  })

  test('titles and headings are no formulas either', () => {
    const view = viewOf(['x', 'y'])
    const csv = writeCsv({ ...view, tables: [{ ...view.tables[0]!, title: '=A1', columns: ['=B1', '@C1'] }] })
    expect(parse(csv)).toEqual([
      ['Section', "'=B1", "'@C1"],
      ["'=A1", 'x', 'y'],
    ])
  })

  test('is one table with a mark for spreadsheets, lines ending as the standard says', async () => {
    expect(text(await csvWriter.view!.write(viewOf(['a', 'b'], ['c', 'd']), sampleRendition))).toBe(
      '\ufeff"Section","Activity","Sample IT LLC"\r\n"Identity","a","b"\r\n"Identity","c","d"\r\n',
    )
  })

  test('gives back every cell, whatever its text', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const [, ...rows] = parse(writeCsv(view))
        const bare = (cell: string): string => cell.replaceAll(/(?<=^|[\r\n])'/g, '')
        expect(rows.map(([, ...cells]) => cells.map(bare))).toEqual(
          view.tables[0]!.rows.map((cells) => cells.map(bare)),
        )
      }),
    )
  })
})

function parse(csv: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(csv.replace(/\r\n$/, ''), { newline: '\r\n' }).data
}

describe('JSON', () => {
  test('is the whole document, which reads as it was written', async () => {
    expect(await readValue(await jsonWriter.whole!.write(subjectOf()))).toEqual({ ok: true, value: sampleMatrix })
  })

  test('ends with a line end', async () => {
    expect(text(await jsonWriter.whole!.write(subjectOf())).endsWith('}\n')).toBe(true)
  })
})

describe('YAML', () => {
  test.each([
    '2026-11-23',
    'yes',
    'null',
    '~',
    'true',
    '0x10',
    '1e3',
    '1.10',
    '24:00',
    '',
    ' lead',
    'trail ',
    'a: b',
    'a #b',
    '- x',
    '? x',
    '{request channel}',
    '[a]',
    '*alias',
    '&anchor',
    '!tag',
    '|',
    '>',
    '%',
    '@',
    '`',
    '"',
    "'",
    '---',
    '...',
    'one\ntwo',
    'one\n\n\ntwo\n',
    '\ttab',
    'a\u0085b',
    'a\u2028b',
    '\ufeffmark',
    '\u0000',
    '\u007f',
    'x'.repeat(500),
    `${'word '.repeat(80)}end`,
    '<<',
    '🦷',
    '\u00a0',
  ])('the text %j comes back as it went', async (value) => {
    expect(await readValue(writeYaml({ value, [value === '' ? 'empty' : value]: [value] }))).toEqual({
      ok: true,
      value: { value, [value === '' ? 'empty' : value]: [value] },
    })
  })

  test('every matrix comes back as it went', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryMatrix, async (matrix) => {
        expect(await readValue(writeYaml(matrix))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(matrix)) as unknown,
        })
      }),
    )
  })

  test('every text comes back as it went, as value and as name', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryText.filter((name) => name !== '__proto__'),
        async (name) => {
          expect(await readValue(writeYaml({ [name]: { inner: name, list: [name] } }))).toEqual({
            ok: true,
            value: { [name]: { inner: name, list: [name] } },
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('repeats values instead of pointing to them, and gives the same bytes each time', () => {
    const shared = { what: 'closed ticket' }
    expect(text(writeYaml([shared, shared]))).toBe('- what: closed ticket\n- what: closed ticket\n')
    expect(writeYaml(structuredClone(sampleMatrix))).toEqual(writeYaml(sampleMatrix))
  })
})
