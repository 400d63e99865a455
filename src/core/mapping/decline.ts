// When a document is declined: it holds no matrix, or a matrix that nobody filled in.
import type { Claim } from '../claims/claim.ts'
import type { SourceDocument } from '../claims/source-document.ts'
import type { ReadTable } from './document-issues.ts'
import type { TableMapping } from './mapping.ts'

export function declineReason(
  document: SourceDocument,
  claims: readonly Claim[],
  read: readonly ReadTable[],
): string | undefined {
  if (claims.length > 0 || document.statements.length > 0) return undefined
  if (read.some(({ blank, mapping }) => blank.length > 0 && allocates(mapping)))
    return 'it is a blank template: its rows name what has to be done, and none says who does it'
  if (read.some(({ mapping }) => allocates(mapping)))
    return 'none of its rows names a requirement of a framework that we know, or an activity; what each names instead is listed'
  if (read.length > 0)
    return 'it names requirements, and no column of it says who does what; if one does, say so in the mapping (--mapping-out, --mapping)'
  if (document.tables.length > 0)
    return 'none of its tables says who is responsible for what: no heading names a responsibility or a party'
  if (document.pictures > 0)
    return 'it holds pictures and no table; a picture of a table cannot be read: ask for the table itself'
  return 'it is running text without a table; what it promises must be read by a person'
}

const saysWho: ReadonlySet<string> = new Set(
  'ownership inheritance words mark degree raci box split counted-on unknown-party'.split(' '),
)

function allocates({ columns }: TableMapping): boolean {
  return columns.some(({ is }) => saysWho.has(is))
}
