import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { accepted, lines, readText, refusal, said } from '../testing/shown.ts'

function page(...rows: readonly string[]): string {
  return `<!doctype html><table><tr><th>ID<th>Who</tr>${rows.join('')}</table>`
}

test.each<readonly [string, string, readonly string[]]>([
  [
    'cells whose ends are left out',
    page('<tr><td>1<td>a', '<tr><td>2<td>b'),
    ['1: A=ID B=Who', '2: A=1 B=a', '3: A=2 B=b'],
  ],
  [
    'line ends, paragraphs and lists',
    page('<tr><td>a<br>b<td><p>c</p><p>d</p><ul><li>e<li>f</ul>'),
    ['1: A=ID B=Who', '2: A=a\nb B=c\nd\ne\nf'],
  ],
  [
    'blanks as a browser shows them',
    page('<tr><td>  a\n  b&nbsp;c <td><pre>d\n  e</pre>'),
    ['1: A=ID B=Who', '2: A=a b c B=d\ne'],
  ],
  ['entities', page('<tr><td>a &amp; &lt;b&gt; &#10003;<td>&eacute;'), ['1: A=ID B=Who', '2: A=a & <b> ✓ B=é']],
  [
    'boxes, pictures and signs by their words',
    page(
      '<tr><td><input type=checkbox checked> <input type=checkbox><td><img alt=Yes src=x><i class=fa aria-label=No></i>',
    ),
    ['1: A=ID B=Who', '2: A=☒ ☐ B=Yes No'],
  ],
  [
    'the option that is chosen',
    page('<tr><td>1<td><select><option>MSP<option selected>Client</select>'),
    ['1: A=ID B=Who', '2: A=1 B=Client'],
  ],
  [
    'nothing of scripts, styles and hidden text',
    page('<tr><td><script>x</script><style>y</style>1<span hidden>z</span><span style="display: none">z</span><td>a'),
    ['1: A=ID B=Who', '2: A=1 B=a'],
  ],
  [
    'hidden rows with their mark',
    page('<tr hidden><td>1<td>a', '<tr style="display:none"><td>2<td>b', '<tr><td>3<td>c'),
    ['1: A=ID B=Who', '2 hidden: A=1 B=a', '3 hidden: A=2 B=b', '4: A=3 B=c'],
  ],
  [
    'raised marks apart from the id',
    page('<tr><td>3.1.1<sup>2</sup><td>1<sup>st</sup> <sup>[3]</sup>'),
    ['1: A=ID B=Who', '2: A=3.1.1[^2] B=1st [3]'],
  ],
  [
    'what stands beside struck-out words, and nothing where no word stands',
    `<style>.old { text-decoration: line-through }</style>${page(
      '<tr><td><del>1</del> <ins>2</ins><td><s>MSP</s>',
      '<tr style="text-decoration:line-through"><td>3<td>a',
      '<tr><td>Pro<strike>vider</strike><td><b class=old>MSP</b> Client',
    )}`,
    ['1: A=ID B=Who', '2: A=2 B=[?]', '3: A=[?] B=[?]', '4: A=[?] B=Client'],
  ],
  [
    'cells that span columns and rows',
    page('<tr><td rowspan=2>1<td>a', '<tr><td>b', '<tr><td colspan=2>c'),
    ['1: A=ID B=Who', '2: A=1 B=a', '3: B=b', '4: A=c'],
  ],
])('reads %s', async (_, html, wanted) => {
  const { tables } = await readText(html, 'a.html')
  expect(tables.map(lines)).toEqual([wanted])
})

test('what spans is told as merges, within the part of the table and its last row', async () => {
  const { tables } = await readText(
    '<table><thead><tr><th rowspan=9>ID<th colspan=2>Who<tr><th>MSP<th>Client</thead><tbody><tr><td>1<td rowspan=0>x<td>y<tr><td>2<td>z</table>',
    'a.html',
  )
  expect(tables[0]).toMatchObject({ merges: ['B1:C1', 'A1:A2', 'B3:B4'], declaredHeader: [1, 2] })
  expect(lines(tables[0]!)).toEqual(['1: A=ID B=Who', '2: B=MSP C=Client', '3: A=1 B=x C=y', '4: A=2 C=z'])
})

test('spans that lie over one another are cut where the next cell stands', async () => {
  const { tables } = await readText('<table><tr><td>a<td rowspan=3>b<td>c<tr><td colspan=3>d<td>e</table>', 'a.html')
  expect(lines(tables[0]!)).toEqual(['1: A=a B=b C=c', '2: A=d C=e'])
  expect(tables[0]!.merges).toEqual(['B1:B2'])
})

test('tables are named by caption or heading, and a table in a cell is one of its own', async () => {
  const { tables, title, prose } = await readText(
    '<html><title>Cloud split</title><h1>One</h1><p>Words</p><h2>Two</h2><table><caption>The split</caption><tr><td>a<table><tr><td>inner</table><tr><td>b</table><h2>Three</h2><table><tr><td>c</table>',
    'a.html',
  )
  expect(tables.map(({ name, headings }) => [name, headings])).toEqual([
    ['The split', ['One', 'Two']],
    ['Two', ['One', 'Two']],
    ['Three', ['One', 'Three']],
  ])
  expect(tables.map(lines)).toEqual([['1: A=a', '2: A=b'], ['1: A=inner'], ['1: A=c']])
  expect({ title, prose }).toEqual({ title: 'Cloud split', prose: 5 })
})

