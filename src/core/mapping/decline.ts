// When a document is declined: it holds no matrix, or a matrix that nobody filled in.
import type { Claim } from '../claims/claim.ts'
import type { SourceDocument } from '../claims/source-document.ts'
import type { TableReading } from './read-table.ts'

export function declineReason(
  document: SourceDocument,
  claims: readonly Claim[],
  read: readonly TableReading[],
): string | undefined {
  if (claims.length > 0 || document.statements.length > 0) return undefined
  if (read.some(({ blank }) => blank.length > 0))
    return 'it is a blank template: its rows name what has to be done, and none says who does it'
  if (read.some(({ issues, idIssues }) => issues.length + idIssues.length > 0)) return undefined
  if (document.tables.length > 0)
    return 'none of its tables says who is responsible for what: no heading names a responsibility or a party'
  if (document.pictures > 0)
    return 'it holds pictures and no table; a picture of a table cannot be read: ask for the table itself'
  return 'it is running text without a table; what it promises must be read by a person'
}
