// Markup, event by event, into a page's tables: what is hidden, struck out or drawn is told apart from its text.
import { Parser } from 'htmlparser2'
import { struckOut } from '../../struck-text.ts'
import { takeLines } from '../legend-lines.ts'
import { SourceFault } from '../source-fault.ts'
import { addLines, addText, breakLine, forceLine, newText, textOf, type TextDraft } from './cell-text.ts'
import { blocks, headingLevel, isHidden, sayRaised, unseen } from './html-elements.ts'
import {
  addHeading,
  closeCell,
  closeRow,
  closeTable,
  openCell,
  openRow,
  openTable,
  turnPart,
  type OpenTable,
  type Page,
} from './page.ts'
import { cellFill, isDrawn, takeRules } from './page-colors.ts'
import { takeMeta } from './page-facts.ts'
import { isStruckOut, takeStruckRules } from './struck-out.ts'

const openingLines = 20
const openingLength = 4000
const depthLimit = 400

type Attributes = Readonly<Record<string, string>>

interface Reading {
  readonly page: Page
  depth: number
  /** the depth of what is not read: everything inside it is passed over */
  unseenFrom: number | undefined
  struckFrom: number | undefined
  /** text that is gathered for itself: the page's title, a heading, a raised mark */
  readonly asides: Aside[]
  pre: number
  readonly prose: TextDraft
  /** of a style sheet that is open */
  css: string | undefined
}

interface Aside {
  readonly name: string
  readonly text: TextDraft
  readonly depth: number
}

/** `rowNumber` of the page may ask the parser where it stands: `at` is told before each event. */
export function readPage(html: string, page: Page, at: (index: number) => void = () => undefined): void {
  const reading: Reading = {
    page,
    depth: 0,
    unseenFrom: undefined,
    struckFrom: undefined,
    asides: [],
    pre: 0,
    prose: newText(),
    css: undefined,
  }
  const parser = new Parser({
    onopentag: (name, attributes) => {
      at(parser.startIndex)
      opened(reading, name, attributes)
    },
    onclosetag: (name) => closed(reading, name),
    ontext: (text) => {
      if (reading.css === undefined) taken(reading, text)
      else reading.css += text
    },
  })
  parser.end(html)
  while (page.open.length > 0) closeTable(page)
  const prose = textOf(reading.prose)
  page.prose += prose.length
  takeLines(page.texts, prose)
  page.opening = prose
    .slice(0, openingLength)
    .split('\n', openingLines)
    .map((text) => ({ at: 'its text', text }))
}

function opened(reading: Reading, name: string, attributes: Attributes): void {
  reading.depth += 1
  if (reading.depth > depthLimit)
    throw new SourceFault(
      `its elements nest deeper than ${depthLimit} levels, as no page does; save it again from the browser`,
    )
  if (reading.unseenFrom !== undefined) return
  if (name === 'style') reading.css = ''
  if (isStruckOut(name, attributes, reading.page.struckClasses)) reading.struckFrom ??= reading.depth
  const part = parts.get(name)
  if (part) part(reading, attributes)
  else if (isUnseen(name, attributes)) reading.unseenFrom = reading.depth
  else openedText(reading, name, attributes)
}

function isUnseen(name: string, attributes: Attributes): boolean {
  return unseen.has(name) || isHidden(attributes) || (name === 'option' && !Object.hasOwn(attributes, 'selected'))
}

type Handler = (reading: Reading, attributes: Attributes) => void

function handlers(byName: Readonly<Record<string, Handler>>): ReadonlyMap<string, Handler> {
  return new Map(Object.entries(byName))
}

/** What makes up a table; what is hidden of it is flagged, not left out. */
const parts = handlers({
  table: ({ page }, attributes) => openTable(page, isHidden(attributes)),
  caption: ({ page }) => {
    const table = page.open.at(-1)
    if (table) table.caption ??= newText()
  },
  thead: ({ page }) => turn(page, true),
  tbody: ({ page }) => turn(page, false),
  tfoot: ({ page }) => turn(page, false),
  tr: ({ page }, attributes) => openRow(page, isHidden(attributes)),
  td: (reading, attributes) => openedCell(reading, attributes, false),
  th: (reading, attributes) => openedCell(reading, attributes, true),
})

function turn(page: Page, head: boolean): void {
  const table = page.open.at(-1)
  if (table) turnPart(table, head)
}

function openedCell(reading: Reading, attributes: Attributes, header: boolean): void {
  const rows = span(attributes['rowspan'])
  openCell(reading.page, {
    columns: span(attributes['colspan']) || 1,
    rows: rows === 0 ? Infinity : rows,
    header,
    fill: cellFill(attributes, reading.page.colors),
  })
  if (isHidden(attributes)) reading.unseenFrom = reading.depth
}

function span(value: string | undefined): number {
  return value !== undefined && /^\s*\+?\d+/.test(value) ? Math.min(Number.parseInt(value, 10), 1e6) : 1
}

