// The rows of somebody's table as claims, each with the cell that says it, and a list of what was not read.
import type { Claim, ClaimOwnership } from '../claims/claim.ts'
import type { Issue } from '../issue.ts'
import { colorMarksIn } from './color-marks.ts'
import type { ColorMarks } from './color-marks.ts'
import { exampleIn } from './example-rows.ts'
import type { Footnotes } from './footnotes.ts'
import { missingNotes, qualified } from './noted-cells.ts'
import { place } from './grid.ts'
import type { Grid } from './grid.ts'
import type { Region } from './header.ts'
import { shownVerdict } from './hidden-cells.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { otherKind } from './other-kinds.ts'
import type { Recogniser } from './recogniser.ts'
import { filledIn, onlyActivity, subjectOf } from './row-subject.ts'
import type { IdColumn, Subject } from './row-subject.ts'
import type { Reading } from './row-cells.ts'
import { evidenceIn } from './row-evidence.ts'
import { proofIn } from './row-proof.ts'
import { isLeftOpen, saysAPart } from './understanding.ts'
import { withoutIssue } from './without-counterpart.ts'
import type { Without } from './without-counterpart.ts'
import type { Verdict } from './verdict.ts'

export interface TableReading {
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
  /** ids that name nothing that we know, and what a spreadsheet made of others */
  readonly idIssues: readonly Issue[]
  /** words for who does it that no table knows, with the first place of each */
  readonly unknownWords: ReadonlyMap<string, string>
  /** rows that name a requirement and say nothing about who does it */
  readonly blank: readonly string[]
  /** cells that say it by their color alone: each gives a claim that is unclear */
  readonly byColor: readonly string[]
  /** what rows say whose id names nothing that we know: they give no claim, and a document's own summary counts them */
  readonly unclaimed: readonly ClaimOwnership[]
  /** rows that show an example */
  readonly examples: readonly string[]
  /** some row says somebody's part in words or marks that we know */
  readonly understood: boolean
  /** each row leaves open who does it, in so many words */
  readonly leftOpen: boolean
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
  const ids = idsIn(table)
  const other = otherKind(table.mapping.columns, !ids.own)
  if (other !== undefined) return notRead(table, other)
  const tally = newTally()
  const within = { ...table, ids }
  const { grid, mapping, region } = table
  const colors = colorMarksIn(grid, mapping.columns, () =>
    region.body.filter((row) => subjectOf(within, row) !== undefined),
  )
  for (const row of region.body) readRow({ ...within, colors }, row, tally)
  const { issues, alone, unread, without, ...rest } = tally
  const { claims, blank } = rest
  const read = { ...rest, idIssues: [...withoutIssue(without), ...rest.idIssues], leftOpen: tally.decided === 0 }
  // Rows that hold nothing but what they are about are headings where others say who does it, else a form to fill in.
  if (claims.length === 0 && blank.length === 0 && alone.length > 1) return { ...read, issues, blank: alone }
  const notes = table.reading.notes ?? noNotes
  const missing = claims.length === 0 ? [] : missingNotes(region.body, { grid, columns: mapping.columns, notes })
  return { ...read, issues: [...issues, ...missing, ...unreadIssue(unread, grid)] }
}

function notRead({ grid, mapping, region }: TableWith, other: string): TableReading {
  const at = place(grid.table, `${mapping.columns[0]!.column}${grid.rows[region.header[0]!]!.number}`)
  const message = `by its headings this is ${other} and no matrix; it was not read`
  return { ...newTally(), issues: [{ at, message }], leftOpen: false, other }
}

interface Tally {
  readonly claims: Claim[]
  readonly issues: Issue[]
  readonly idIssues: Issue[]
  readonly unknownWords: Map<string, string>
  readonly blank: string[]
  readonly byColor: string[]
  readonly unclaimed: ClaimOwnership[]
  /** rows that say only what they are about */
  readonly alone: string[]
  readonly unread: string[]
  readonly examples: string[]
  readonly without: Without[]
  understood: boolean
  /** rows with a claim that do not leave it open */
  decided: number
}

