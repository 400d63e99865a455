// The rows of a table as a reader makes them: counted, without what holds no text, and no wider than what is read.
import type { Issue } from '../../core/issue.ts'
import type { RawCell, RawRow } from '../../core/proposal/raw-workbook.ts'
import { columnLetter } from '../../core/proposal/raw-workbook.ts'
import { columnLimit, count, type Tally } from './source-limits.ts'

export interface TableRows {
  readonly rows: RawRow[]
  readonly tally: Tally
  /** the first row that holds text beyond the last column that is read */
  tooWide: number | undefined
}

export function newRows(tally: Tally): TableRows {
  count(tally, 'tables', 1)
  return { rows: [], tally, tooWide: undefined }
}

export type DraftCell = string | RawCell

export interface DraftRow {
  readonly number: number
  readonly hidden?: true
  /** by column, from 0 */
  readonly cells: readonly (DraftCell | undefined)[]
}

export function addRow(table: TableRows, { number, hidden, cells }: DraftRow): void {
  count(table.tally, 'rows', 1)
  const kept = new Map<string, RawCell>()
  for (const [column, cell] of cells.entries()) {
    const raw = rawCell(cell)
    if (raw === undefined) continue
    if (column >= columnLimit) {
      table.tooWide ??= number
      break
    }
    kept.set(columnLetter(column), raw)
    count(table.tally, 'cells', 1)
    count(table.tally, 'characters', raw.text.length)
  }
  if (kept.size > 0) table.rows.push({ number, cells: kept, ...(hidden && { hidden }) })
}

function rawCell(cell: DraftCell | undefined): RawCell | undefined {
  if (cell === undefined || cell === '') return undefined
  const raw: RawCell = typeof cell === 'string' ? { text: cell, kind: 'text' } : cell
  if (raw.text.trim() === '') return undefined
  return raw.text.isWellFormed() ? raw : { ...raw, text: raw.text.toWellFormed() }
}

export function widthIssues(name: string, { tooWide }: Pick<TableRows, 'tooWide'>): readonly Issue[] {
  if (tooWide === undefined) return []
  return [
    {
      at: `${name}, row ${tooWide}`,
      message: `this table has more than ${columnLimit} columns; what stands to the right of column ${columnLetter(columnLimit - 1)} was not read`,
    },
  ]
}
