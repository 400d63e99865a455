// Cells that carry the mark of a footnote: what they say stays open, and a note that is missing is asked for.
import { brief } from '../brief.ts'
import type { Issue } from '../issue.ts'
import { footnoteKey, footnoteMark } from './footnotes.ts'
import type { Footnotes } from './footnotes.ts'
import { place } from './grid.ts'
import type { Grid } from './grid.ts'
import { allocating } from './mapping.ts'
import type { ColumnMapping } from './mapping.ts'
import type { Verdict } from './verdict.ts'

const behind = new RegExp(`\\p{L}[\\p{L}).]*\\s*(${footnoteMark.source})$`, 'u')

interface RowOf {
  readonly grid: Grid
  readonly columns: readonly ColumnMapping[]
  readonly notes: Footnotes
}

/** A verdict from a cell with a note stays open: a person must read the note. */
export function qualified(verdict: Verdict, row: number, { grid, columns, notes }: RowOf): Verdict {
  if (notes.size === 0 || verdict.ownership === 'unclear') return verdict
  const issues = marksOf(row, { grid, columns }).flatMap(({ at, sign }): readonly Issue[] => {
    const words = notes.get(footnoteKey(sign))
    if (words === undefined) return []
    return [
      { at, message: `its note ${sign} says “${brief(words, 200)}”: read it and decide, for the row stays unclear` },
    ]
  })
  return issues.length === 0 ? verdict : { ...verdict, ownership: 'unclear', issues: [...verdict.issues, ...issues] }
}

/** Marks whose notes stand nowhere in what was read, each once. */
export function missingNotes(rows: readonly number[], { grid, columns, notes }: RowOf): readonly Issue[] {
  const missing = rows
    .flatMap((row) => marksOf(row, { grid, columns }))
    .filter(({ sign }) => !notes.has(footnoteKey(sign)))
  return [...Map.groupBy(missing, ({ sign }) => sign)].map(([sign, [first]]) => ({
    at: place(grid.table, first!.at),
    message: `the mark ${sign} leads to a note that was not found in this document: ask for it, for it may change what the cell says`,
  }))
}

/** Longer text has its brackets in running text. */
const longestMarked = 120

function marksOf(row: number, { grid, columns }: Omit<RowOf, 'notes'>) {
  return columns
    .filter(({ is }) => allocating.has(is))
    .flatMap(({ column }) => {
      const cell = grid.cell(row, column)
      const [, sign] = (cell && cell.text.length <= longestMarked && behind.exec(cell.text.trim())) || []
      return cell === undefined || sign === undefined ? [] : [{ at: cell.at, sign }]
    })
}
