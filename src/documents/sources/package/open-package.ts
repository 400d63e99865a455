// The parts of a zipped document that a reading needs: really inflated, counted, and whole XML without a document type.
import { brief } from '../../../core/brief.ts'
import { refusedZip, zipEntries, type Zip, type ZipEntry } from '../../xlsx/guard-zip-directory.ts'
import { inflateEntry } from '../../xlsx/inflate-entry.ts'
import { xmlFault } from '../../xlsx/whole-xml.ts'
import { SourceFault } from '../source-fault.ts'
import { checkSize } from '../source-limits.ts'

const megabyte = 1024 * 1024
const fileMegabytes = 50
const partLimit = 64 * megabyte
const totalLimit = 128 * megabyte

export interface OpenPackage {
  readonly names: readonly string[]
  /** the part's text, or undefined where there is none of that name; throws a `SourceFault` where it is not sound */
  readonly xml: (name: string) => string | undefined
}

export function openPackage(bytes: Uint8Array): OpenPackage {
  checkSize(bytes, fileMegabytes)
  const zip = zipEntries(bytes)
  if (refusedZip(zip)) throw new SourceFault(zip.refused)
  const byName = new Map(zip.entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const budget = { left: totalLimit }
  return {
    names: zip.entries.map(({ name }) => name),
    xml: (name) => {
      const entry = byName.get(name.toLowerCase())
      return entry === undefined ? undefined : soundXml(zip, entry, budget)
    },
  }
}

function soundXml(zip: Zip, entry: ZipEntry, budget: { left: number }): string {
  const part = inflated(zip, entry, Math.min(budget.left, partLimit))
  budget.left -= part.length
  const text = utf8(part, entry.name)
  if (/<!DOCTYPE/i.test(text))
    throw fault(
      entry.name,
      'it declares a document type, as no office program writes it and attacks do; save the file again',
    )
  const wrong = xmlFault(text)
  if (wrong !== undefined)
    throw fault(entry.name, `it is damaged (${wrong}); open the file, save it again, and give that`)
  return text
}

const whyNot = {
  bomb: 'it unpacks to more than a document needs (64 MB in one part, 128 MB in all); save only what matters in a new file',
  damaged: 'it is damaged (cut off, or changed on the way); fetch or save the file again',
} as const

function inflated(zip: Zip, entry: ZipEntry, limit: number): Uint8Array {
  const part = inflateEntry(zip, entry, limit)
  if (typeof part === 'string') throw fault(entry.name, whyNot[part])
  return part
}

function utf8(part: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part)
  } catch {
    throw fault(name, 'its text is not UTF-8; open the file, save it again, and give that')
  }
}

function fault(name: string, message: string): SourceFault {
  return new SourceFault(message, `the part ${brief(name)}`)
}
