// The rows of somebody's table as claims, each with the cell that says it, and a list of what was not read.
import type { Claim } from '../claims/claim.ts'
import type { Issue } from '../issue.ts'
import { place } from './grid.ts'
import type { Grid } from './grid.ts'
import type { Region } from './header.ts'
import type { ColumnMapping, TableMapping } from './mapping.ts'
import { filledIn, subjectOf } from './row-subject.ts'
import type { Recogniser, Subject } from './row-subject.ts'
import { evidenceIn } from './row-evidence.ts'
import type { Reading } from './row-evidence.ts'
import { verdictOf } from './verdict.ts'
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
}

export interface TableWith {
  readonly grid: Grid
  readonly region: Region
  readonly mapping: TableMapping
  readonly reading: Reading
  readonly recognise: Recogniser
}

export function readTable(table: TableWith): TableReading {
  const services = servicesIn(table.mapping.columns)
  const claims: Claim[] = []
  const issues: Issue[] = []
  const idIssues: Issue[] = []
  const unknownWords = new Map<string, string>()
  const blank: string[] = []
  const unread: string[] = []
  const around = { ...table, strict: holdsIds(table) }
  for (const row of table.region.body) {
    const subject = subjectOf(around, row)
    if (subject === undefined) {
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
  return { claims, issues: [...issues, ...unreadIssue(unread, table.grid)], idIssues, unknownWords, blank }
}

const looked = 400
const mostly = 0.6

function holdsIds({ grid, region, mapping, recognise }: TableWith): boolean {
  const id = mapping.columns.find(({ is }) => is === 'requirement')?.column
  if (id === undefined) return false
  const cells = region.body.slice(0, looked).flatMap((row) => grid.cell(row, id) ?? [])
  return cells.length > 0 && cells.filter((cell) => recognise(cell).kind !== 'none').length >= mostly * cells.length
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
