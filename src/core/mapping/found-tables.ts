// The tables of one sheet: where each begins, what its columns hold, and how the ids of each column are read.
import type { SourceTable } from '../claims/source-document.ts'
import { gridOf } from './grid.ts'
import type { Grid } from './grid.ts'
import { findRegions } from './header.ts'
import type { NamesRequirement, Region } from './header.ts'
import { mapTable } from './map-table.ts'
import type { Mapping, TableMapping } from './mapping.ts'
import type { Naming } from './party-words.ts'
import type { Recogniser } from './read-table.ts'
import { toldMapping } from './told-mapping.ts'

export interface ReadingWith {
  readonly naming: Naming
  /** for one column's cells: what the id in each names */
  readonly recogniser: (cells: readonly { readonly text: string; readonly kind: string }[]) => Recogniser
  /** what the user confirmed or corrected for this layout */
  readonly told: Mapping
}

export interface FoundTable {
  readonly grid: Grid
  readonly region: Region
  readonly mapping: TableMapping
  readonly recognise: Recogniser
}

export function tablesIn(table: SourceTable, { naming, recogniser, told }: ReadingWith): readonly FoundTable[] {
  const grid = gridOf(table)
  const recognise = columnReader(grid, recogniser)
  const names: NamesRequirement = (row, column) => {
    const cell = grid.cell(row, column)
    return cell !== undefined && recognise(cell).kind === 'known'
  }
  return findRegions(grid, naming, names).map((region) => {
    const understood = mapTable(grid, region, { naming, names })
    return { grid, region, mapping: toldMapping(understood, told), recognise }
  })
}

/** Ids are recognised by the whole column: `3.1.1` among PCI's is not NIST's. */
function columnReader(grid: Grid, recogniser: ReadingWith['recogniser']): Recogniser {
  const byColumn = new Map<string, Recogniser>()
  return (cell) => {
    const column = cell.at.replace(/\d+$/, '')
    const known = byColumn.get(column)
    if (known) return known(cell)
    const read = onceEach(recogniser(grid.rows.flatMap(({ cells }) => cells.get(column) ?? [])))
    byColumn.set(column, read)
    return read(cell)
  }
}

function onceEach(recognise: Recogniser): Recogniser {
  const answers = new Map<string, ReturnType<Recogniser>>()
  return (cell) => {
    const key = `${cell.kind} ${cell.text}`
    const answer = answers.get(key) ?? recognise(cell)
    answers.set(key, answer)
    return answer
  }
}
