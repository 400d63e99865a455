// A document becomes claims: its layout understood or told, its ids recognised, its rows read; or it is declined with the reason.
import type { Claim } from '../claims/claim.ts'
import type { SourceDocument } from '../claims/source-document.ts'
import type { Issue } from '../issue.ts'
import { declineReason } from './decline.ts'
import { readingIssues, sheetIssues, unknownWords, unreadReason } from './document-issues.ts'
import type { ReadTable } from './document-issues.ts'
import { tablesIn } from './found-tables.ts'
import type { ReadingWith } from './found-tables.ts'
import { legendIn, strangeLettersIn } from './legend.ts'
import type { Mapping } from './mapping.ts'
import { readTable } from './read-table.ts'
import { readStatements } from './statement-claims.ts'
import { summaryIssues } from './summary.ts'

export interface DocumentReading {
  readonly mapping: Mapping
  readonly claims: readonly Claim[]
  readonly issues: readonly Issue[]
  readonly declined?: string
}

export function readDocument(document: SourceDocument, given: ReadingWith): DocumentReading {
  const { told } = given
  const naming = { ...given.naming, ...(told.names && { names: told.names }) }
  const visible = document.tables.filter((table) => unreadReason(table) === undefined)
  const found = visible.flatMap((table) => tablesIn(table, { ...given, naming }))
  const strange = strangeLettersIn({ tables: visible })
  const words = { ...legendIn({ tables: visible }, naming), ...told.words }
  const unnamed = found.map((table) => ({ ...table, ...readTable({ ...table, reading: { naming, words, strange } }) }))
  const tables = unnamed.map((table) => ({ ...table, claims: ofService(table, unnamed) }))
  const statements = readStatements(document.statements, { ...given, naming })
  const claims = [...tables.flatMap((table) => table.claims), ...statements.claims]
  const declined = declineReason(document, claims, tables)
  return {
    mapping: {
      tables: tables.map(({ mapping }) => mapping),
      words: { ...unknownWords(tables), ...words },
      ...(told.names && { names: told.names }),
    },
    claims,
    issues: [
      ...document.issues,
      ...sheetIssues(document.tables),
      ...readingIssues(tables),
      ...statements.issues,
      ...summaryIssues(visible, tables, claims),
    ],
    ...(declined !== undefined && { declined }),
  }
}

/** Tables of one layout on several sheets speak of several services. */
function ofService({ grid, mapping, claims }: ReadTable, all: readonly ReadTable[]): readonly Claim[] {
  const same = all.filter((other) => other.mapping.layout === mapping.layout && other.claims.length > 0)
  const sheets = new Set(same.map((other) => other.grid.table.name))
  if (sheets.size < 2 || grid.table.headings.length > 0) return claims
  return claims.map((claim) => ({ ...claim, service: claim.service ?? grid.table.name }))
}
