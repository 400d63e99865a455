// A workbook out of a file that anybody may have made: read within 512 MB and 20 seconds, or refused.
import type { Read } from '../../core/matrix-document.ts'
import type { RawWorkbook } from '../../core/proposal/raw-workbook.ts'
import { limitedReader } from '../limited-worker/limited-worker.ts'
import type { ReadingLimits } from '../limited-worker/limited-worker.ts'

const usual: ReadingLimits = { megabytes: 512, seconds: 20 }

const readLimited = limitedReader<RawWorkbook>({
  script: new URL('./reading-worker.ts', import.meta.url),
  advice: 'copy the sheets that matter into a new workbook and give that',
})

export async function readWorkbook(bytes: Uint8Array, limits = usual): Promise<Read<RawWorkbook>> {
  return readLimited(bytes, limits)
}
