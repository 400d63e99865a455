// What a workbook file may be before anything parses it: a plain zip of bounded size whose directory tells the truth.
import type { Issue } from '../../core/issue.ts'
import { brief } from '../../core/brief.ts'
import type { Read } from '../../core/matrix-document.ts'
import { recognise, recognisePackage } from './guard-kind.ts'
import { refusedZip, zipEntries } from './guard-zip-directory.ts'
import type { Zip } from './guard-zip-directory.ts'
import { inflateEntry } from './inflate-entry.ts'

const megabyte = 1024 * 1024
const fileLimit = 25 * megabyte
const partLimit = 64 * megabyte
const totalLimit = 128 * megabyte

/** By name; only the parts that a reading needs are inflated at all, and what they really inflate to is counted. */
export function guardZip(bytes: Uint8Array, needs: (name: string) => boolean): Read<ReadonlyMap<string, Uint8Array>> {
  if (bytes.length > fileLimit) return refuse(tooLarge(bytes.length))
  const other = recognise(bytes)
  if (other !== undefined) return refuse(other)
  const zip = zipEntries(bytes)
  if (refusedZip(zip)) return refuse(zip.refused)
  const stranger = recognisePackage(zip.entries.map(({ name }) => name))
  if (stranger !== undefined) return refuse(stranger)
  return inflated(zip, needs)
}

function inflated(zip: Zip, needs: (name: string) => boolean): Read<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  let left = totalLimit
  for (const entry of zip.entries) {
    if (!needs(entry.name)) continue
    const part = inflateEntry(zip, entry, Math.min(left, partLimit))
    if (typeof part === 'string') return refuse(whyNot[part], `the part ${brief(entry.name)}`)
    const fault = faultOf(part)
    if (fault !== undefined) return refuse(fault, `the part ${brief(entry.name)}`)
    left -= part.length
    parts.set(entry.name, part)
  }
  return { ok: true, value: parts }
}

const whyNot = {
  bomb: 'it unpacks to more than a workbook needs (64 MB in one part, 128 MB in all); save only the sheets that matter in a new workbook and give that',
  damaged: 'it is damaged (cut off, or changed on the way); fetch or save the file again',
} as const

/** Entities are declared in a DOCTYPE; no spreadsheet program writes one. */
function faultOf(part: Uint8Array): string | undefined {
  const utf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff) || part[1] === 0
  if (utf16) return 'its text is not UTF-8; save the file again in Excel or LibreOffice'
  return Buffer.from(part.buffer, part.byteOffset, part.length).includes('<!DOCTYPE')
    ? 'it declares a document type, as no spreadsheet program writes it and attacks do; save the file again in Excel or LibreOffice'
    : undefined
}

function tooLarge(size: number): string {
  return `it holds ${(size / megabyte).toFixed(1)} MB; a workbook may hold at most ${fileLimit / megabyte} MB`
}

function refuse(message: string, at = 'the file'): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues: [{ at, message }] }
}
