// The letters of a text file: by its byte order mark, else UTF-8, else as old Windows programs wrote them, and then it is said.
import type { Issue } from '../../core/issue.ts'
import { SourceFault } from './source-fault.ts'

export interface DecodedText {
  readonly text: string
  readonly issues: readonly Issue[]
}

const marks = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: undefined },
  { bytes: [0, 0, 0xfe, 0xff], encoding: undefined },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/** `declared`: the encoding that the text itself names. The same bytes always give the same text. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))
  if (mark && mark.encoding === undefined)
    throw new SourceFault('its text is in UTF-32, which hardly any program writes; save it as UTF-8')
  if (mark && mark.encoding !== 'utf-8') return { text: decoded(bytes, mark.encoding)!, issues: [] }
  const wide = mark === undefined ? wideEncoding(bytes) : undefined
  if (wide !== undefined) return { text: decoded(bytes, wide)!, issues: [said('UTF-16')] }
  if (bytes.includes(0))
    throw new SourceFault(
      'it holds bytes that no text holds, and it is of no kind that can be read; give the table as .xlsx, .docx, .csv, .md or .html',
    )
  return fromBytes(bytes, declared)
}

function fromBytes(bytes: Uint8Array, declared: string | undefined): DecodedText {
  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, issues: [] }
  const own = declared === undefined || /^utf-?8$/i.test(declared) ? undefined : strict(bytes, declared)
  if (own !== undefined) return { text: own, issues: [] }
  const mended = new TextDecoder('utf-8').decode(bytes)
  if (mostlyUtf8(mended))
    return {
      text: mended,
      issues: [
        {
          at: 'the file',
          message: 'some of its letters are damaged (they are not UTF-8) and read as \uFFFD; save it again as UTF-8',
        },
      ],
    }
  return { text: decoded(bytes, 'windows-1252')!, issues: [said('Windows-1252 (Western European)')] }
}

function said(encoding: string): Issue {
  return {
    at: 'the file',
    message: `it is not UTF-8 and names no encoding; it was read as ${encoding}. Look at the letters with accents, or save it as UTF-8`,
  }
}

/** Far more letters beyond ASCII that are whole than such that are not. */
function mostlyUtf8(text: string): boolean {
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  // oxlint-disable-next-line no-control-regex -- whatever is no ASCII
  const whole = text.match(/[^\u0000-\u007f\uFFFD]/g)?.length ?? 0
  return whole > broken * 4
}

/** ASCII as UTF-16 without a mark: every second byte is zero, and hardly any of the others. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, Math.min(bytes.length, 2000) & ~1)
  if (head.length < 4) return undefined
  const zeros: [number, number] = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1
  const [even, odd] = zeros
  if (odd * 2 > head.length * 0.7 && even * 20 < head.length) return 'utf-16le'
  return even * 2 > head.length * 0.7 && odd * 20 < head.length ? 'utf-16be' : undefined
}

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  return new TextDecoder(encoding).decode(bytes)
}
