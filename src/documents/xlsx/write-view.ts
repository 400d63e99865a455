// A view of a matrix as an XLSX file: what a reader must know first on one sheet, the rows on the next.
import type { Rendition } from '../../core/rendition/rendition.ts'
import type { Table, View } from '../../core/views/view.ts'
import { sheetName } from '../../core/workbook/sheet-name.ts'
import type { Sheet, SheetColumn } from '../../core/workbook/workbook.ts'
import { across, blankRow, coverSheet } from './cover-sheet.ts'
import type { CoverRow } from './cover-sheet.ts'
import { fileOf } from './file.ts'
import * as style from './sheet-style.ts'
import { linesIn } from './measure.ts'
import { splitRow } from './split-row.ts'
import { tableSheet } from './table-sheet.ts'

const about = 'About'
const section = 'Section'

export async function writeView(view: View, rendition: Rendition): Promise<Uint8Array> {
  const { title, name, intro } = view
  const tables = sheetsOf(view).map((sheet) => tableSheet(sheet, { title, rendition }))
  const tooTall = tables.reduce((total, table) => total + table.tooTall, 0)
  return fileOf({
    title,
    description: intro.join(' '),
    date: rendition.date,
    creator: rendition.branding.name,
    properties: { 'demarc-format': 'demarc/view@1', 'demarc-view': name, 'demarc-digest': rendition.digest },
    front: aboutSheet(tooTall === 0 ? view : { ...view, intro: [...intro, sayTooTall(tooTall)] }, rendition),
    tables,
    hidden: [],
  })
}

/** One sheet where all tables have the same columns; else a sheet for each. */
function sheetsOf(view: View): readonly Sheet[] {
  const { tables, title, intro } = view
  const [first] = tables
  if (first === undefined) return []
  const note = [title, ...intro].join('\n')
  const alike = tables.every(({ columns }) => columns.join('\n') === first.columns.join('\n'))
  if (alike) {
    const rows = tables.flatMap((table) => table.rows.map((row) => [table.title, ...row]))
    const name = sheetName(tables.length === 1 ? first.title : nameOf(view), [about])
    return [sheetOf({ title: name, columns: [section, ...first.columns], rows }, note, name)]
  }
  const names = [about]
  return tables.map((table) => {
    const name = sheetName(table.title, names)
    names.push(name)
    return sheetOf(table, note, name)
  })
}

/** What the view is called, where that is short. */
function nameOf({ title, name }: View): string {
  const called = title.split(':', 1)[0]!
  return called.length <= 31 ? called : name.charAt(0).toUpperCase() + name.slice(1)
}

function sheetOf({ columns, rows }: Table, note: string, name: string): Sheet {
  const keys = columns.map((_, index) => `c${index}`)
  const id = columns[0] === section ? 1 : 0
  const pinned = keys[id]
  const placed = columns.map((title, index) =>
    columnOf(
      title,
      rows.map((row) => row[index] ?? ''),
      keys[index]!,
    ),
  )
  const kept = { id, again: id === 0 ? [] : [0] }
  return {
    name,
    note,
    orientation: 'landscape',
    ...(pinned !== undefined && { pinned }),
    columns: placed,
    rows: rows
      .flatMap((row) => splitRow(row, kept))
      .map((row, index) => ({
        id: `row:${index}`,
        cells: Object.fromEntries(keys.map((key, column) => [key, row[column] ?? ''])),
      })),
  }
}

/** As wide as its texts ask for: short ones on a line, long ones on a few, and the widest where a row would be taller than can be drawn. */
function columnOf(title: string, texts: readonly string[], key: string): SheetColumn {
  const lines = texts.flatMap((text) => text.split('\n').map(({ length }) => length)).toSorted((a, b) => a - b)
  const usual = lines[Math.floor(lines.length * 0.95)] ?? 0
  const asked = Math.max(10, Math.min(title.length + 4, 16), usual <= 24 ? usual + 3 : 14 + usual / 4)
  const width = Math.round(Math.min(widest, asked))
  const tone = { Ownership: 'ownership', Status: 'status' }[title] as SheetColumn['tone']
  return {
    key,
    title,
    width: texts.some((text) => isTooTall(text, width)) ? widest : width,
    ...(tone !== undefined && { tone }),
  }
}

const widest = 64

function isTooTall(text: string, width: number): boolean {
  return text.length > width && linesIn(text, width, { size: style.textSize }) > style.mostLines
}

function sayTooTall(rows: number): string {
  const where = rows === 1 ? 'In one row' : `In ${rows} rows`
  return `${where} a cell holds more text than a spreadsheet shows at once: select the cell to read all of it. To print, take this view as PDF or HTML, where nothing is cut.`
}

function aboutSheet({ title, intro, preface }: View, rendition: Rendition): ReturnType<typeof coverSheet> {
  const rows: readonly CoverRow[] = [
    blankRow,
    ...intro.flatMap((line) => across(line, style.textCell, 2)),
    ...preface.flatMap((table) => prefaceRows(table, rendition)),
  ]
  return coverSheet({ name: about, title, widths: [30, 96], rows }, rendition)
}

/** A fact a row; where a table says several things of one, each under its column's name. */
function prefaceRows({ title, columns, rows }: Table, { branding }: Rendition): readonly CoverRow[] {
  const facts = rows.map(([label = '', ...cells]): CoverRow => {
    const said = cells.map((text, index) =>
      cells.length === 1 || text === '' ? text : `${columns[index + 1]!}: ${text}`,
    )
    return { texts: [label, said.filter((text) => text !== '').join('\n')], looks: [style.labelCell, style.factCell] }
  })
  return [blankRow, ...across(title, style.headingCell(branding), 2).map((row) => ({ ...row, size: 11 })), ...facts]
}
