// When a document is declined: it holds no matrix, or a matrix that nobody filled in.
import type { SourceDocument } from '../claims/source-document.ts'
import { saysInWords } from './color-marks.ts'
import { hasStatusLists } from '../control-summary/status-lists.ts'
import type { ReadTable } from './document-issues.ts'
import { allocating } from './mapping.ts'
import type { ColumnMapping } from './mapping.ts'
import type { Naming } from './party-words.ts'
import { sameNonAnswer } from './same-non-answer.ts'
import { isGridOfCodes } from './understanding.ts'
import { wouldNeedWord } from './unread-columns.ts'

export function declineReason(
  document: SourceDocument,
  tables: readonly ReadTable[],
  naming: Naming,
): string | undefined {
  if (document.statements.length > 0) return undefined
  const all = tables.flatMap(({ claims }) => claims)
  const same = sameNonAnswer(all, naming)
  if (same !== undefined) return `it is a blank template: every row says “${same}”, and none says who does it`
  return tables.some(saysInWords) ? nothingSaid(tables) : unreadBecause(document, tables)
}

function unreadBecause(document: SourceDocument, tables: readonly ReadTable[]): string {
  const read = tables.filter(({ mapping, other }) => other === undefined && allocates(mapping.columns))
  if (read.some(({ blank, byColor }) => byColor.length > blank.length))
    return 'it marks who is responsible by colors, and this program reads words: write in each of these cells in words whose it is'
  if (read.some(({ blank }) => blank.length > 0))
    return 'it is a blank template: its rows name what has to be done, and none says who does it'
  if (read.some(({ examples }) => examples.length > 0))
    return 'it is a blank template: it shows an example of a row, and no other row says who does what'
  if (read.some(({ issues, idIssues }) => issues.length + idIssues.length > 0))
    return 'none of its rows names a requirement of a framework that we know, or an activity; what each names instead is listed'
  if (hasStatusLists(document.tables))
    return 'its boxes say how far each requirement is in place, and none says who does it: a plan of that kind names no party; its words must be read by a person'
  const others = [...new Set(tables.flatMap(({ other }) => other ?? []))]
  if (others.length > 0)
    return `it is ${others.join(' and ')}, and no matrix: an owner there answers for an entry, not for a requirement`
  const open = wouldNeedWord(tables)
  if (open.length > 0)
    return `no column of it is known to say who does what; if one of these does, say so in the mapping (--mapping-out, --mapping): ${open.join('; ')}`
  if (tables.some(({ mapping }) => mapping.columns.some(({ is }) => is === 'requirement')))
    return 'it names requirements, and no column of it says who does what; if one does, say so in the mapping (--mapping-out, --mapping)'
  if (document.tables.length > 0)
    return 'none of its tables says who is responsible for what: no heading names a responsibility or a party'
  if (document.pictures > 0)
    return 'it holds pictures and no table; a picture of a table cannot be read: ask for the table itself'
  return 'it is running text without a table; what it promises must be read by a person'
}

/** Every row stays unclear, and nothing in the document makes a matrix of it. */
function nothingSaid(tables: readonly ReadTable[]): string | undefined {
  const claims = tables.flatMap((table) => table.claims)
  if (claims.some(({ ownership }) => ownership !== 'unclear')) return undefined
  const read = tables.filter((table) => table.claims.length > 0)
  if (read.every(({ leftOpen }) => leftOpen))
    return 'it is a blank template: where a row should say who does it, it leaves that open'
  if (claims.some(({ requirement }) => requirement !== null)) return undefined
  if (read.some(({ mapping }) => mapping.columns.some(({ is }) => is === 'unknown-party')))
    return `its columns name parties that we do not know, so that no row says whose a part is, and none of them names a requirement${ifMatrix}`
  return read.some((table) => table.understood || isGridOfCodes(table))
    ? undefined
    : `nothing in its rows says whose a part is in words or marks that we know, and none of them names a requirement${ifMatrix}`
}

const ifMatrix =
  '; if it is a matrix all the same, say in the mapping what its columns and words mean (--mapping-out, --mapping)'

const about: ReadonlySet<string> = new Set(['requirement', 'objective', 'activity'])

/** Who does what: a column of owners alone says nothing of what they own. */
function allocates(columns: readonly ColumnMapping[]): boolean {
  if (columns.some(({ is, of }) => allocating.has(is) && (of !== undefined || is !== 'ownership'))) return true
  return columns.some(({ is }) => is === 'ownership') && columns.some(({ is }) => about.has(is))
}
