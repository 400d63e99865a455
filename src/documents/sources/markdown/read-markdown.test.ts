import { expect, test } from 'vitest'
import { lines, readText, said } from '../testing/shown.ts'

const head = '| ID | Who |\n| --- | :-: |\n'

test.each<readonly [string, string, readonly string[]]>([
  [
    'emphasis, links and code as their words',
    `${head}| **AC-2** | *the* [MSP](x.md) \`runs\` |\n`,
    ['1: A=ID B=Who', '3: A=AC-2 B=the MSP runs'],
  ],
  ['line ends in a cell', `${head}| 1 | a<br>b<br/>c |\n`, ['1: A=ID B=Who', '3: A=1 B=a\nb\nc']],
  [
    'footnote marks as text',
    `${head}| AC-2[^1] | a |\n\n[^1]: only-for-cloud\n`,
    ['1: A=ID B=Who', '3: A=AC-2[^1] B=a'],
  ],
  [
    'raised marks apart from the id',
    `${head}| 3.1.1<sup>a</sup> | 1<sup>st</sup> |\n`,
    ['1: A=ID B=Who', '3: A=3.1.1[^a] B=1st'],
  ],
  ['bars behind a backslash', `${head}| a \\| b | c |\n`, ['1: A=ID B=Who', '3: A=a | b B=c']],
  [
    'tags in code as they are written',
    `${head}| \`<id>\` | <b>x</b> &amp; y |\n`,
    ['1: A=ID B=Who', '3: A=<id> B=x & y'],
  ],
  [
    'boxes and checks',
    `${head}| [x] | ✅ |\n| [ ] | ![Yes](y.png) |\n`,
    ['1: A=ID B=Who', '3: A=[x] B=✅', '4: A=[ ] B=Yes'],
  ],
  [
    'what stands beside struck-out words',
    `${head}| ~~1~~ 2 | ~~MSP~~ |\n| 3 | Pro~~vider~~ |\n| 4 | ~~MSP~~ <b>Client</b> |\n| 5 | <del>MSP</del> |\n`,
    ['1: A=ID B=Who', '3: A=2 B=[?]', '4: A=3 B=[?]', '5: A=4 B=Client', '6: A=5 B=[?]'],
  ],
  ['a table without outer bars', 'ID | Who\n--- | ---\n1 | a\n', ['1: A=ID B=Who', '3: A=1 B=a']],
  ['a table in a list', '- x\n\n  | ID | Who |\n  | --- | --- |\n  | 1 | a |\n', ['3: A=ID B=Who', '5: A=1 B=a']],
])('reads %s', async (_, text, wanted) => {
  const { tables } = await readText(text, 'a.md')
  expect(tables.map(lines)).toEqual([wanted])
  expect(tables[0]!.declaredHeader).toEqual([Number(wanted[0]!.split(':')[0])])
})

test('tables are named by the heading above, each once, and know all headings', async () => {
  const document = await readText(
    `---\ntitle: Our "split"\ndate: 2026-03-01\nversion: 2.10\n---\n\n# Matrix\n\n## Access\n\n${head}| 1 | a |\n\n${head}| 2 | b |\n\n## Media\n\n${head}| 3 | c |\n`,
    'a.md',
  )
  expect(document.tables.map(({ name, headings }) => [name, headings])).toEqual([
    ['Access', ['Matrix', 'Access']],
    ['Access (2)', ['Matrix', 'Access']],
    ['Media', ['Matrix', 'Media']],
  ])
  expect(document).toMatchObject({ format: 'markdown', title: 'Our "split"', date: '2026-03-01' })
  expect(document.tables[0]!.rows.map(({ number }) => number)).toEqual([11, 13])
})

test('an HTML table in Markdown is read by its lines, whatever blank lines are in it', async () => {
  const { tables } = await readText(
    '# Split\n\n<table>\n<tr><th>ID</th><th>Who</th></tr>\n<tr>\n\n<td>1</td><td>a</td>\n\n</tr>\n</table>\n\nWords, | not a | table.\n',
    'a.md',
  )
  expect(tables.map(lines)).toEqual([['4: A=ID B=Who', '5: A=1 B=a']])
  expect(tables[0]).toMatchObject({ name: 'Split', headings: ['Split'] })
})

test.each([
  [
    'cells that no program shows',
    `${head}| 1 | a | lost |\n`,
    'Table, line 3: this line holds more cells than the head',
  ],
  [
    'a table whose line of dashes has too few cells',
    '| ID | Who |\n| --- |\n| 1 | a |\n| 2 | b |\n',
    'line 1: these lines look like a table',
  ],
  ['a picture without words', `${head}| 1 | ![](y.png) |\n`, 'Table!B3: a picture without words'],
  ['struck-out text', `${head}| 1 | ~~MSP~~ client |\n`, 'Table!B3: struck-out text'],
])('tells %s', async (_, text, issue) => {
  expect(said(await readText(text, 'a.md')).join('\n')).toContain(issue)
})

test('a table in a block of code is none', async () => {
  const { tables, prose } = await readText(`Words.\n\n\`\`\`\n${head}| 1 | a |\n\`\`\`\n`, 'a.md')
  expect(tables).toEqual([])
  expect(prose).toBeGreaterThan(10)
})
