// A file of claims out of somebody's document: read, understood, and with the digest of the bytes that it rests on.
import { createHash } from 'node:crypto'
import { claimsFormat } from '../../core/claims/claims-file.ts'
import type { ClaimsFile } from '../../core/claims/claims-file.ts'
import { importClaims } from '../../core/claims/import-claims.ts'
import type { SourceDocument } from '../../core/claims/source-document.ts'
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
}

/** A document that cannot be read at all is declined too, with its reader's reason. */
export async function claimsOf(
  request: ImportRequest,
  context: Context,
): Promise<ClaimsFile & { readonly mapping: Mapping }> {
  const { bytes, fileName, naming, told } = request
  const source = { document: fileName, sha256: createHash('sha256').update(bytes).digest('hex') }
  const base = { format: claimsFormat, party: naming.party } as const
  const read = await readAnySource(bytes, fileName, context)
  if (!read.ok) {
    const [first, ...issues] = read.issues
    const mapping = told ?? { tables: [], words: {} }
    const unread = { format: 'unread', tables: 0, ...source }
    return { ...base, source: unread, mapping, claims: [], issues, declined: first?.message ?? 'it cannot be read' }
  }
  const { declined, ...imported } = importClaims(read.value, { naming, fileName, ...(told && { told }) }, context)
  return {
    ...base,
    source: { format: read.value.format, tables: read.value.tables.length, ...source, ...factsIn(read.value) },
    ...imported,
    ...(declined !== undefined && { declined }),
  }
}

/** What the document says of itself, where it says it plainly. */
function factsIn({ title, version, date }: SourceDocument): Partial<ClaimsFile['source']> {
  const day = CalendarDate.safeParse(date?.slice(0, 10))
  return {
    ...(title?.trim() && { title: title.trim() }),
    ...(version?.trim() && { version: version.trim() }),
    ...(day.success && { date: day.data }),
  }
}
