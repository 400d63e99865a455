// Somebody's document out of a file that anybody may have made: read within 512 MB and 20 seconds, or refused.
import type { Read } from '../../core/matrix-document.ts'
import type { SourceDocument } from '../../core/claims/source-document.ts'
import { limitedReader } from '../limited-worker/limited-worker.ts'
import type { ReadingLimits } from '../limited-worker/limited-worker.ts'
import { delimitedText } from './delimited/lines.ts'
import { unpackDocument, type PackedDocument } from './packed-document.ts'
import type { GivenFile } from './source-file.ts'

const usual: ReadingLimits = { megabytes: 512, seconds: 20 }

const readLimited = limitedReader<GivenFile, PackedDocument>({
  script: new URL('./source-worker.ts', import.meta.url),
  advice: 'save only the tables that matter in a new file and give that',
})

/**
 * The format is told by the content; the name helps only where the content leaves it open. What cannot be read at all comes back as
 * issues; what can, but holds no table, comes back without tables, with its prose and pictures counted.
 */
export async function readSource(bytes: Uint8Array, fileName: string, limits = usual): Promise<Read<SourceDocument>> {
  const read = await readLimited({ bytes, fileName }, limits)
  if (!read.ok) return read
  return { ok: true, value: unpackDocument(read.value, () => delimitedText(bytes).text) }
}
