// Columns that were not read: why each was not, and what a person has to say about it.
import type { Issue } from '../issue.ts'
import type { FoundTable } from './found-tables.ts'
import { place } from './grid.ts'
import type { ColumnMapping } from './mapping.ts'
import { mayBeSections } from './own-numbers.ts'
import { namesParties, otherState } from './unread-reasons.ts'

export function columnIssues(table: FoundTable): readonly Issue[] {
  return table.mapping.columns
    .filter(({ is }) => is === 'unknown' || is === 'unknown-party')
    .map((column) => ({ at: placeOf(column, table), message: sayUnread(column) }))
}

function sayUnread(column: ColumnMapping): string {
  const { heading, is, because } = column
  if (is === 'unknown-party')
    return `the column “${heading}” holds somebody's part, and nobody says whose; say in the mapping who it is`
  if (because === mayBeSections)
    return `the column ${named(column)} was not read: ${mayBeSections}; if they are ids, say in the mapping that it holds the requirement`
  if (mayNameOwners(column))
    return `the column ${named(column)} was not read: ${because}; if it says who does it, say so in the mapping: ownership`
  return `the column ${named(column)} was not understood and not read; say in the mapping what it holds`
}

function mayNameOwners({ is, because = '' }: ColumnMapping): boolean {
  return is === 'unknown' && (because === namesParties || because.startsWith(otherState))
}

/** The columns of which a person's word would make a matrix: “Foo” (B1). */
export function wouldNeedWord(tables: readonly FoundTable[]): readonly string[] {
  return tables.flatMap((table) =>
    table.mapping.columns
      .filter(mayNameOwners)
      .map((column) => `the column ${named(column)} (${placeOf(column, table)}): ${column.because}`),
  )
}

function named({ heading, column }: ColumnMapping): string {
  return heading === '' ? column : `“${heading}”`
}

function placeOf({ column }: ColumnMapping, { grid, region }: FoundTable): string {
  return place(grid.table, `${column}${grid.rows[region.header[0]!]!.number}`)
}
