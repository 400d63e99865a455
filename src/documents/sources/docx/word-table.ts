// A Word table while it is read: spans to the right are counted, spans downward are marked in each row that they pass.
import { columnLetter } from '../../../core/proposal/raw-workbook.ts'
import type { SourceTable } from '../../../core/claims/source-document.ts'
import type { Heading } from '../heading-trail.ts'
import { standingText } from '../../struck-text.ts'
import { newText, textOf, type TextDraft } from '../html/cell-text.ts'
import { unreadSign } from '../html/page.ts'
import { ownColors } from '../own-colors.ts'
import { columnLimit, count, type Tally } from '../source-limits.ts'
import type { Anchor } from './comments.ts'
import { addRow, newRows, type TableRows } from '../table-rows.ts'

export interface WordCell {
  readonly text: TextDraft
  columns: number
  /** `restart` begins a span downward, `continue` goes on with the one above */
  down: 'none' | 'restart' | 'continue'
  /** goes on with the cell to the left, as old programs wrote it */
  right: boolean
  sign: boolean
  /** what its pictures say in words */
  readonly labels: string[]
  fill: string | undefined
  /** Word numbers a paragraph of it that holds no text */
  numbered: boolean
  struck: boolean
  /** a tracked change stands in it */
  tracked: boolean
  /** one of them takes out its words, or the cell */
  deleted: boolean
  /** ids of those that are anchored in it */
  readonly comments: string[]
}

interface WordRow {
  readonly number: number
  readonly cells: WordCell[]
  before: number
  header: boolean
  hidden: boolean
  deleted: boolean
  /** a tracked change puts it in or takes it out */
  tracked: boolean
}

interface Down {
  readonly from: number
  readonly columns: number
}

export interface WordTable {
  readonly rows: TableRows
  readonly trail: readonly Heading[]
  caption: string
  readonly place: number
  readonly header: number[]
  readonly merges: string[]
  /** by first column: the span downward that is open */
  readonly down: Map<number, Down>
  readonly signs: string[]
  readonly struck: string[]
  readonly tracked: string[]
  readonly comments: Anchor[]
  /** rows whose first cell holds a number of Word's own, and nothing else */
  readonly numbered: string[]
  readonly fills: Map<number, Map<string, string>>
  row: WordRow | undefined
  cell: WordCell | undefined
  last: number
  /** rows at the head of the table only can be its header */
  body: boolean
}

export function newWordTable(tally: Tally, given: Pick<WordTable, 'trail' | 'caption' | 'place'>): WordTable {
  return {
    ...given,
    rows: newRows(tally),
    header: [],
    merges: [],
    down: new Map(),
    signs: [],
    struck: [],
    tracked: [],
    comments: [],
    numbered: [],
    fills: new Map(),
    row: undefined,
    cell: undefined,
    last: 0,
    body: false,
  }
}

export function openWordRow(table: WordTable): void {
  table.row = {
    number: table.last + 1,
    cells: [],
    before: 0,
    header: false,
    hidden: false,
    deleted: false,
    tracked: false,
  }
}

export function openWordCell(table: WordTable): void {
  table.cell = {
    text: newText(),
    columns: 1,
    down: 'none',
    right: false,
    sign: false,
    labels: [],
    fill: undefined,
    numbered: false,
    struck: false,
    tracked: false,
    deleted: false,
    comments: [],
  }
}

export function closeWordCell(table: WordTable): void {
  if (table.cell) table.row?.cells.push(table.cell)
  table.cell = undefined
}

export function closeWordRow(table: WordTable): void {
  const { row } = table
  table.row = undefined
  if (!row) return
  const texts: (string | undefined)[] = []
  const passed = new Set<number>()
  let column = row.before
  for (const cell of joined(row.cells)) {
    const columns = Math.min(cell.columns, Math.max(1, columnLimit - column))
    const continues = cell.down === 'continue' && table.down.has(column)
    if (continues) passed.add(column)
    else place(table, { row: row.number, column, columns, cell }, texts)
    if (cell.down === 'restart' && column < columnLimit) passed.add(column)
    column = Math.min(column + columns, columnLimit + 1)
  }
  for (const [from, down] of table.down) if (!passed.has(from)) closeDown(table, from, down)
  table.last = row.number
  noteNumber(table, row, texts)
  finish(table, row, texts)
}

