// The workbook of a matrix as an XLSX file.
import type { Rendition } from '../../core/rendition/rendition.ts'
import { coverName } from '../../core/workbook/workbook-of.ts'
import type { Workbook } from '../../core/workbook/workbook.ts'
import { across, blankRow, coverSheet } from './cover-sheet.ts'
import type { CoverRow } from './cover-sheet.ts'
import { fileOf } from './file.ts'
import { hiddenSheet } from './hidden-sheet.ts'
import * as style from './sheet-style.ts'
import { tableSheet } from './table-sheet.ts'

export async function writeWorkbook(workbook: Workbook, rendition: Rendition): Promise<Uint8Array> {
  const { title, properties, sheets } = workbook
  const hidden = hiddenSheet(workbook)
  return fileOf({
    title,
    description: 'Settled means allocated without a gap. It does not mean agreed, signed or implemented.',
    date: rendition.date,
    creator: rendition.branding.name,
    properties,
    front: coverSheet({ name: coverName, title, widths: [30, 96], rows: coverRows(workbook, rendition) }, rendition),
    tables: sheets.map((sheet) =>
      tableSheet(sheet, { title, rendition, lists: hidden.lists.get(sheet.name), derived: style.derivedCell }),
    ),
    hidden: [hidden.sheet],
  })
}

function coverRows({ cover, sheets }: Workbook, { branding }: Rendition): readonly CoverRow[] {
  return cover.flatMap(({ heading, facts }) => [
    blankRow,
    ...across(heading, style.headingCell(branding), 2).map((row) => ({ ...row, size: 11 })),
    ...facts.map(([label, text]): CoverRow => {
      const leads = sheets.find(({ name, note }) => name === label && note === text)?.name
      return leads === undefined
        ? { texts: [label, text], looks: [style.labelCell, style.factCell] }
        : { texts: [label, text], looks: [style.linkCell(branding), style.factCell], leads }
    }),
  ])
}