function newTally(): Tally {
  return {
    claims: [],
    issues: [],
    idIssues: [],
    unknownWords: new Map(),
    blank: [],
    byColor: [],
    unclaimed: [],
    alone: [],
    unread: [],
    examples: [],
    without: [],
    understood: false,
    decided: 0,
  }
}

interface RowsWith extends TableWith {
  readonly ids: IdColumn
  readonly colors: ColorMarks
}

function readRow(table: RowsWith, row: number, tally: Tally): void {
  const example = exampleIn(table.grid, table.mapping.columns, row)
  if (example !== undefined) {
    tally.examples.push(place(table.grid.table, example))
    return
  }
  const subject = subjectOf(table, row)
  if (subject === undefined) {
    tally.alone.push(...onlyActivity(table, row))
    tally.unread.push(...filledIn(table.grid, row))
    return
  }
  tally.idIssues.push(...subject.issues)
  tally.without.push(...subject.without)
  const names = subject.found.length > 0 || subject.activity !== undefined
  for (const service of servicesIn(table.mapping.columns)) {
    const columns = table.mapping.columns.filter((column) => column.service === undefined || column.service === service)
    const said = saidIn(table, row, { columns, tally, names })
    if (!names) tally.unclaimed.push(said?.ownership ?? 'unclear')
    else if (said === undefined) tally.blank.push(place(table.grid.table, subject.at))
    else take(subject, { ...said, ...proofIn(table.grid, row, columns) }, { where: { table, service }, tally })
  }
}

interface Saying {
  /** those of one service */
  readonly columns: readonly ColumnMapping[]
  readonly tally: Tally
  /** the row names what it is about */
  readonly names: boolean
}

function saidIn(table: RowsWith, row: number, { columns, tally, names }: Saying): Verdict | undefined {
  const { grid, reading } = table
  const verdict = shownVerdict(grid, row, { columns, reading })
  if (!names) return verdict
  tally.understood ||= saysAPart(evidenceIn(grid, row, { columns, reading }))
  if (!isLeftOpen({ grid, columns, naming: reading.naming }, row)) tally.decided += 1
  const colored = verdict === undefined ? table.colors(row, columns) : undefined
  if (colored === undefined)
    return verdict && qualified(verdict, row, { grid, columns, notes: reading.notes ?? noNotes })
  tally.byColor.push(place(grid.table, colored))
  return byColorAt(colored)
}

const noNotes: Footnotes = new Map()

function byColorAt(at: string): Verdict {
  return { ownership: 'unclear', at, text: '', issues: [] }
}

function take(
  subject: Subject,
  verdict: Verdict,
  { where, tally }: { readonly where: Where; readonly tally: Tally },
): void {
  const { table } = where.table.grid
  tally.issues.push(...verdict.issues.map((issue) => ({ ...issue, at: place(table, issue.at) })))
  if (verdict.unknownWords !== undefined && !tally.unknownWords.has(verdict.unknownWords))
    tally.unknownWords.set(verdict.unknownWords, place(table, verdict.at))
  for (const claim of claimsOf(subject, verdict, where)) tally.claims.push(claim)
}

const looked = 400
const mostly = 0.6

function idsIn({ grid, region, mapping, recognise }: TableWith): IdColumn {
  const id = mapping.columns.find(({ is }) => is === 'requirement')?.column
  if (id === undefined) return { strict: false, own: true }
  const kinds = region.body.slice(0, looked).flatMap((row) => {
    const cell = grid.cell(row, id)
    return cell === undefined ? [] : [recognise(cell).kind]
  })
  const ids = kinds.filter((kind) => kind !== 'none')
  return { strict: kinds.length > 0 && ids.length >= mostly * kinds.length, own: !kinds.includes('known') }
}

function servicesIn(columns: readonly ColumnMapping[]): readonly (string | undefined)[] {
  const named = [...new Set(columns.flatMap(({ service }) => service ?? []))]
  return named.length === 0 ? [undefined] : named
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
    ...(verdict.textIs !== undefined && { textIs: verdict.textIs }),
    ...(verdict.customerMust !== undefined && { customerMust: verdict.customerMust }),
    ...(verdict.evidence !== undefined && { evidence: verdict.evidence }),
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