test.each([
  [
    'a sign that only a style sheet draws',
    page('<tr><td>1<td><i class="fa fa-check"></i>'),
    'Cloud!B2: a picture or sign without words',
  ],
  ['a picture without words', page('<tr><td>1<td><img src=x>'), 'Cloud!B2: a picture or sign without words'],
  ['struck-out text', page('<tr><td>1<td><s>MSP</s> client'), 'Cloud!B2: struck-out text'],
])('tells %s', async (_, html, issue) => {
  expect(said(await readText(`<title>Cloud</title>${html}`, 'a.html')).join('\n')).toContain(issue)
})

test.each([
  ['an attribute', '', '<td bgcolor="#92D050"></td><td bgcolor=white></td>', ['B2 #92d050']],
  [
    'a style',
    '',
    '<td style="border:0;background-color: #92D050"></td><td style="background:none"></td>',
    ['B2 #92d050'],
  ],
  [
    'a class of its style sheet',
    '.w td.s3, .s4 { background-color: #92d050; color: red } .s5{color:red}',
    '<td class="x s3"></td><td class=s5></td>',
    ['B2 #92d050'],
  ],
  ['the color of its words', '', '<td bgcolor=yellow>MSP</td><td bgcolor=yellow></td>', []],
])('an empty cell that is filled is told: by %s', async (_, css, cells, wanted) => {
  const { tables } = await readText(
    `<style>${css}</style><table><tr><th>ID<th>MSP<th>Client</tr><tr><td>1</td>${cells}</tr></table>`,
    'a.html',
  )
  expect([...(tables[0]!.colored ?? [])].map(([at, fill]) => `${at} ${fill}`)).toEqual(wanted)
})

test.each([
  ['an icon', '<i class="x"></i>', '[?]'],
  ['an icon with words for whoever cannot see it', '<span class="icon-tick" aria-label="Provider"></span>', 'Provider'],
  ['an icon with a title', '<span class="x" title="Client"></span>', 'Client'],
  ['an icon of a set', '<span class="glyphicon glyphicon-ok"></span>', '[?]'],
  ['a light that is styled', '<div style="background:#0f0;width:9px"></div>', '[?]'],
  ['a picture with a title alone', '<img src=a.png title="Shared">', 'Shared'],
  ['a drawing that says what it is', '<svg><title>Provider</title><path/></svg>', 'Provider'],
  ['a drawing', '<svg><path/></svg>', '[?]'],
  ['a frame around nothing', '<span class="value"></span>', undefined],
  ['a hint over words', '<span title="Who does it">MSP</span>', 'MSP'],
])('%s in a cell reads', async (_, content, wanted) => {
  const { tables } = await readText(`<table><tr><td>1<td>${content}</table>`, 'a.html')
  expect(tables[0]!.rows[0]!.cells.get('B')?.text).toBe(wanted)
})

test.each<readonly [string, Uint8Array]>([
  ['in its head', Buffer.from('<html><meta charset="windows-1252"><table><tr><td>Müller</table>', 'latin1')],
  [
    'as old programs wrote it',
    Buffer.from(
      '<html><meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><table><tr><td>Müller</table>',
      'latin1',
    ),
  ],
  ['nowhere, in UTF-8', Buffer.from('<html><table><tr><td>Müller</table>')],
])('letters are read by the encoding that a page names %s', async (_, bytes) => {
  const document = accepted(await readSource(bytes, 'a.html'))
  expect(document.tables.map(lines)).toEqual([['1: A=Müller']])
  expect(document.issues).toEqual([])
})

test.each([
  ['tables that nest without end', '<table><tr><td>'.repeat(100_000), 'its elements nest deeper than 400 levels'],
  [
    'elements that nest without end',
    `<table><tr><td>${'<b>'.repeat(300_000)}${'</i>'.repeat(300_000)}`,
    'its elements nest deeper',
  ],
  ['more rows than anybody reads', `<table>${'<tr><td>x'.repeat(300_000)}`, 'it holds more than 250000 rows'],
  ['more tables than anybody reads', '<table><tr><td>x</table>'.repeat(3000), 'it holds more than 2000 tables'],
  [
    'more merges than anybody reads',
    `<table>${'<tr><td colspan=2>x'.repeat(30_000)}`,
    'it holds more than 20000 merged cells',
  ],
])('refuses %s', async (_, html, why) => {
  expect(refusal(await readSource(Buffer.from(html), 'a.html'))).toContain(why)
})

test('spans of billions end where the table ends', async () => {
  const { tables } = await readText(
    '<table><tr><td colspan=1000000000 rowspan=1000000000>a<td>b<tr><td>c</table>',
    'a.html',
  )
  expect(tables[0]!.merges).toEqual(['A1:GR2'])
})
