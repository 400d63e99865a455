// A Markdown file as its tables, each row numbered by its line; HTML tables in it are read as such.
import { columnLetter } from '../../../core/proposal/raw-workbook.ts'
import type { SourceTable } from '../../../core/claims/source-document.ts'
import type { Issue } from '../../../core/issue.ts'
import { factsOf } from '../facts.ts'
import { textsOf, under, type Heading } from '../heading-trail.ts'
import { issuesIn, newIssues, note, type IssueList } from '../issue-list.ts'
import { takeLines } from '../legend-lines.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import type { TextFile } from '../source-file.ts'
import { newTally, type Tally } from '../source-limits.ts'
import { nameGiver } from '../table-names.ts'
import { addRow, newRows, widthIssues } from '../table-rows.ts'
import { frontMatter } from './front-matter.ts'
import { readRegion, regionOf } from './html-region.ts'
import { unreadSign } from '../html/page.ts'
import { inlineText } from './inline-text.ts'
import { markdownBlocks, type MarkdownBlocks, type Token } from './markdown-parser.ts'
import { cellsInLine } from './row-cells.ts'

interface Reading extends MarkdownBlocks {
  readonly lines: readonly string[]
  readonly tally: Tally
  readonly nameOf: (wanted: string) => string
  readonly tables: SourceTable[]
  readonly issues: Issue[]
  readonly signs: IssueList
  readonly struck: IssueList
  readonly dropped: IssueList
  readonly loose: IssueList
  readonly opening: { readonly at: string; readonly text: string }[]
  trail: readonly Heading[]
  title: string | undefined
  prose: number
  readonly texts: string[]
  pictures: number
  /** the line, from 0, up to which everything was read already */
  readTo: number
}

export function readMarkdown({ text, issues }: TextFile): PackedDocument {
  const { facts, body } = frontMatter(text.replaceAll(/\r\n?/g, '\n'))
  const reading = newReading(body)
  for (let index = 0; index < reading.tokens.length; index = readToken(reading, index));
  return packDocument({
    format: 'markdown',
    tables: reading.tables,
    statements: [],
    ...factsOf({ title: reading.title }),
    ...facts,
    opening: reading.opening,
    prose: reading.prose,
    texts: reading.texts,
    pictures: reading.pictures,
    issues: [...issues, ...reading.issues, ...issuesIn(reading.signs, reading.struck, reading.dropped, reading.loose)],
  })
}

function newReading(body: string): Reading {
  return {
    ...markdownBlocks(body),
    lines: body.split('\n'),
    tally: newTally(),
    nameOf: nameGiver(),
    tables: [],
    issues: [],
    signs: newIssues('a picture without words stands here and cannot be read; write in words what it means'),
    struck: newIssues('struck-out text stands here and was left out'),
    dropped: newIssues(
      'this line holds more cells than the head of its table, and no program shows the last of them; a bar | that is text needs a backslash before it',
    ),
    loose: newIssues(
      'these lines look like a table and are none: the line of dashes under the head is missing, or has another number of cells',
    ),
    opening: [],
    trail: [],
    title: undefined,
    prose: 0,
    texts: [],
    pictures: 0,
    readTo: 0,
  }
}

/** The place of the token to read next. */
function readToken(reading: Reading, index: number): number {
  const token = reading.tokens[index]!
  const known = token.map !== null && token.map[0] < reading.readTo
  if (token.type === 'table_open') {
    let end = index
    while (reading.tokens[end]!.type !== 'table_close') end += 1
    if (!known) readTable(reading, index, end)
    return end + 1
  }
  if (!known) takers[token.type]?.(reading, token, index)
  return index + 1
}

const takers: Readonly<Record<string, ((reading: Reading, token: Token, index: number) => void) | undefined>> = {
  heading_open: (reading, { tag }, index) => readHeading(reading, Number(tag.slice(1)), reading.tokens[index + 1]!),
  inline: (reading, token) => readProse(reading, token),
  code_block: (reading, token) => readProse(reading, token),
  fence: (reading, { content }) => {
    reading.prose += content.length
  },
  html_block: (reading, token) => readHtmlBlock(reading, token),
}

