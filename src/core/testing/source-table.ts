// A sheet as somebody's file holds it, written as text: rows by " / ", cells by " | "; a leading # makes a number.
import type { SourceTable } from '../claims/source-document.ts'
import { columnLetter } from '../proposal/raw-workbook.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'

/** `\` stands for a slash within a cell. */
export function sourceTable(name: string, text: string, merges: readonly string[] = []): SourceTable {
  return {
    name,
    headings: [],
    hiddenColumns: [],
    merges,
    rows: text.split(/ \/ /).map((row, index) => ({ number: index + 1, cells: cellsOf(row) })),
  }
}

function cellsOf(row: string): ReadonlyMap<string, RawCell> {
  return new Map(
    row.split('|').flatMap((cell, index) => {
      const text = cell.trim().replaceAll('\\', '/')
      if (text === '' || text === '/') return []
      const number = /^#[\d.]+$/.test(text)
      return [[columnLetter(index), { text: number ? text.slice(1) : text, kind: number ? 'number' : 'text' }] as const]
    }),
  )
}
