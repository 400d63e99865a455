// Cells of a row that should say who has a part, and cannot be read or were left empty.
import type { Issue } from '../issue.ts'
import type { GridCell } from './grid.ts'
import { allocating } from './mapping.ts'
import type { ColumnMapping } from './mapping.ts'
import { whyUnreadable } from './unreadable-cells.ts'

interface Cell {
  readonly column: ColumnMapping
  readonly cell: GridCell
}

export function unreadableParts(cells: readonly Cell[]): readonly Issue[] {
  return cells.flatMap(({ column, cell }) => {
    const message = allocating.has(column.is) ? whyUnreadable(cell) : undefined
    return message === undefined ? [] : [{ at: cell.at, message }]
  })
}

/** Of a row of descriptions; `standing` are its cells that hold anything. */
export function unsaidOwner(
  columns: readonly ColumnMapping[],
  standing: readonly Cell[],
  number: number,
): readonly Issue[] {
  const own = columns.filter(({ is }) => is === 'ownership' || is === 'inheritance')
  const [first] = own
  if (first === undefined || standing.some(({ column, cell }) => own.includes(column) && holdsAnything(cell))) return []
  return [
    {
      at: `${first.column}${number}`,
      message: 'it is empty, and the row describes a part: the column for who does it does not say whose it is',
    },
  ]
}

function holdsAnything(cell: GridCell): boolean {
  return cell.text.trim() !== '' || whyUnreadable(cell) !== undefined
}
