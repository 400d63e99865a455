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
    width: (row, column) => merged.widths.get(`${table.rows[row]?.number}${column}`) ?? 1,
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
  let left = mergedLimit
  for (const merge of table.merges.flatMap(mergeOf)) {
    const first = byNumber.get(merge.top)
    const letter = columnLetter(merge.left)
    const text = first === undefined ? undefined : table.rows[first]!.cells.get(letter)
    if (first === undefined || text === undefined) continue
    const at = `${letter}${merge.top}`
    widths.set(at, Math.min(merge.right, columns.length - 1) - merge.left + 1)
    for (let row = first; row < table.rows.length && table.rows[row]!.number <= merge.bottom; row += 1)
      for (let column = merge.left; column <= merge.right && column < columns.length; column += 1) {
        if ((left -= 1) < 0) return { cells, widths }
        const here = `${columns[column]}${table.rows[row]!.number}`
        if (here !== at) cells.set(here, { ...text, at, from: row === first ? 'left' : 'above' })
      }
  }
  return { cells, widths }
}

function mergeOf(range: string): readonly Merge[] {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(range) ?? []
  if (left === '') return []
  return [{ left: columnIndex(left), top: Number(top), right: columnIndex(right), bottom: Number(bottom) }]
}

export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Every column up to the last that holds text. */
function lettersOf(rows: readonly RawRow[]): readonly string[] {
  let last = -1
  for (const { cells } of rows) for (const letter of cells.keys()) last = Math.max(last, columnIndex(letter))
  return Array.from({ length: last + 1 }, (_, index) => columnLetter(index))
}
