// Somebody's document, or a matrix of our own, whose objectives only the frameworks can tell.
import type { SourceDocument } from '../../core/claims/source-document.ts'
import type { Context } from '../../core/context.ts'
import type { Read } from '../../core/matrix-document.ts'
import { readValue } from '../read-value.ts'
import { readSource } from './read-source.ts'
import { readOwnMatrix } from './statements/own-matrix.ts'

export async function readAnySource(
  bytes: Uint8Array,
  fileName: string,
  context: Context,
): Promise<Read<SourceDocument>> {
  return (await ownMatrix(bytes, context)) ?? readSource(bytes, fileName)
}

/** Far enough for a comment and the first fields. */
const head = 4096
const ownFormat = /["']?format["']?\s*:\s*["']?demarc\/matrix@/

async function ownMatrix(bytes: Uint8Array, context: Context): Promise<Read<SourceDocument> | undefined> {
  if (!ownFormat.test(new TextDecoder().decode(bytes.subarray(0, head)))) return undefined
  const value = await readValue(bytes)
  if (!value.ok) return value
  const document = readOwnMatrix(value.value, context)
  return document && { ok: true, value: document }
}
