// The rows of somebody's table as claims, each with the cell that says it, and a list of what was not read.
import type { Claim } from '../claims/claim.ts'
import type { FoundRequirement, Recognised } from '../claims/requirement-words.ts'
import type { Issue } from '../issue.ts'
import { visibleText } from '../text.ts'
import { place } from './grid.ts'
import type { Grid, GridCell } from './grid.ts'
import type { Region } from './header.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { otherKind } from './other-kinds.ts'
import { markIn } from './marks.ts'
import { evidenceIn } from './row-evidence.ts'
import type { Reading } from './row-evidence.ts'
import { verdictOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

export type Recogniser = (cell: Pick<GridCell, 'text' | 'kind' | 'at'>) => Recognised

export interface TableReading {
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
  /** ids that name nothing that we know, and what a spreadsheet made of others */
  readonly idIssues: readonly Issue[]
  /** words for who does it that no table knows, with the first place of each */
  readonly unknownWords: ReadonlyMap<string, string>
  /** rows that name a requirement and say nothing about who does it */
  readonly blank: readonly string[]
  /** a table of another kind, which was not read */
  readonly other?: string
}

export interface TableWith {
  readonly grid: Grid
  readonly region: Region
  readonly mapping: TableMapping
  readonly reading: Reading
  readonly recognise: Recogniser
}

export function readTable(table: TableWith): TableReading {
  const named = table.region.body.some((row) =>
    table.mapping.columns.some(({ column, is }) => {
      const cell = is === 'requirement' ? table.grid.cell(row, column) : undefined
      return cell !== undefined && table.recognise(cell).kind === 'known'
    }),
  )
  const other = otherKind(table.mapping.columns, named)
  if (other !== undefined) {
    const at = `${table.grid.table.name}!${table.mapping.columns[0]!.column}${table.grid.rows[table.region.header[0]!]!.number}`
    return {
      claims: [],
      issues: [{ at, message: `by its headings this is ${other} and no matrix; it was not read` }],
      idIssues: [],
      unknownWords: new Map(),
      blank: [],
      other,
    }
  }
  const services = servicesIn(table.mapping.columns)
  const claims: Claim[] = []
  const issues: Issue[] = []
  const idIssues: Issue[] = []
  const unknownWords = new Map<string, string>()
  const blank: string[] = []
  const unread: string[] = []
  const alone: string[] = []
  for (const row of table.region.body) {
    const subject = subjectOf(table, row)
    if (subject === undefined) {
      alone.push(...onlyActivity(table, row))
      unread.push(...filledIn(table.grid, row))
      continue
    }
    idIssues.push(...subject.issues)
    if (subject.found.length === 0 && subject.activity === undefined) continue
    for (const service of services) {
      const columns = table.mapping.columns.filter(
        (column) => column.service === undefined || column.service === service,
      )
      const verdict = verdictOf(evidenceIn(table.grid, row, { columns, reading: table.reading }))
      if (verdict === undefined) {
        blank.push(place(table.grid.table, subject.at))
        continue
      }
      issues.push(...verdict.issues.map((issue) => ({ ...issue, at: place(table.grid.table, issue.at) })))
      if (verdict.unknownWords !== undefined && !unknownWords.has(verdict.unknownWords))
        unknownWords.set(verdict.unknownWords, place(table.grid.table, verdict.at))
      for (const claim of claimsOf(subject, verdict, { table, service })) claims.push(claim)
    }
  }
  // Rows that hold nothing but what they are about are headings where others say who does it, else a form to fill in.
  const form = claims.length === 0 && blank.length === 0 && alone.length > 1
  if (form) return { claims, issues, idIssues, unknownWords, blank: alone }
  return { claims, issues: [...issues, ...unreadIssue(unread, table.grid)], idIssues, unknownWords, blank }
}

function servicesIn(columns: readonly ColumnMapping[]): readonly (string | undefined)[] {
  const named = [...new Set(columns.flatMap(({ service }) => service ?? []))]
  return named.length === 0 ? [undefined] : named
}

interface Subject {
  readonly at: string
  readonly found: readonly FoundRequirement[]
  readonly activity?: string
  readonly issues: readonly Issue[]
}

/** What the row is about; undefined where it names nothing that could have a responsible party. */
function subjectOf({ grid, mapping, recognise }: TableWith, row: number): Subject | undefined {
  const cells = (is: ColumnMapping['is']) =>
    mapping.columns.filter((column) => column.is === is).flatMap(({ column }) => grid.cell(row, column) ?? [])
  const activity = cells('activity')[0]
  const ids = idCells(cells('requirement'), cells('objective'))
  const read = ids.map((cell) => ({ cell, is: recognise(cell) }))
  const issues = read.flatMap(({ cell, is }) =>
    is.kind === 'unknown' || is.kind === 'damaged' ? [{ at: place(grid.table, cell.at), message: is.message }] : [],
  )
  const found = read.flatMap(({ is }) => (is.kind === 'known' || is.kind === 'unknown' ? is.found : []))
  const at = (ids[0] ?? activity)?.at
  if (at === undefined || spans(activity ?? ids[0]!, grid, row)) return undefined
  const named = activity === undefined ? restOf(read) : visibleText(activity.text)
  const words = named ?? (read.every(({ is }) => is.kind === 'none') ? visibleText(ids[0]?.text ?? '') : undefined)
  if (found.length > 0)
    return { at, found: nativeFirst(found), issues, ...(words !== undefined && { activity: words }) }
  // An id of the document's own, or of a scheme that is not here: the row still says who does what it names.
  if (issues.length > 0) {
    const own = activity !== undefined && !lonely(grid, row) && read.every(({ is }) => is.kind === 'unknown')
    return { at, found: [], issues, ...(own && words !== undefined && words !== '' && { activity: words }) }
  }
  return words === undefined || words === '' || lonely(grid, row)
    ? undefined
    : { at, found: [], activity: words, issues }
}

/** An objective that stands under its requirement: `3.1.1` and `[a]` together. */
function idCells(requirements: readonly GridCell[], objectives: readonly GridCell[]): readonly GridCell[] {
  const [objective] = objectives
  if (objective === undefined) return requirements
  const letter = /^\s*[[(]?([a-z])[\]).]?\s*$/.exec(objective.text)?.[1]
  if (letter === undefined) return [objective]
  return requirements.slice(0, 1).map((cell) => ({ ...cell, text: `${cell.text.trim()}[${letter}]` }))
}

function onlyActivity({ grid, mapping }: TableWith, row: number): readonly string[] {
  const [at, second] = filledIn(grid, row)
  const own = mapping.columns.some(({ column, is }) => is === 'activity' && grid.cell(row, column)?.at === at)
  return own && at !== undefined && second === undefined ? [place(grid.table, at)] : []
}

function restOf(read: readonly { readonly is: Recognised }[]): string | undefined {
  const rest = read.flatMap(({ is }) => (is.kind === 'known' && is.rest !== '' ? [is.rest] : []))[0]
  return rest
}

/** Where a row names a requirement outright, what its other ids translate to adds nothing; nor does the requirement beside its objective. */
function nativeFirst(found: readonly FoundRequirement[]): readonly FoundRequirement[] {
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

/** Nothing but one cell: a heading between rows, or a note below them. What a merged cell above says of it counts. */
function lonely(grid: Grid, row: number): boolean {
  const places = grid.columns.flatMap((column) => grid.cell(row, column)?.at ?? [])
  return filledIn(grid, row).length < 2 && new Set(places).size < 2
}

function filledIn(grid: Grid, row: number): readonly string[] {
  return [
    ...new Set(
      grid.columns.flatMap((column) => {
        const cell = grid.cell(row, column)
        return cell === undefined || cell.from === 'above' || markIn(cell.text) === 'unmarked' ? [] : [cell.at]
      }),
    ),
  ]
}

const named = 25

function unreadIssue(cells: readonly string[], grid: Grid): readonly Issue[] {
  if (cells.length === 0) return []
  const some = cells.slice(0, named).join(', ')
  const more = cells.length > named ? ` and ${cells.length - named} more` : ''
  const message =
    cells.length === 1
      ? 'it names no requirement and no activity: a heading or a note; not read'
      : `these cells name no requirement and no activity, so they were not read (headings, notes): ${some}${more}`
  return [{ at: place(grid.table, cells[0]!), message }]
}

interface Where {
  readonly table: TableWith
  readonly service: string | undefined
}

function claimsOf(subject: Subject, verdict: Verdict, where: Where): readonly Claim[] {
  const { table, service } = where
  const base = {
    party: verdict.holder?.side === 'provider' ? partyNamed(verdict.holder.name, table) : table.reading.naming.party,
    ...(service !== undefined && { service }),
    ownership: verdict.ownership,
    text: verdict.text,
    ...(verdict.customerMust !== undefined && { customerMust: verdict.customerMust }),
    at: place(table.grid.table, verdict.at),
  }
  if (subject.found.length === 0)
    return [{ framework: null, requirement: null, objectives: [], ...base, activity: subject.activity! }]
  return subject.found.map(({ framework, requirement, objectives, translatedFrom }) => ({
    framework,
    requirement,
    objectives,
    ...base,
    ...(subject.activity !== undefined && subject.activity !== '' && { activity: subject.activity }),
    ...(translatedFrom !== undefined && { translatedFrom }),
  }))
}

/** A provider by another name than the one whose document it is, where the table has a column for that one too. */
function partyNamed(name: string | undefined, { reading, mapping }: TableWith): string {
  const own = mapping.columns.some((column) => column.of === 'provider' && column.name === undefined)
  return name !== undefined && own ? name : reading.naming.party
}
