// The file of a workbook: its sheets with their names, its properties, and the same bytes every time.
import { writeXlsx } from 'hucre/xlsx'
import type { NamedRange, WriteSheet } from 'hucre'
import { escaped } from './cell-text.ts'
import { quoted } from './cover-sheet.ts'
import { mended } from './mend-parts.ts'
import { textSize, typeface } from './sheet-style.ts'
import type { TableSheet } from './table-sheet.ts'

interface Contents {
  readonly title: string
  readonly description: string
  /** calendar date: the file's own, whenever it is made */
  readonly date: string
  readonly creator: string | undefined
  readonly properties: Readonly<Record<string, string>>
  readonly front: WriteSheet
  readonly tables: readonly TableSheet[]
  readonly hidden: readonly WriteSheet[]
}

export async function fileOf(contents: Contents): Promise<Uint8Array> {
  const { title, description, date, creator, properties, front, tables, hidden } = contents
  const day = new Date(`${date}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: [front, ...tables.map(({ sheet }) => sheet), ...hidden],
    defaultFont: { name: typeface, size: textSize },
    namedRanges: tables.flatMap(namesOf),
    properties: {
      title: escaped(title),
      description,
      created: day,
      modified: day,
      ...(creator !== undefined && { creator: escaped(creator) }),
      custom: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, escaped(value)])),
    },
  })
  return mended(bytes)
}

/** Rows and columns that each page repeats; and the filter's own name, without which LibreOffice drops the filter. */
function namesOf({ sheet: { name, pageSetup }, range, repeated }: TableSheet): NamedRange[] {
  const across = (pageSetup?.fitToWidth ?? 1) > 1 ? `${quoted(name)}!$A:$${repeated},` : ''
  return [
    { name: '_xlnm._FilterDatabase', scope: name, range: `${quoted(name)}!${absolute(range)}` },
    { name: '_xlnm.Print_Titles', scope: name, range: `${across}${quoted(name)}!$1:$1` },
  ]
}

function absolute(range: string): string {
  return range.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}
