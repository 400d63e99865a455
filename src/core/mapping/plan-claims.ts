// The control tables of a security plan, as claims: 800-53 by their form, of the revision that the document names.
import type { Claim } from '../claims/claim.ts'
import type { SourceDocument, SourceTable } from '../claims/source-document.ts'
import { controlStatements } from '../control-summary/control-statements.ts'
import type { ReadingWith } from './found-tables.ts'
import { readStatements } from './statement-claims.ts'
import type { StatementReading } from './statement-claims.ts'

export interface PlanReading extends StatementReading {
  /** tables that are none of these, to be read as any other */
  readonly others: readonly SourceTable[]
  /** how many controls have such a table that somebody filled in */
  readonly controls: number
  /** why a form of such tables is no plan yet, given the claims that the rest of the document makes */
  readonly declined: (besides: readonly Claim[]) => string | undefined
}

export function readPlan(
  { title = '' }: Pick<SourceDocument, 'title'>,
  tables: readonly SourceTable[],
  { naming, recogniser }: Pick<ReadingWith, 'naming' | 'recogniser'>,
): PlanReading {
  const { statements, issues, others, blank } = controlStatements(tables, naming)
  const read = readStatements(statements, {
    naming,
    recogniser: ({ cells, headings }) => recogniser({ cells, headings: [...headings, title, 'FedRAMP'] }),
  })
  return {
    claims: read.claims,
    issues: [...issues, ...read.issues],
    others,
    controls: statements.length,
    declined: (besides) =>
      blank > 0 && besides.every(({ framework }) => framework === null) ? sayBlank(blank) : undefined,
  }
}

function sayBlank(blank: number): string {
  return `it is a blank template: no box of its control summaries (${blank}) is ticked and no solution is told, so nothing says who does what`
}
