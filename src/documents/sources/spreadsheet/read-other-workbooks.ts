// Workbooks of other programs and times: OpenDocument (.ods) and the Excel format before 2007 (.xls).
import { zipSync } from 'fflate'
import { readOds } from 'hucre/ods'
import { readXls } from 'hucre/xlsx'
import type { Workbook } from 'hucre/xlsx'
import { brief } from '../../../core/brief.ts'
import type { Issue } from '../../../core/issue.ts'
import { rawWorkbook, rowLimit } from '../../xlsx/read-sheets.ts'
import { ownColors, type Fills } from '../own-colors.ts'
import { openPackage } from '../package/open-package.ts'
import { packDocument, type PackedDocument } from '../packed-document.ts'
import { SourceFault } from '../source-fault.ts'
import type { SourceFile } from '../source-file.ts'
import { checkSize } from '../source-limits.ts'
import { openDocumentFills } from './open-document-fills.ts'
import { workbookTables } from './workbook-tables.ts'

const asXlsx = 'open it in Excel or LibreOffice and save it as "Excel Workbook (.xlsx)"'

/** The parser never sees the file that came in: only its sound parts, packed anew. */
export async function readOpenDocument({ bytes }: SourceFile): Promise<PackedDocument> {
  const parts = openPackage(bytes)
  if (parts.xml('META-INF/manifest.xml')?.includes('encryption-data'))
    throw new SourceFault('it is protected with a password; save it without one, and give that')
  const content = parts.xml('content.xml') ?? ''
  if (!/<office:spreadsheet\b/.test(content))
    throw new SourceFault('it is an OpenDocument file that is no spreadsheet; save it as .docx or .xlsx')
  const sound = ['META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml'].flatMap((name) => {
    const xml = parts.xml(name)
    return xml === undefined ? [] : [[name, [Buffer.from(xml), { level: 0, mtime: '1980-01-01' }]] as const]
  })
  const mime = ['mimetype', [Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }]] as const
  const zip = zipSync(Object.fromEntries([mime, ...sound]) as never)
  return workbookSource('ods', async () => readOds(zip, { maxRows: rowLimit + 1 }), {
    issues: [],
    fills: openDocumentFills(content, parts.xml('styles.xml')),
  })
}

/** It has no checksums: a damaged one may read as another. */
export async function readOldExcel({ bytes }: SourceFile): Promise<PackedDocument> {
  checkSize(bytes, 25)
  return workbookSource('xls', async () => readXls(bytes, { maxRows: rowLimit + 1 }), {
    issues: [
      {
        at: 'the file',
        message:
          'it is a workbook in the old format (.xls), of which comments, pictures and the colors of cells are not read; as .xlsx they are',
      },
    ],
    fills: new Map(),
  })
}

interface Besides {
  readonly issues: readonly Issue[]
  /** by sheet */
  readonly fills: ReadonlyMap<string, Fills>
}

async function workbookSource(
  format: string,
  parse: () => Promise<Workbook>,
  { issues, fills }: Besides,
): Promise<PackedDocument> {
  const raw = rawWorkbook(await parsed(parse))
  if (!raw.ok) throw new SourceFault(raw.issues[0]!.message, raw.issues[0]!.at)
  const tables = workbookTables(raw.value).map((table) => ({
    ...table,
    ...ownColors(table.rows, fills.get(table.name) ?? new Map()),
  }))
  return packDocument({ format, tables, statements: [], prose: 0, pictures: 0, issues })
}

async function parsed(parse: () => Promise<Workbook>): Promise<Workbook> {
  try {
    return await parse()
  } catch (error) {
    const reason = error instanceof Error ? ` (${brief(error.message, 200)})` : ''
    throw new SourceFault(`it cannot be read as a workbook${reason}; ${asXlsx}`)
  }
}