function noteNumber(
  table: WordTable,
  { cells, before, number }: WordRow,
  texts: readonly (string | undefined)[],
): void {
  if (cells[0]?.numbered && !texts[before] && texts.some((text) => text))
    table.numbered.push(`${columnLetter(before)}${number}`)
}

/** Cells that go on with the one to their left are columns of it. */
function joined(cells: readonly WordCell[]): readonly WordCell[] {
  const whole: WordCell[] = []
  for (const cell of cells) {
    const left = whole.at(-1)
    if (cell.right && left) left.columns += cell.columns
    else whole.push(cell)
  }
  return whole
}

interface Placed {
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly cell: WordCell
}

function place(table: WordTable, { row, column, columns, cell }: Placed, texts: (string | undefined)[]): void {
  const text = wordsOf(cell)
  texts[Math.min(column, columnLimit)] ||= text
  const letter = columnLetter(column)
  const at = `${letter}${row}`
  if (cell.sign && text === unreadSign) table.signs.push(at)
  if (cell.struck) table.struck.push(at)
  if (cell.tracked) table.tracked.push(at)
  for (const id of cell.comments) table.comments.push({ at, id })
  if (column >= columnLimit) return
  fillAt(table, row, [letter, cell.fill])
  const open = table.down.get(column)
  if (open) closeDown(table, column, open)
  if (cell.down === 'restart') table.down.set(column, { from: row, columns })
  else if (columns > 1) merge(table, { column, columns, from: row, to: row })
}

/** Its text, else what its pictures say; where they say nothing, it is no empty cell. */
function wordsOf({ text, labels, sign, struck, deleted }: WordCell): string {
  const own = textOf(text)
  const words = (struck ? (standingText(own) ?? unreadSign) : own) || labels.join(' ').replaceAll(/\s+/g, ' ').trim()
  return (sign || deleted) && words === '' ? unreadSign : words
}

function fillAt({ fills }: WordTable, row: number, [letter, fill]: readonly [string, string | undefined]): void {
  if (fill === undefined) return
  const cells = fills.get(row)
  if (cells) cells.set(letter, fill)
  else fills.set(row, new Map([[letter, fill]]))
}

function closeDown(table: WordTable, column: number, { from, columns }: Down): void {
  table.down.delete(column)
  merge(table, { column, columns, from, to: table.last })
}

interface Merge {
  readonly column: number
  readonly columns: number
  readonly from: number
  readonly to: number
}

function merge(table: WordTable, { column, columns, from, to }: Merge): void {
  if (columns === 1 && from === to) return
  count(table.rows.tally, 'merges', 1)
  table.merges.push(`${columnLetter(column)}${from}:${columnLetter(column + columns - 1)}${to}`)
}

function finish(
  table: WordTable,
  { number, header, hidden, deleted, tracked }: WordRow,
  texts: readonly (string | undefined)[],
): void {
  if (tracked) table.tracked.push(`A${number}`)
  if (!deleted) addRow(table.rows, { number, cells: texts, ...(hidden && { hidden: true as const }) })
  if (header && !table.body) table.header.push(number)
  else table.body = true
}

export function wordTable(table: WordTable, name: string): SourceTable {
  for (const [column, down] of table.down) closeDown(table, column, down)
  return {
    name,
    headings: table.trail.map(({ text }) => text),
    rows: table.rows.rows,
    hiddenColumns: [],
    merges: table.merges,
    ...ownColors(table.rows.rows, table.fills),
    ...(table.header.length > 0 && { declaredHeader: table.header }),
  }
}
