// A page while it is read: which table, row and cell is open, and where its text goes.
import { columnLetter } from '../../../core/proposal/raw-workbook.ts'
import type { SourceTable } from '../../../core/claims/source-document.ts'
import { standingText } from '../../struck-text.ts'
import { addGridRow, endSpans, newGrid, tableOf, gridIssues, type Grid, type GridCell } from '../grid-rows.ts'
import { textsOf, under, type Heading } from '../heading-trail.ts'
import { newIssues, note, type IssueList } from '../issue-list.ts'
import type { Issue } from '../../../core/issue.ts'
import { newTally, type Tally } from '../source-limits.ts'
import { nameGiver } from '../table-names.ts'
import type { ClassColors } from './page-colors.ts'
import { newText, textOf, type TextDraft } from './cell-text.ts'

interface OpenCell extends Omit<GridCell, 'text'> {
  readonly text: TextDraft
  readonly header: boolean
  /** something stands in it that is no text */
  sign: boolean
  struck: boolean
  /** what drawn signs in it say, to whoever cannot see them */
  readonly labels: string[]
}

export interface OpenTable {
  readonly grid: Grid
  readonly place: number
  readonly hidden: boolean
  readonly trail: readonly Heading[]
  caption: TextDraft | undefined
  head: boolean
  row:
    | { readonly number: number; readonly hidden: boolean; readonly cells: GridCell[]; onlyHeaders: boolean }
    | undefined
  cell: OpenCell | undefined
  /** all rows so far hold header cells only */
  leading: boolean
  /** by row: what cannot be read there, until the table has its name */
  readonly signs: Place[]
  readonly struck: Place[]
}

interface Place {
  readonly row: number
  readonly cell: number
}

export interface Page extends PageSetting {
  readonly open: OpenTable[]
  /** by the order in which they begin */
  readonly tables: (SourceTable | undefined)[]
  readonly issues: Issue[]
  trail: readonly Heading[]
  prose: number
  readonly texts: string[]
  /** the first lines of its text outside tables */
  opening: readonly { readonly at: string; readonly text: string }[]
  pictures: number
  title: string | undefined
  date: string | undefined
  version: string | undefined
  readonly signs: IssueList
  readonly struck: IssueList
  readonly colors: ClassColors
  /** classes that strike out */
  readonly struckClasses: Set<string>
}

export interface PageSetting {
  /** the next row's number, from the number of the row before it */
  readonly rowNumber: (before: number) => number
  readonly tally: Tally
  readonly nameOf: (wanted: string) => string
}

export function newPage({
  rowNumber = (before) => before + 1,
  tally = newTally(),
  nameOf = nameGiver(),
}: Partial<PageSetting> = {}): Page {
  return {
    tally,
    rowNumber,
    nameOf,
    open: [],
    tables: [],
    issues: [],
    trail: [],
    prose: 0,
    texts: [],
    opening: [],
    pictures: 0,
    title: undefined,
    date: undefined,
    version: undefined,
    signs: newIssues('a picture or sign without words stands here and cannot be read; write in words what it means'),
    struck: newIssues('struck-out text stands here and was left out'),
    colors: new Map(),
    struckClasses: new Set(),
  }
}

export function openTable(page: Page, hidden: boolean): void {
  page.open.push({
    grid: newGrid(page.tally),
    place: page.tables.length,
    hidden: hidden || page.open.some((table) => table.hidden),
    trail: page.trail,
    caption: undefined,
    head: false,
    row: undefined,
    cell: undefined,
    leading: true,
    signs: [],
    struck: [],
  })
  page.tables.push(undefined)
}

export function openRow(page: Page, hidden: boolean): void {
  const table = page.open.at(-1)
  if (!table) return
  closeRow(table)
  table.row = { number: page.rowNumber(table.grid.last), hidden, cells: [], onlyHeaders: true }
}

export function openCell(page: Page, cell: Omit<OpenCell, 'text' | 'sign' | 'struck' | 'labels'>): void {
  const table = page.open.at(-1)
  if (!table) return
  closeCell(table)
  if (!table.row) openRow(page, false)
  table.cell = { ...cell, text: newText(), sign: false, struck: false, labels: [] }
}

/** It stands for what cannot be read, so that the cell is not taken for an empty one. */
export const unreadSign = '[?]'

export function closeCell(table: OpenTable): void {
  const { cell, row } = table
  table.cell = undefined
  if (!cell || !row) return
  const own = textOf(cell.text)
  const text =
    (cell.struck ? (standingText(own) ?? unreadSign) : own) || cell.labels.join(' ').replaceAll(/\s+/g, ' ').trim()
  const place = { row: row.number, cell: row.cells.length }
  if (cell.sign && text === '') table.signs.push(place)
  if (cell.struck) table.struck.push(place)
  row.cells.push({
    text: cell.sign && text === '' ? unreadSign : text,
    columns: cell.columns,
    rows: cell.rows,
    fill: cell.fill,
  })
  if (!cell.header) row.onlyHeaders = false
}

export function closeRow(table: OpenTable): void {
  closeCell(table)
  const { row } = table
  table.row = undefined
  if (!row) return
  const header = table.head || (table.leading && row.onlyHeaders && row.cells.length > 0)
  if (!header) table.leading = false
  const { number, cells, hidden } = row
  addGridRow(table.grid, { number, cells, ...(hidden && { hidden: true }), ...(header && { header: true }) })
}

/** A part of a table (`thead`, `tbody`, `tfoot`) begins or ends: no cell spans out of it. */
export function turnPart(table: OpenTable, head: boolean): void {
  closeRow(table)
  endSpans(table.grid)
  table.head = head
}

export function closeTable(page: Page): void {
  const table = page.open.pop()
  if (!table) return
  closeRow(table)
  const caption = table.caption ? textOf(table.caption) : ''
  const headings = textsOf(table.trail)
  page.trail = table.trail
  if (table.grid.table.rows.length === 0 && table.signs.length === 0) return
  const name = page.nameOf(caption || headings.at(-1) || page.title || '')
  page.tables[table.place] = tableOf(table.grid, { name, headings, ...(table.hidden && { hidden: true }) })
  page.issues.push(...gridIssues(name, table.grid))
  for (const { row, cell } of table.signs) note(page.signs, `${name}!${columnLetter(cell)}${row}`)
  for (const { row, cell } of table.struck) note(page.struck, `${name}!${columnLetter(cell)}${row}`)
}

export function addHeading(page: Page, heading: Heading): void {
  page.trail = under(page.trail, heading)
}
