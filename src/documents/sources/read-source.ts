// Somebody's document out of a file that anybody may have made: read within 512 MB and 20 seconds, or refused.
import type { Read } from '../../core/matrix-document.ts'
import type { SourceDocument } from '../../core/claims/source-document.ts'
import { limitedReader } from '../limited-worker/limited-worker.ts'
import type { ReadingLimits } from '../limited-worker/limited-worker.ts'
import { fileText } from './delimited/lines.ts'
import { setImmediate } from 'node:timers/promises'
import { unpackDocument, type PackedDocument } from './packed-document.ts'
import { SourceFault } from './source-fault.ts'
import { mostBytes } from './source-limits.ts'
import type { GivenFile } from './source-file.ts'

const usual: ReadingLimits = { megabytes: 512, seconds: 20 }

const readLimited = limitedReader<PackedDocument>({
  script: new URL('./source-worker.ts', import.meta.url),
  advice: 'save only the tables that matter in a new file and give that',
})

/**
 * The format is told by the content; the name helps only where the content leaves it open. What cannot be read at all comes back as
 * issues; what can, but holds no table, comes back without tables, with its prose and pictures counted.
 */
export async function readSource(bytes: Uint8Array, fileName: string, limits = usual): Promise<Read<SourceDocument>> {
  const reading = readLimited({ bytes, fileName } satisfies GivenFile, limits)
  const meanwhile = await decodedMeanwhile(bytes, fileName)
  const read = await reading
  if (!read.ok) return read
  return { ok: true, value: unpackDocument(read.value, () => meanwhile ?? fileText(bytes)) }
}

const long = 1024 * 1024

/** The text of a long delimited file is needed on this side too: it is made while the worker makes its own. */
async function decodedMeanwhile(bytes: Uint8Array, fileName: string): Promise<string | undefined> {
  if (bytes.length < long || bytes.length > mostBytes || !/\.(csv|tsv|tab|txt)$/i.test(fileName)) return undefined
  await setImmediate()
  try {
    return fileText(bytes)
  } catch (error) {
    if (error instanceof SourceFault) return undefined
    throw error
  }
}
