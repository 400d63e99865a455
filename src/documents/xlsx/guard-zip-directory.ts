// A zip's central directory, walked by ourselves: nothing in it is believed that another reader could read otherwise.
import { brief } from '../../core/brief.ts'

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated */
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** where its bytes begin in the file */
  readonly start: number
}

export interface Zip {
  readonly bytes: Uint8Array
  readonly entries: readonly ZipEntry[]
}

interface Refused {
  readonly refused: string
}

const entryLimit = 2000
const endLength = 22
const centralLength = 46
const localLength = 30
const longestComment = 0xffff

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const

const broken = 'it is damaged or cut off: the list of its parts cannot be read; fetch or save the file again'

export function refusedZip(zip: Zip | Refused): zip is Refused {
  return 'refused' in zip
}

export function zipEntries(bytes: Uint8Array): Zip | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return { refused: broken }
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count === 0xffff || start === 0xffffffff)
    return { refused: 'it is a zip64 archive, which no workbook of a bearable size needs; save it again in Excel' }
  if (count > entryLimit)
    return {
      refused: `it holds ${count} parts; a workbook may hold at most ${entryLimit}. Save its sheets in a new workbook`,
    }
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) return { refused: broken }
  return walk(bytes, view, { at: start, end, count })
}

/** The last record that says it ends exactly where the file ends. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== signatures.end) continue
    if (at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  return undefined
}

interface Central {
  readonly at: number
  readonly end: number
  readonly count: number
}

function walk(bytes: Uint8Array, view: DataView, { at: begin, end, count }: Central): Zip | Refused {
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = begin
  for (let index = 0; index < count; index += 1) {
    if (at + centralLength > end || view.getUint32(at, true) !== signatures.central) return { refused: broken }
    const next =
      at + centralLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return { refused: broken }
    const entry = entryAt(bytes, view, at)
    const fault = typeof entry === 'string' ? entry : faultOfName(entry.name, names)
    if (typeof entry === 'string' || fault !== undefined) return { refused: fault ?? broken }
    if (!entry.name.endsWith('/')) entries.push(entry)
    at = next
  }
  return at === end ? { bytes, entries } : { refused: broken }
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry | string {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  if ((flags & 1) !== 0 || (flags & 0x40) !== 0) return 'its parts are encrypted; save it without a password'
  if (method !== 0 && method !== 8)
    return 'its parts are packed in a way that no spreadsheet program uses; save it again'
  if ([packed, size, local].includes(0xffffffff)) return 'it is a zip64 archive; save it again in Excel'
  const name = nameAt(bytes, at + centralLength, view.getUint16(at + 28, true))
  if (name === undefined) return broken
  const start = dataStart(bytes, view, { local, name })
  if (start === undefined || start + packed > at || (method === 0 && packed !== size)) return broken
  return { name, method, crc: view.getUint32(at + 16, true), packed, size, start }
}

/** Undefined where the part's own header is not there or tells another name. */
function dataStart(
  bytes: Uint8Array,
  view: DataView,
  { local, name }: { readonly local: number; readonly name: string },
): number | undefined {
  if (local + localLength > view.byteLength || view.getUint32(local, true) !== signatures.local) return undefined
  const length = view.getUint16(local + 26, true)
  if (nameAt(bytes, local + localLength, length) !== name) return undefined
  return local + localLength + length + view.getUint16(local + 28, true)
}

function nameAt(bytes: Uint8Array, at: number, length: number): string | undefined {
  if (at + length > bytes.length) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(at, at + length))
  } catch {
    return undefined
  }
}

// oxlint-disable-next-line no-control-regex -- they are what must not be there
const unsafe = /^\/|\\|[\u0000-\u001f:]|(^|\/)\.\.?(\/|$)|\/\//

/** Part names are equal without regard to case (ECMA-376-2 §9.1). */
function faultOfName(name: string, names: Set<string>): string | undefined {
  if (name === '' || unsafe.test(name))
    return `one of its parts is named "${brief(JSON.stringify(name).slice(1, -1))}", which would lead out of the file; no spreadsheet program writes that, so it was not read`
  const known = name.toLowerCase()
  if (names.has(known)) return `it holds the part ${brief(name)} twice; save it again in Excel or LibreOffice`
  names.add(known)
  return undefined
}
