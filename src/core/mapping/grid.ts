// A table by row and column, with what a merged cell says standing in each of its places.
import { columnLetter } from '../proposal/raw-workbook.ts'
import type { RawCell, RawRow } from '../proposal/raw-workbook.ts'
import type { SourceTable } from '../claims/source-document.ts'

export interface GridCell extends RawCell {
  /** where the text stands: the first cell of what is merged */
  readonly at: string
  /** it stands in for a merged cell that begins elsewhere: to the left, or above */
  readonly from?: 'left' | 'above'
}

export interface Grid {
  readonly table: SourceTable
  readonly rows: readonly RawRow[]
  /** letters, in their order */
  readonly columns: readonly string[]
  /** by index into `rows` */
  readonly cell: (row: number, column: string) => GridCell | undefined
  /** the columns that a cell reaches over, its own included */
  readonly width: (row: number, column: string) => number
}

interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Far more than anybody merges: a file may declare what would fill the memory. */
const mergedLimit = 300_000

export function gridOf(table: SourceTable): Grid {
  const columns = lettersOf(table.rows)
  const merged = spread(table, columns)
  return {
    table,
    rows: table.rows,
    columns,
    cell: (row, column) => cellAt(table.rows[row], column, merged),
    width: (row, column) => merged.widths.get(`${column}${table.rows[row]?.number}`) ?? 1,
  }
}

/** `Sheet!C17` */
export function place(table: Pick<SourceTable, 'name'>, at: string): string {
  return `${table.name}!${at}`
}

function cellAt(row: RawRow | undefined, column: string, merged: Spread): GridCell | undefined {
  if (row === undefined) return undefined
  const at = `${column}${row.number}`
  const own = row.cells.get(column)
  return own ? { ...own, at } : merged.cells.get(at)
}

interface Spread {
  readonly cells: ReadonlyMap<string, GridCell>
  readonly widths: ReadonlyMap<string, number>
}

function spread(table: SourceTable, columns: readonly string[]): Spread {
  const cells = new Map<string, GridCell>()
  const widths = new Map<string, number>()
  const byNumber = new Map(table.rows.map((row, index) => [row.number, index]))
  for (const merge of table.merges.flatMap(mergeOf)) {
    const letter = columnLetter(merge.left)
    const rows = rowsUnder(merge, table, byNumber)
    const text = rows[0]?.cells.get(letter)
    if (text === undefined) continue
    const at = `${letter}${merge.top}`
    const reached = columns.slice(merge.left, merge.right + 1)
    if (cells.size + rows.length * reached.length > mergedLimit) break
    widths.set(at, reached.length)
    for (const [down, { number }] of rows.entries())
      for (const column of reached)
        cells.set(`${column}${number}`, { ...text, at, from: down === 0 ? 'left' : 'above' })
  }
  return { cells, widths }
}

/** Only rows that hold text: nothing can be read in the others. */
function rowsUnder(
  { top, bottom }: Merge,
  { rows }: SourceTable,
  byNumber: ReadonlyMap<number, number>,
): readonly RawRow[] {
  const first = byNumber.get(top)
  if (first === undefined) return []
  let last = first
  while (last + 1 < rows.length && rows[last + 1]!.number <= bottom) last += 1
  return rows.slice(first, last + 1)
}

function mergeOf(range: string): readonly Merge[] {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range) ?? []
  if (left === '') return []
  return [{ left: columnIndex(left), top: Number(top), right: columnIndex(right), bottom: Number(bottom) }]
}

function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Every column up to the last that holds text. */
function lettersOf(rows: readonly RawRow[]): readonly string[] {
  let last = -1
  for (const { cells } of rows) for (const letter of cells.keys()) last = Math.max(last, columnIndex(letter))
  return Array.from({ length: last + 1 }, (_, index) => columnLetter(index))
}
