// The body of a Word document while it is read: its tables, its headings, and what of its text a reader sees.
import type { SourceTable } from '../../../core/claims/source-document.ts'
import { boxesIn } from '../../../core/control-summary/check-list.ts'
import type { Issue } from '../../../core/issue.ts'
import { struckOut } from '../../struck-text.ts'
import type { Anchor } from './comments.ts'
import { takeLines } from '../legend-lines.ts'
import { under, type Heading } from '../heading-trail.ts'
import { addText, newText, textOf, type TextDraft } from '../html/cell-text.ts'
import { newIssues, note, type IssueList } from '../issue-list.ts'
import { newTally, type Tally } from '../source-limits.ts'
import { nameGiver } from '../table-names.ts'
import { widthIssues } from '../table-rows.ts'
import type { ParagraphStyle } from './paragraph-styles.ts'
import { newWordTable, wordTable, type WordTable } from './word-table.ts'

interface Paragraph {
  readonly text: TextDraft
  style: ParagraphStyle
}

/** How the letters of one run look. */
export interface Run {
  raised: boolean
  struck: boolean
  vanished: boolean
  /** whose places its signs are, where it is a font of signs */
  font: string
}

export interface WordBody {
  readonly styles: ReadonlyMap<string, ParagraphStyle>
  readonly tally: Tally
  readonly nameOf: (wanted: string) => string
  readonly tables: (SourceTable | undefined)[]
  readonly open: WordTable[]
  readonly paragraphs: Paragraph[]
  readonly issues: Issue[]
  /** the first paragraphs before any table */
  readonly opening: { readonly at: string; readonly text: string }[]
  readonly signs: IssueList
  readonly struck: IssueList
  readonly numbered: IssueList
  readonly unknownSigns: IssueList
  run: Run | undefined
  trail: readonly Heading[]
  caption: string
  title: string | undefined
  prose: number
  readonly texts: string[]
  pictures: number
  readonly comments: Anchor[]
  readonly tracked: IssueList
  /** paragraphs outside tables that hold boxes to tick */
  boxes: number
  vanished: boolean
}

export function newBody(styles: ReadonlyMap<string, ParagraphStyle>): WordBody {
  return {
    styles,
    tally: newTally(),
    nameOf: nameGiver(),
    tables: [],
    open: [],
    paragraphs: [],
    issues: [],
    opening: [],
    signs: newIssues('a picture or sign without words stands here and cannot be read; write in words what it means'),
    struck: newIssues('struck-out text stands here and was left out'),
    numbered: newIssues(
      'Word itself numbers this cell, and ids that Word numbers are not read; turn the numbers into text in Word, and give that',
    ),
    unknownSigns: newIssues('a sign of a symbol font stands here that is not known; write in words what it means'),
    run: undefined,
    trail: [],
    caption: '',
    title: undefined,
    prose: 0,
    texts: [],
    pictures: 0,
    comments: [],
    tracked: newIssues(
      'a tracked change stands here; it was read as if it were accepted. Accept or reject it, and give that',
    ),
    boxes: 0,
    vanished: false,
  }
}

export function openWordTable(body: WordBody): void {
  const { trail, caption } = body
  body.open.push(newWordTable(body.tally, { trail, caption, place: body.tables.length }))
  body.tables.push(undefined)
  body.caption = ''
}

export function closeWordTable(body: WordBody): void {
  const table = body.open.pop()
  if (!table) return
  body.trail = table.trail
  if (table.rows.rows.length === 0 && table.signs.length === 0) return
  const name = body.nameOf(table.caption || table.trail.at(-1)?.text || body.title || '')
  body.tables[table.place] = wordTable(table, name)
  body.issues.push(...widthIssues(name, table.rows))
  for (const at of table.signs) note(body.signs, `${name}!${at}`)
  for (const at of table.struck) note(body.struck, `${name}!${at}`)
  for (const at of table.tracked) note(body.tracked, `${name}!${at}`)
  body.comments.push(...table.comments.map(({ at, id }) => ({ at: `${name}!${at}`, id })))
  for (const at of table.numbered) note(body.numbered, `${name}!${at}`)
}

export function openParagraph(body: WordBody): void {
  body.paragraphs.push({ text: newText(), style: {} })
}

export function closeParagraph(body: WordBody): void {
  const paragraph = body.paragraphs.pop()
  if (!paragraph) return
  const text = textOf(paragraph.text)
  const cell = body.open.at(-1)?.cell
  if (cell) {
    cell.text.pieces.push(text, '\n')
    cell.numbered ||= text === '' && paragraph.style.numbered === true
  } else takeParagraph(body, text, paragraph.style)
  if (paragraph.style.level !== undefined && cell === undefined)
    body.trail = under(body.trail, { level: paragraph.style.level, text: text.replaceAll(/\s+/g, ' ') })
}

const openingParagraphs = 20

/** What stands between the tables; a caption belongs to the table right after it. */
function takeParagraph(body: WordBody, text: string, { role, level }: ParagraphStyle): void {
  if (text === '') return
  body.caption = role === 'caption' ? text : ''
  if (role === 'title') body.title ??= text
  if (level === undefined) body.prose += text.length
  takeLines(body.texts, text)
  if (body.tables.length === 0 && body.opening.length < openingParagraphs) body.opening.push({ at: 'its text', text })
  if (boxesIn(text).length > 0) body.boxes += 1
}

export function addWords(body: WordBody, text: string): void {
  const paragraph = body.paragraphs.at(-1)
  if (!paragraph || text === '') return
  if (body.run?.vanished) body.vanished = true
  else if (body.run?.struck) {
    const cell = body.open.at(-1)?.cell
    if (!cell || text.trim() === '') return
    cell.struck = true
    addText(paragraph.text, struckOut(text))
  } else addText(paragraph.text, text)
}

/** A change that nobody has accepted or rejected yet. */
export function noteChange(body: WordBody): void {
  const table = body.open.at(-1)
  if (table?.cell) table.cell.tracked = true
  else if (table?.row) table.row.tracked = true
  else if (!body.tracked.places.includes('the file')) note(body.tracked, 'the file')
}

export function noteComment(body: WordBody, id: string): void {
  const cell = body.open.at(-1)?.cell
  if (cell) cell.comments.push(id)
  else body.comments.push({ at: 'the file', id })
}

/** Something stands here that is no text. */
export function addSign(body: WordBody): void {
  const cell = body.open.at(-1)?.cell
  if (cell) cell.sign = true
}
