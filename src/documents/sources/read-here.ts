// A source read in this thread: recognised by its content, then handed to its format's reader.
import type { Read } from '../../core/matrix-document.ts'
import { zipEntries, refusedZip } from '../xlsx/guard-zip-directory.ts'
import { decodeText } from './decode-text.ts'
import { isCompound, whyCompoundDeclined, whyDeclined, whyPackageDeclined } from './declined-kinds.ts'
import { readDocx } from './docx/read-docx.ts'
import type { PackedDocument } from './packed-document.ts'
import { SourceFault } from './source-fault.ts'
import { sourceFile, type GivenFile, type SourceFile } from './source-file.ts'
import { checkSize, mostMegabytes } from './source-limits.ts'
import { readOldExcel, readOpenDocument } from './spreadsheet/read-other-workbooks.ts'
import { readXlsx } from './spreadsheet/read-xlsx.ts'
import { textKinds } from './text-kinds.ts'

export async function readHere(given: GivenFile): Promise<Read<PackedDocument>> {
  try {
    return { ok: true, value: await readFile(sourceFile(given)) }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error
    return { ok: false, issues: [{ at: error.at, message: error.message }] }
  }
}

async function readFile(file: SourceFile): Promise<PackedDocument> {
  const { bytes } = file
  checkSize(bytes, mostMegabytes)
  if (bytes.length === 0) throw new SourceFault('it is empty')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const declined = whyDeclined(head)
  if (declined !== undefined) throw new SourceFault(declined)
  if (isCompound(head)) return readCompound(file)
  return head.startsWith('PK') ? readPackage(file) : readText(file)
}

async function readCompound(file: SourceFile): Promise<PackedDocument> {
  const declined = whyCompoundDeclined(file.bytes)
  if (declined !== undefined) throw new SourceFault(declined)
  return readOldExcel(file)
}

const packages: readonly {
  readonly part: RegExp
  readonly read: (file: SourceFile) => PackedDocument | Promise<PackedDocument>
}[] = [
  { part: /^xl\/workbook\d*\.xml$/i, read: readXlsx },
  { part: /^word\/document\d*\.xml$/i, read: readDocx },
  { part: /^content\.xml$/i, read: readOpenDocument },
]

async function readPackage(file: SourceFile): Promise<PackedDocument> {
  const zip = zipEntries(file.bytes)
  if (refusedZip(zip)) throw new SourceFault(zip.refused)
  const names = zip.entries.map(({ name }) => name)
  const known = packages.find(({ part }) => names.some((name) => part.test(name)))
  if (known) return known.read(file)
  throw new SourceFault(whyPackageDeclined(names))
}

async function readText(file: SourceFile): Promise<PackedDocument> {
  const { text, issues } = decodeText(file.bytes)
  if (text.trim() === '') throw new SourceFault('it is empty')
  const given = { ...file, text, issues }
  return textKinds.find(({ recognise }) => recognise(given))!.read(given)
}
