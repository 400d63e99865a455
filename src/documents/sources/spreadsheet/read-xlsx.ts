// A workbook in the Office Open XML format, with what its sheets show besides their cells.
import { readParts } from '../../xlsx/read-parts.ts'
import { coreProperties } from '../package/core-properties.ts'
import { openPackage } from '../package/open-package.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { SourceFile } from '../source-file.ts'
import { readOwnWorkbook } from '../statements/own-workbook.ts'
import { sheetRemarks } from './sheet-remarks.ts'
import { workbookTables } from './workbook-tables.ts'

export async function readXlsx({ bytes }: SourceFile): Promise<PackedDocument> {
  const read = await readParts(bytes)
  if (!read.ok) throw new SourceFault(read.issues[0]!.message, read.issues[0]!.at)
  const parts = openPackage(bytes)
  const tables = workbookTables(read.value)
  const own = readOwnWorkbook(tables, read.value.properties)
  if (own !== undefined) return packDocument(own)
  return packDocument({
    format: 'xlsx',
    tables,
    statements: [],
    ...coreProperties(parts),
    ...sheetRemarks(parts),
  })
}
