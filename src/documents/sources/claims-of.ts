// A file of claims out of somebody's document: read, understood, and with the digest of the bytes that it rests on.
import { createHash } from 'node:crypto'
import { claimsFormat } from '../../core/claims/claims-file.ts'
import type { ClaimsFile } from '../../core/claims/claims-file.ts'
import type { SourceFacts } from '../../core/claims/claim.ts'
import { ownFacts } from '../../core/claims/own-facts.ts'
import type { OwnFacts } from '../../core/claims/own-facts.ts'
import { importClaims } from '../../core/claims/import-claims.ts'
import type { SourceDocument } from '../../core/claims/source-document.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Context } from '../../core/context.ts'
import type { Mapping } from '../../core/mapping/mapping.ts'
import type { Naming } from '../../core/mapping/party-words.ts'
import { CalendarDate } from '../../core/text.ts'
import { readAnySource } from './read-any-source.ts'

export interface ImportRequest {
  readonly bytes: Uint8Array
  /** without its folders: it is the document's name from here on */
  readonly fileName: string
  readonly naming: Naming
  readonly told?: Mapping | undefined
  /** what the person who imports it says of the document: over all that it says itself */
  readonly facts?: StatedFacts
  /** rows of tables that are read at most, besides the first of each, which is its heading; a longer document is refused */
  readonly most?: number
}

export type StatedFacts = Pick<SourceFacts, 'title' | 'version' | 'date'>

/** A document that cannot be read at all is declined too, with its reader's reason. */
export async function claimsOf(
  request: ImportRequest,
  context: Context,
): Promise<ClaimsFile & { readonly mapping: Mapping }> {
  const { bytes, fileName, naming, told, facts = {} } = request
  const source = { document: fileName, sha256: createHash('sha256').update(bytes).digest('hex') }
  const base = { format: claimsFormat, party: naming.party } as const
  const read = await readAnySource(bytes, fileName, context)
  if (!read.ok) {
    const [first, ...issues] = read.issues
    const mapping = told ?? { tables: [], words: {} }
    const unread = { format: 'unread', tables: 0, ...source, ...facts }
    return { ...base, source: unread, mapping, claims: [], issues, declined: first?.message ?? 'it cannot be read' }
  }
  refuseLonger(read.value, request.most)
  const { declined, ...imported } = importClaims(read.value, { naming, fileName, ...(told && { told }) }, context)
  const own = ownFacts(read.value)
  return {
    ...base,
    source: {
      format: read.value.format,
      tables: read.value.tables.length,
      ...source,
      ...factsIn(read.value, own, facts),
    },
    ...imported,
    issues: [
      ...own.issues.flatMap(({ about, at, message }) => (facts[about] === undefined ? [{ at, message }] : [])),
      ...imported.issues,
    ],
    ...(declined !== undefined && { declined }),
  }
}

function refuseLonger({ tables }: SourceDocument, most = Infinity): void {
  const rows = tables.reduce((sum, table) => sum + Math.max(0, table.rows.length - 1), 0)
  if (rows <= most) return
  throw new Refusal(
    'invalid',
    `this document has ${rows.toLocaleString('en-US')} rows, and at most ${most.toLocaleString('en-US')} are read at once; send the sheets that say who does what, and leave the others out`,
  )
}

/** A person's word, what the document says of itself plainly, what its file is marked with. */
function factsIn(
  document: SourceDocument,
  own: OwnFacts,
  stated: StatedFacts,
): StatedFacts & Pick<SourceFacts, 'saved'> {
  const title = stated.title ?? own.title ?? document.title?.trim()
  const version = stated.version ?? own.version ?? document.version?.trim()
  const date = stated.date ?? own.date
  return {
    ...(title && { title }),
    ...(version && { version }),
    ...(date === undefined ? markedDay(document) : { date }),
  }
}

function markedDay({ date, saved }: SourceDocument): Pick<SourceFacts, 'date' | 'saved'> {
  const day = CalendarDate.safeParse(date?.slice(0, 10))
  return day.success ? { date: day.data, ...(saved && { saved }) } : {}
}
