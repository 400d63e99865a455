// Empty cells whose color may say who does it: told by place, and never taken for an answer.
import type { Claim } from '../claims/claim.ts'
import type { Grid } from './grid.ts'
import { allocating } from './mapping.ts'
import type { ColumnMapping } from './mapping.ts'

/** The place of the cell, among these columns of a row that says nothing in words. */
export type ColorMarks = (row: number, columns: readonly ColumnMapping[]) => string | undefined

const none: ColorMarks = () => undefined

/** `rows` are those that name something that could have a responsible party. */
export function colorMarksIn(grid: Grid, mapped: readonly ColumnMapping[], rows: () => readonly number[]): ColorMarks {
  if (grid.table.colored === undefined) return none
  const looked = rows()
  const telling = new Set(
    mapped
      .filter(
        ({ column, is }) => allocating.has(is) && new Set(looked.map((row) => stateOf(grid, row, column))).size > 1,
      )
      .map(({ column }) => column),
  )
  return (row, columns) => {
    const parties = columns.filter(({ is }) => allocating.has(is)).map(({ column }) => column)
    const states = new Set(parties.map((column) => stateOf(grid, row, column)))
    if (parties.length > 1 && states.size === 1) return undefined
    const found = parties.find((column) => telling.has(column) && fillOf(grid, row, column) !== undefined)
    return found === undefined ? undefined : `${found}${grid.rows[row]!.number}`
  }
}

/** A column of one color, and a row of one color, are decoration. */
function stateOf(grid: Grid, row: number, column: string): string {
  return grid.cell(row, column)?.text.trim() ? 'words' : `color ${fillOf(grid, row, column) ?? ''}`
}

function fillOf({ table, rows }: Grid, row: number, column: string): string | undefined {
  return table.colored?.get(`${column}${rows[row]!.number}`)
}

/** Whether anything in a table says who does it besides colors. */
export function saysInWords({
  claims,
  byColor,
}: {
  readonly claims: readonly Claim[]
  readonly byColor: readonly string[]
}): boolean {
  const colors = new Set(byColor)
  return claims.some(({ at }) => !colors.has(at))
}
