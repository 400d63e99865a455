// A workbook's sheets as the tables of a source: a sheet without any text is no table.
import type { RawWorkbook } from '../../../core/proposal/raw-workbook.ts'
import type { SourceTable } from '../../../core/claims/source-document.ts'

export function workbookTables({ sheets }: RawWorkbook): readonly SourceTable[] {
  return sheets.filter(({ rows }) => rows.length > 0).map((sheet) => ({ ...sheet, headings: [] }))
}