function openedText(reading: Reading, name: string, attributes: Attributes): void {
  const level = headingLevel(name)
  if (blocks.has(name)) breakLine(target(reading))
  if (name === 'title' || name === 'sup' || level !== undefined)
    reading.asides.push({ name, text: newText(), depth: reading.depth })
  if (name === 'pre') reading.pre += 1
  things.get(name)?.(reading, attributes)
}

/** What stands in a text without being text. */
const things = handlers({
  br: (reading) => forceLine(target(reading)),
  meta: ({ page }, attributes) => takeMeta(page, attributes),
  input: (reading, attributes) => takeInput(reading, attributes),
  img: (reading, attributes) => {
    reading.page.pictures += 1
    takeLabel(reading, attributes['alt'] || attributes['aria-label'] || attributes['title'])
  },
  i: (reading, attributes) => takeLabel(reading, attributes['aria-label'] ?? attributes['title']),
  svg: (reading, attributes) => takeLabel(reading, attributes['aria-label']),
  span: (reading, attributes) => {
    if (attributes['role'] === 'img') takeLabel(reading, attributes['aria-label'] ?? attributes['title'])
    else takeDrawn(reading, attributes)
  },
  div: (reading, attributes) => takeDrawn(reading, attributes),
  b: (reading, attributes) => takeDrawn(reading, attributes),
  em: (reading, attributes) => takeDrawn(reading, attributes),
  select: (reading) => takeLabel(reading, undefined),
})

function takeInput(reading: Reading, attributes: Attributes): void {
  const type = (attributes['type'] ?? 'text').toLowerCase()
  if (type === 'checkbox' || type === 'radio') taken(reading, Object.hasOwn(attributes, 'checked') ? '☒' : '☐')
  else if (type !== 'hidden') taken(reading, attributes['value'] ?? '')
}

/** A sign's own words, or the note that it has none. */
function takeLabel(reading: Reading, label: string | undefined): void {
  if (label !== undefined && label.trim() !== '') taken(reading, ` ${label} `)
  else {
    const cell = reading.page.open.at(-1)?.cell
    if (cell) cell.sign = true
  }
}

/** What is drawn by a style sheet; its words count only where the cell has none of its own. */
function takeDrawn({ page }: Reading, attributes: Attributes): void {
  const cell = page.open.at(-1)?.cell
  if (!cell) return
  const label = attributes['aria-label'] || attributes['title'] || ''
  if (label.trim() !== '') cell.labels.push(label)
  if (isDrawn(attributes, page.colors)) cell.sign = true
}

function target({ page, asides, prose }: Reading): TextDraft {
  const aside = asides.at(-1)
  if (aside) return aside.text
  const table = page.open.at(-1)
  if (!table) return prose
  return table.cell?.text ?? table.caption ?? prose
}

function taken(reading: Reading, text: string): void {
  if (reading.unseenFrom !== undefined) return
  if (reading.struckFrom !== undefined) {
    takeStruck(reading, text)
    return
  }
  if (reading.pre > 0) addLines(target(reading), text)
  else addText(target(reading), text)
}

function takeStruck({ page, asides }: Reading, text: string): void {
  const cell = page.open.at(-1)?.cell
  if (!cell || text.trim() === '') return
  cell.struck = true
  if (asides.length === 0) addText(cell.text, struckOut(text))
}

function closed(reading: Reading, name: string): void {
  const { depth, unseenFrom } = reading
  if (name === 'style') closedSheet(reading)
  reading.depth -= 1
  if (unseenFrom === depth) reading.unseenFrom = undefined
  else if (unseenFrom !== undefined) return
  if (reading.struckFrom === depth) reading.struckFrom = undefined
  if (name === 'pre' && reading.pre > 0) reading.pre -= 1
  if (reading.asides.at(-1)?.depth === depth) closedAside(reading, reading.asides.pop()!)
  if (blocks.has(name)) breakLine(target(reading))
  const table = reading.page.open.at(-1)
  if (table) closers.get(name)?.(reading.page, table)
}

function closedSheet(reading: Reading): void {
  takeRules(reading.page.colors, reading.css ?? '')
  takeStruckRules(reading.page.struckClasses, reading.css ?? '')
  reading.css = undefined
}

const closers: ReadonlyMap<string, (page: Page, table: OpenTable) => void> = new Map([
  ['td', (_, table) => closeCell(table)],
  ['th', (_, table) => closeCell(table)],
  ['tr', (_, table) => closeRow(table)],
  ['thead', (_, table) => turnPart(table, false)],
  ['table', (page) => closeTable(page)],
])

function closedAside(reading: Reading, { name, text }: Aside): void {
  const { page } = reading
  const words = textOf(text)
  if (name === 'title') {
    if (reading.page.open.length === 0) page.title ??= words || undefined
    else addText(target(reading), words)
    return
  }
  if (name === 'sup') {
    addText(target(reading), sayRaised(words))
    return
  }
  const cell = page.open.at(-1)?.cell
  if (cell) addLines(cell.text, `\n${words}\n`)
  addHeading(page, { level: headingLevel(name)!, text: words.replaceAll(/\s+/g, ' ') })
}
