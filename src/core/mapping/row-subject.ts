// What a row of somebody's table is about: the requirements that it names, or an activity in its own words.
import type { FoundRequirement, Recognised } from '../claims/requirement-words.ts'
import type { Issue } from '../issue.ts'
import { visibleText } from '../text.ts'
import { place } from './grid.ts'
import type { Grid, GridCell } from './grid.ts'
import type { Region } from './header.ts'
import { withoutOf } from './without-counterpart.ts'
import { readBrackets } from './ids-in-brackets.ts'
import type { BracketReader } from './ids-in-brackets.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { markIn } from './marks.ts'
import type { Recogniser } from './recogniser.ts'
import type { Without } from './without-counterpart.ts'

export interface Subject {
  readonly at: string
  readonly found: readonly FoundRequirement[]
  readonly activity?: string
  /** ids that name nothing that we know */
  readonly issues: readonly Issue[]
  /** ids of another framework from which nothing leads here */
  readonly without: readonly Without[]
}

interface Around {
  readonly grid: Grid
  readonly region: Region
  readonly mapping: TableMapping
  readonly recognise: Recogniser
  readonly ids: IdColumn
  readonly brackets?: BracketReader
}

/** What stands where the table has its ids. */
export interface IdColumn {
  /** ids in nearly every row: words in the place of one begin something else */
  readonly strict: boolean
  /** numbers of the document's own: none of them names what we know */
  readonly own: boolean
}

interface ReadId {
  readonly cell: GridCell
  readonly is: Recognised
}

/** Undefined where the row names nothing that could have a responsible party: a heading, a note, a sum. */
export function subjectOf(around: Around, row: number): Subject | undefined {
  const { activity, ids } = cellsOf(around, row)
  const first = ids[0] ?? activity
  if (first === undefined || isNoRow(first, activity, { ...around, row })) return undefined
  return said(first, activity, { ...around, row, named: ids })
}

interface Row extends Around {
  readonly row: number
}

function isNoRow(first: GridCell, activity: GridCell | undefined, { grid, row }: Row): boolean {
  return (
    [first, activity].some((cell) => cell !== undefined && totals.test(cell.text)) ||
    spans(activity ?? first, grid, row)
  )
}

function cellsOf(around: Around, row: number) {
  const { grid, mapping } = around
  const cells = (is: ColumnMapping['is']) =>
    mapping.columns.filter((column) => column.is === is).flatMap(({ column }) => grid.cell(row, column) ?? [])
  const own = cells('requirement')
  return {
    activity: cells('activity')[0],
    ids: idCells(own.length === 0 ? carried(around, row) : own, cells('objective')),
  }
}

function said(
  { at }: GridCell,
  activity: GridCell | undefined,
  around: Row & { readonly named: readonly GridCell[] },
): Subject | undefined {
  const { grid, row, ids, named: cells, recognise, brackets } = around
  const read = cells.map((cell) => ({ cell, is: recognise(cell) }))
  const issues = read.flatMap((id) => issuesOf(id, grid))
  const without = read.flatMap((id) => withoutIn(id, grid))
  const found = narrowest(read.flatMap(({ is }) => ('found' in is ? is.found : [])))
  const words = wordsOf(activity, read)
  const bare = { at, found, issues, without }
  const subject = { ...bare, ...(words !== '' && { activity: words }) }
  if (found.length > 0) return subject
  if (issues.length + without.length > 0) return ids.own && activity !== undefined ? subject : bare
  if (ids.strict && read.length > 0) return undefined
  if (words === '' || isLonely(grid, row)) return undefined
  return brackets === undefined ? subject : inBrackets({ ...subject, activity: words }, brackets, grid)
}

/** Ids in brackets among the words of a row that has none elsewhere. */
function inBrackets(subject: Subject & { readonly activity: string }, brackets: BracketReader, grid: Grid): Subject {
  const { found, messages } = readBrackets(subject.activity, subject.at, brackets)
  const issues = messages.map((message) => ({ at: place(grid.table, subject.at), message }))
  return { ...subject, found: narrowest(found), issues }
}

