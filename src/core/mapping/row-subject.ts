// What a row of somebody's table is about: the requirements that it names, or an activity in its own words.
import type { FoundRequirement, Recognised } from '../claims/requirement-words.ts'
import type { Issue } from '../issue.ts'
import { visibleText } from '../text.ts'
import { place } from './grid.ts'
import type { Grid, GridCell } from './grid.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { markIn } from './marks.ts'

/** What the id in a cell names; `at` says of which column it is. */
export type Recogniser = (cell: Pick<GridCell, 'text' | 'kind' | 'at'>) => Recognised

export interface Subject {
  readonly at: string
  readonly found: readonly FoundRequirement[]
  readonly activity?: string
  /** ids that name nothing that we know */
  readonly issues: readonly Issue[]
}

interface Around {
  readonly grid: Grid
  readonly mapping: TableMapping
  readonly recognise: Recogniser
}

interface ReadId {
  readonly cell: GridCell
  readonly is: Recognised
}

/** Undefined where the row names nothing that could have a responsible party: a heading, a note. */
export function subjectOf({ grid, mapping, recognise }: Around, row: number): Subject | undefined {
  const cells = (is: ColumnMapping['is']) =>
    mapping.columns.filter((column) => column.is === is).flatMap(({ column }) => grid.cell(row, column) ?? [])
  const [activity] = cells('activity')
  const read = idCells(cells('requirement'), cells('objective')).map((cell) => ({ cell, is: recognise(cell) }))
  const first = read[0]?.cell ?? activity
  if (first === undefined || spans(activity ?? first, grid, row)) return undefined
  const issues = read.flatMap((id) => issuesOf(id, grid))
  const found = narrowest(read.flatMap(({ is }) => ('found' in is ? is.found : [])))
  const words = wordsOf(activity, read)
  const named = { at: first.at, found, issues, ...(words !== '' && { activity: words }) }
  if (found.length > 0 || issues.length > 0) return named
  return words === '' || filledIn(grid, row).length < 2 ? undefined : named
}

function issuesOf({ cell, is }: ReadId, { table }: Grid): readonly Issue[] {
  return 'message' in is ? [{ at: place(table, cell.at), message: is.message }] : []
}

/** The row's own column for it, else what stands behind its id, else what stands in the place of one. */
function wordsOf(activity: GridCell | undefined, read: readonly ReadId[]): string {
  if (activity !== undefined) return visibleText(activity.text)
  for (const { is } of read) if ('rest' in is && is.rest !== '') return visibleText(is.rest)
  const [first] = read
  return first !== undefined && read.every(({ is }) => is.kind === 'none') ? visibleText(first.cell.text) : ''
}

/** An objective that stands under its requirement: `3.1.1` and `[a]` together. */
function idCells(requirements: readonly GridCell[], objectives: readonly GridCell[]): readonly GridCell[] {
  const [objective] = objectives
  if (objective === undefined) return requirements
  const letter = /^\s*[[(]?([a-z])[\]).]?\s*$/.exec(objective.text)?.[1]
  if (letter === undefined) return [objective]
  return requirements.slice(0, 1).map((cell) => ({ ...cell, text: `${cell.text.trim()}[${letter}]` }))
}

/** Where a row names a requirement outright, what its other ids translate to adds nothing; nor does the requirement beside its objective. */
function narrowest(found: readonly FoundRequirement[]): readonly FoundRequirement[] {
  const native = found.filter(({ translatedFrom }) => translatedFrom === undefined)
  const kept = native.length > 0 ? native : found
  return kept.filter(
    (one) => !kept.some((other) => other.requirement === one.requirement && isFiner(other.objectives, one.objectives)),
  )
}

function isFiner(objectives: readonly string[], than: readonly string[]): boolean {
  return objectives.length < than.length && objectives.every((objective) => than.includes(objective))
}

/** A heading that reaches across the table. */
function spans({ at }: GridCell, grid: Grid, row: number): boolean {
  const same = grid.columns.filter((column) => grid.cell(row, column)?.at === at).length
  return same > 1 && same === grid.columns.filter((column) => grid.cell(row, column) !== undefined).length
}

/** The cells of a row that hold something, but for what is merged into it from above. */
export function filledIn(grid: Grid, row: number): readonly string[] {
  return [
    ...new Set(
      grid.columns.flatMap((column) => {
        const cell = grid.cell(row, column)
        return cell === undefined || cell.from === 'above' || markIn(cell.text) === 'unmarked' ? [] : [cell.at]
      }),
    ),
  ]
}
