// A workbook in the Office Open XML format, with what its sheets show besides their cells.
import type { SourceTable } from '../../../core/claims/source-document.ts'
import type { Read } from '../../../core/matrix-document.ts'
import { soundParts, workbookIn, type Parts } from '../../xlsx/read-parts.ts'
import { ownColors } from '../own-colors.ts'
import { coreProperties } from '../package/core-properties.ts'
import { openPackage, type OpenPackage } from '../package/open-package.ts'
import { relationshipsOf } from '../package/relationships.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { SourceFile } from '../source-file.ts'
import { readOwnWorkbook } from '../statements/own-workbook.ts'
import { filledFormats } from './cell-formats.ts'
import { sheetFills } from './sheet-fills.ts'
import { sheetParts, workbookPart } from './sheet-parts.ts'
import { sheetRemarks } from './sheet-remarks.ts'
import { standingIn } from './struck-cells.ts'
import { workbookTables } from './workbook-tables.ts'

export async function readXlsx({ bytes }: SourceFile): Promise<PackedDocument> {
  const sound = sure(soundParts(bytes))
  const workbook = sure(await workbookIn(sound))
  const parts = openPackage(bytes)
  const tables = workbookTables(workbook)
  const own = readOwnWorkbook(tables, workbook.properties)
  if (own !== undefined) return packDocument(own)
  const standing = standingIn(tables)
  const remarks = sheetRemarks(parts)
  return packDocument({
    format: 'xlsx',
    tables: withColors(standing.tables, sound, parts),
    statements: [],
    ...coreProperties(parts),
    ...remarks,
    issues: [...standing.issues, ...remarks.issues],
  })
}

function sure<T>(read: Read<T>): T {
  if (!read.ok) throw new SourceFault(read.issues[0]!.message, read.issues[0]!.at)
  return read.value
}

/** Sheets are looked through only where a format fills cells. */
function withColors(tables: readonly SourceTable[], sound: Parts, parts: OpenPackage): readonly SourceTable[] {
  const styles = relationshipsOf(parts, workbookPart(parts)).find(({ kind }) => kind === 'styles')
  const formats = filledFormats(styles === undefined ? '' : markupOf(sound, styles.target))
  if (formats.size === 0) return tables
  const byName = new Map(sheetParts(parts).map(({ name, part }) => [name, part]))
  return tables.map((table) => {
    const xml = markupOf(sound, byName.get(table.name) ?? '')
    return { ...table, ...ownColors(table.rows, sheetFills(xml, formats)) }
  })
}

/** Markup is ASCII: a letter for each byte is enough to see it. */
function markupOf(sound: Parts, wanted: string): string {
  const part = sound.get(wanted) ?? [...sound].find(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1]
  return part === undefined ? '' : Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')
}