/** Nothing but one cell: a heading between rows, or a note below them. What a merged cell above says of it counts. */
function isLonely(grid: Grid, row: number): boolean {
  const places = grid.columns.flatMap((column) => grid.cell(row, column)?.at ?? [])
  return filledIn(grid, row).length < 2 && new Set(places).size < 2
}

/** The place of a row that says what it is about and nothing else. */
export function onlyActivity({ grid, mapping }: Pick<Around, 'grid' | 'mapping'>, row: number): readonly string[] {
  const [at, second] = filledIn(grid, row)
  const own = mapping.columns.some(({ column, is }) => is === 'activity' && grid.cell(row, column)?.at === at)
  return own && at !== undefined && second === undefined ? [place(grid.table, at)] : []
}

function issuesOf({ cell, is }: ReadId, { table }: Grid): readonly Issue[] {
  if (!('message' in is) || withoutOf(is) !== undefined) return []
  return [{ at: place(table, cell.at), message: is.message }]
}

function withoutIn({ cell, is }: ReadId, { table }: Grid): readonly Without[] {
  return (withoutOf(is) ?? []).map((id) => ({ at: place(table, cell.at), id }))
}

/** The row's own column for it, else what stands behind its id, else what stands in the place of one. */
function wordsOf(activity: GridCell | undefined, read: readonly ReadId[]): string {
  if (activity !== undefined) return visibleText(activity.text)
  for (const { is } of read) if ('rest' in is && is.rest !== '') return visibleText(is.rest)
  const [first] = read
  return first !== undefined && read.every(({ is }) => is.kind === 'none') ? visibleText(first.cell.text) : ''
}

/** A row that counts the others. */
const totals = /^\s*(?:(?:grand|sub)[ -]?totals?|totals?|% of total|sum|count|gesamt|summe|total g[ée]n[ée]ral)\b/iu

const letterAlone = /^\s*[[(]?([a-z])[\]).]?\s*$/

/** The requirement above, where its objectives follow one another below it: [a] beside its id, [b] beside nothing. */
function carried({ grid, mapping, region }: Around, row: number): readonly GridCell[] {
  const column = (is: ColumnMapping['is']) => mapping.columns.find((each) => each.is === is)?.column
  const [id, letter] = [column('requirement'), column('objective')]
  if (id === undefined || letter === undefined) return []
  const code = (at: number) => letterAlone.exec(grid.cell(at, letter)?.text ?? '')?.[1]?.charCodeAt(0)
  for (let above = row; above >= region.body[0]!; above -= 1) {
    const cell = grid.cell(above, id)
    if (cell) return [cell]
    const [here, before] = [code(above), code(above - 1)]
    if (here === undefined || before === undefined || here !== before + 1) return []
  }
  return []
}

/** An objective that stands under its requirement: `3.1.1` and `[a]` together. */
function idCells(requirements: readonly GridCell[], objectives: readonly GridCell[]): readonly GridCell[] {
  const [objective] = objectives
  if (objective === undefined) return requirements
  const letter = letterAlone.exec(objective.text)?.[1]
  if (letter === undefined) return [objective]
  return requirements.slice(0, 1).map((cell) => ({ ...cell, text: `${cell.text.trim()}[${letter}]` }))
}

/** Where a row names a requirement outright, what its other ids translate to adds nothing; nor does the requirement beside its objective. */
function narrowest(found: readonly FoundRequirement[]): readonly FoundRequirement[] {
  const native = found.filter(({ translatedFrom }) => translatedFrom === undefined)
  const kept = native.length > 0 ? native : found
  return once(kept).filter(
    (one) => !kept.some((other) => other.requirement === one.requirement && isFiner(other.objectives, one.objectives)),
  )
}

/** A requirement that several columns name. */
function once(found: readonly FoundRequirement[]): readonly FoundRequirement[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
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
