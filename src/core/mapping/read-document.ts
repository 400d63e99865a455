// A document becomes claims: its layout understood or told, its ids recognised, its rows read; or it is declined with the reason.
import type { Claim } from '../claims/claim.ts'
import type { SourceDocument } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import { declineReason } from './decline.ts'
import { readingIssues, sheetIssues, unknownWords, unreadReason } from './document-issues.ts'
import type { ReadTable } from './document-issues.ts'
import { footnotesIn } from './footnotes.ts'
import { tablesIn } from './found-tables.ts'
import type { ReadingWith } from './found-tables.ts'
import { legendIn, strangeLettersIn } from './legend.ts'
import type { Mapping } from './mapping.ts'
import { namingIn } from './own-naming.ts'
import { withPractice } from './practice.ts'
import { rankLettersIn } from './rank-legend.ts'
import { ownLettersIn } from './role-legend.ts'
import { readPlan } from './plan-claims.ts'
import { readTable } from './read-table.ts'
import { readStatements } from './statement-claims.ts'
import { summaryIssues } from './summary.ts'
import { toldIssues } from './told-issues.ts'
import { unreadableIssues } from './unreadable-cells.ts'

export interface DocumentReading {
  readonly mapping: Mapping
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
  readonly declined?: string
}

export function readDocument(document: SourceDocument, given: ReadingWith): DocumentReading {
  const { told } = given
  const shown = document.tables.filter((table) => unreadReason(table) === undefined)
  const naming = withPractice(shown, namingIn(shown, { ...given.naming, ...(told.names && { names: told.names }) }))
  const plan = readPlan(document, shown, { ...given, naming })
  const visible = plan.others
  const titles = visible.flatMap(titlesOf)
  const withTitles: ReadingWith['recogniser'] = (column) =>
    given.recogniser({ ...column, headings: [...column.headings, ...titles] })
  const called = [...(given.called ?? []), document.title ?? '', ...titles]
  const explaining = { tables: visible, texts: document.texts ?? [] }
  const words = { ...legendIn(explaining, naming), ...told.words }
  const ownLetters = ownLettersIn(explaining)
  const own = ownLetters.size > 0 ? { ownLetters } : {}
  const found = visible.flatMap((table) =>
    tablesIn(table, { ...given, naming, recogniser: withTitles, called, legend: words, ...own }),
  )
  const strange = strangeLettersIn(explaining)
  const ranks = rankLettersIn(visible)
  const notes = footnotesIn(explaining)
  const unnamed = found.map((table) => ({
    ...table,
    ...readTable({ ...table, reading: { naming, words, strange, ranks, notes, ...own } }),
  }))
  const tables = unnamed.map((table) => ({ ...table, claims: ofService(table, unnamed) }))
  const statements = readStatements(document.statements, { ...given, naming })
  const all = [...tables.flatMap((table) => table.claims), ...plan.claims, ...statements.claims]
  const blank = plan.declined(all)
  const claims = blank === undefined ? all : []
  const reading = readingIssues(tables)
  const declined = blank ?? (plan.controls > 0 ? undefined : declineReason(document, tables, naming))
  return {
    mapping: {
      tables: tables.map(({ mapping }) => mapping),
      words: { ...unknownWords(tables), ...words },
      ...(told.names && { names: told.names }),
    },
    claims: declined === undefined ? claims : [],
    issues: [
      ...toldIssues(told, { tables: visible, read: tables.map(({ mapping }) => mapping) }),
      ...document.issues,
      ...sheetIssues(document.tables),
      ...visible
        .filter((table) => !found.some(({ grid }) => grid.table === table))
        .flatMap((table) => strayIds(table, withTitles)),
      ...reading,
      ...unreadableIssues(visible, new Set(reading.map(({ at }) => at))),
      ...plan.issues,
      ...statements.issues,
      ...summaryIssues(visible, tables, claims),
    ],
    ...(declined !== undefined && { declined }),
  }
}

const lookedAt = 200

/** A sheet that names requirements, and of which no heading says who does what. */
function strayIds(table: SourceDocument['tables'][number], recogniser: ReadingWith['recogniser']): readonly Issue[] {
  for (const { number, cells } of table.rows.slice(0, lookedAt))
    for (const [column, cell] of cells) {
      const read = recogniser({ cells: [cell], headings: [table.name, ...table.headings] })({
        ...cell,
        at: `${column}${number}`,
      })
      if (read.kind === 'known')
        return [
          {
            at: `${table.name}!${column}${number}`,
            message:
              'the sheet names requirements, and none of its headings says who does what in words that we know: none of it was read',
          },
        ]
    }
  return []
}

/** What stands alone in one of the first rows of a sheet without a table: a cover says whose ids the others hold. */
function titlesOf({ rows }: SourceDocument['tables'][number]): readonly string[] {
  if (rows.some(({ cells }) => cells.size > 2)) return []
  return rows
    .slice(0, 8)
    .flatMap(({ cells }) =>
      cells.size === 1 ? [...cells.values()].map(({ text }) => text).filter((text) => text.length < 160) : [],
    )
}

/** Tables of one layout on several sheets speak of several services where they speak of the same requirements; else the sheets divide these. */
function ofService({ grid, mapping, claims }: ReadTable, all: readonly ReadTable[]): readonly Claim[] {
  const same = all.filter((other) => other.mapping.layout === mapping.layout && other.claims.length > 0)
  const sheets = new Set(same.map((other) => other.grid.table.name))
  if (sheets.size < 2 || grid.table.headings.length > 0 || !overlaps(same)) return claims
  return claims.map((claim) => ({ ...claim, service: claim.service ?? grid.table.name }))
}

function overlaps(tables: readonly ReadTable[]): boolean {
  const sheetOf = new Map<string, string>()
  return tables.some(({ grid, claims }) =>
    claims.some(({ framework, requirement, objectives, activity }) => {
      const about = JSON.stringify(framework === null ? [activity] : [framework, requirement, objectives])
      const first = sheetOf.get(about)
      sheetOf.set(about, first ?? grid.table.name)
      return first !== undefined && first !== grid.table.name
    }),
  )
}
