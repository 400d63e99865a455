// Rows of cells that may span several columns and rows, laid into a grid; what spans is told as merges.
import { columnLetter } from '../../core/proposal/raw-workbook.ts'
import type { Issue } from '../../core/issue.ts'
import type { SourceTable } from '../../core/claims/source-document.ts'
import { ownColors } from './own-colors.ts'
import { columnLimit, count, type Tally } from './source-limits.ts'
import { addRow, newRows, widthIssues, type TableRows } from './table-rows.ts'

export interface GridCell {
  readonly text: string
  /** at least 1 */
  readonly columns: number
  /** at least 1; Infinity: down to the last row */
  readonly rows: number
  /** its color, if it has one that is not white */
  readonly fill?: string | undefined
}

interface OpenSpan {
  readonly fromRow: number
  readonly columns: number
  left: number
}

export interface Grid {
  readonly table: TableRows
  /** by the first of its columns */
  readonly open: Map<number, OpenSpan>
  readonly merges: string[]
  readonly header: number[]
  readonly fills: Map<number, Map<string, string>>
  last: number
}

export function newGrid(tally: Tally): Grid {
  return { table: newRows(tally), open: new Map(), merges: [], header: [], fills: new Map(), last: 0 }
}

export interface GridRow {
  readonly number: number
  readonly cells: readonly GridCell[]
  readonly hidden?: true
  readonly header?: true
  /** columns left out before the first cell */
  readonly before?: number
}

export function addGridRow(grid: Grid, { number, cells, hidden, header, before = 0 }: GridRow): void {
  const taken = takenColumns(grid)
  const texts: (string | undefined)[] = []
  let column = before
  for (const cell of cells) {
    while (taken.has(column)) column += 1
    texts[Math.min(column, columnLimit)] ||= cell.text
    const columns = freeColumns(taken, column, Math.min(cell.columns, Math.max(1, columnLimit - column)))
    if (column < columnLimit) {
      open(grid, { ...cell, columns }, { column, number })
      fill(grid, cell, { column, number })
    }
    column += columns
    if (column > columnLimit + 1) column = columnLimit + 1
  }
  addRow(grid.table, { number, cells: texts, ...(hidden && { hidden }) })
  if (header) grid.header.push(number)
  closeSpans(grid, number)
}

function takenColumns({ open: spans }: Grid): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const [column, { columns }] of spans) for (let index = 0; index < columns; index += 1) taken.add(column + index)
  return taken
}

/** How many of the wanted columns are free from here on: a cell never lies over another. */
function freeColumns(taken: ReadonlySet<number>, column: number, wanted: number): number {
  for (let index = 1; index < wanted; index += 1) if (taken.has(column + index)) return index
  return wanted
}

interface At {
  readonly column: number
  readonly number: number
}

function open(grid: Grid, { columns, rows }: GridCell, { column, number }: At): void {
  if (columns > 1 || rows > 1) grid.open.set(column, { fromRow: number, columns, left: rows })
}

function fill({ fills }: Grid, { fill: color }: GridCell, { column, number }: At): void {
  if (color === undefined) return
  const row = fills.get(number) ?? new Map<string, string>()
  fills.set(number, row.set(columnLetter(column), color))
}

/** Ends what reaches no further than this row. */
function closeSpans(grid: Grid, number: number): void {
  grid.last = number
  for (const [column, span] of grid.open) {
    span.left -= 1
    if (span.left < 1) closeSpan(grid, column, span)
  }
}

function closeSpan(grid: Grid, column: number, { fromRow, columns }: OpenSpan): void {
  grid.open.delete(column)
  if (columns === 1 && fromRow === grid.last) return
  count(grid.table.tally, 'merges', 1)
  grid.merges.push(`${columnLetter(column)}${fromRow}:${columnLetter(column + columns - 1)}${grid.last}`)
}

/** What still spans ends here: at the end of a table, or of a part of it that nothing spans out of. */
export function endSpans(grid: Grid): void {
  for (const [column, span] of grid.open) closeSpan(grid, column, span)
}

export interface NamedTable {
  readonly name: string
  readonly headings: readonly string[]
  readonly hidden?: true
}

export function tableOf(grid: Grid, { name, headings, hidden }: NamedTable): SourceTable {
  endSpans(grid)
  return {
    name,
    headings,
    rows: grid.table.rows,
    hiddenColumns: [],
    merges: grid.merges,
    ...ownColors(grid.table.rows, grid.fills),
    ...(hidden && { hidden }),
    ...(grid.header.length > 0 && { declaredHeader: grid.header }),
  }
}

export function gridIssues(name: string, grid: Grid): readonly Issue[] {
  return widthIssues(name, grid.table)
}