function readHeading(reading: Reading, level: number, { content }: Token): void {
  const text = inlineText(reading.inline(content)).text.replaceAll(/\s+/g, ' ')
  reading.trail = under(reading.trail, { level, text })
  if (level === 1) reading.title ??= text
}

/** Longer ones explain no codes. */
const longestParagraph = 2000

function readProse(reading: Reading, { content, map }: Token): void {
  reading.prose += content.length
  reading.pictures += content.match(/!\[/g)?.length ?? 0
  if (content.length < longestParagraph) takeLines(reading.texts, inlineText(reading.inline(content)).text)
  takeOpening(reading, content, map?.[0] ?? 0)
  const rows = content.split('\n').filter(looksLikeRow)
  if (rows.length > 1) note(reading.loose, `line ${(map?.[0] ?? 0) + 1}`)
}

const openingLines = 20

function takeOpening({ opening, tables, inline }: Reading, content: string, from: number): void {
  if (tables.length > 0 || opening.length >= openingLines) return
  for (const [index, line] of content.split('\n').slice(0, openingLines).entries())
    opening.push({ at: `line ${from + index + 1}`, text: inlineText(inline(line)).text })
}

function looksLikeRow(line: string): boolean {
  const cells = cellsInLine(line.trim()).length
  return cells > 2 || (cells === 2 && line.trim().startsWith('|'))
}

function readHtmlBlock(reading: Reading, { content, map }: Token): void {
  const from = map?.[0] ?? 0
  const region = /<table\b/i.test(content) ? regionOf(reading.lines, from) : { from, end: map?.[1] ?? from + 1 }
  const page = readRegion(reading.lines, region, reading)
  reading.tables.push(...page.tables.filter((table) => table !== undefined))
  reading.issues.push(...page.issues, ...issuesIn(page.signs, page.struck))
  reading.trail = page.trail
  reading.prose += page.prose
  reading.texts.push(...page.texts)
  reading.pictures += page.pictures
  reading.readTo = region.end
}

function readTable(reading: Reading, from: number, end: number): void {
  const headings = textsOf(reading.trail)
  const name = reading.nameOf(headings.at(-1) ?? '')
  const table = newRows(reading.tally)
  let line = 0
  let cells: string[] = []
  let header: number | undefined
  for (let index = from; index < end; index += 1) {
    const token = reading.tokens[index]!
    if (token.type === 'tr_open') {
      line = token.map![0] + 1
      header ??= line
      cells = []
    } else if (token.type === 'inline')
      cells.push(readCell(reading, token, `${name}!${columnLetter(cells.length)}${line}`))
    else if (token.type === 'tr_close') {
      addRow(table, { number: line, cells })
      checkDropped(reading, line, { name, width: cells.length })
    }
  }
  reading.issues.push(...widthIssues(name, table))
  const declaredHeader = header === undefined ? {} : { declaredHeader: [header] }
  reading.tables.push({ name, headings, rows: table.rows, hiddenColumns: [], merges: [], ...declaredHeader })
}

function readCell(reading: Reading, { content }: Token, at: string): string {
  if (content === '') return ''
  const { text, pictures, sign, struck } = inlineText(reading.inline(content))
  reading.pictures += pictures
  if (sign && text === '') note(reading.signs, at)
  if (struck) note(reading.struck, at)
  return sign && text === '' ? unreadSign : text
}

function checkDropped(
  reading: Reading,
  line: number,
  { name, width }: { readonly name: string; readonly width: number },
): void {
  const beyond = cellsInLine(reading.lines[line - 1] ?? '').slice(width)
  if (beyond.some((cell) => cell.trim() !== '')) note(reading.dropped, `${name}, line ${line}`)
}
