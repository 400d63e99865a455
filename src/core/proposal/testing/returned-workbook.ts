// A workbook as it comes back in somebody's file, for tests: changed cell by cell, and read without a file in between.
import { rowIdTitle } from '../../workbook/row-id.ts'
import { coverName } from '../../workbook/workbook-of.ts'
import type { Sheet, SheetRow, Workbook } from '../../workbook/workbook.ts'
import { columnLetter } from '../raw-workbook.ts'
import type { RawCell, RawRow, RawSheet, RawWorkbook } from '../raw-workbook.ts'

export function rawOf({ title, cover, sheets, properties }: Workbook): RawWorkbook {
  const front = [[title], ...cover.flatMap(({ heading, facts }) => [[heading], ...facts])]
  return { properties, sheets: [rawSheet(coverName, front), ...sheets.map(rawTable)] }
}

function rawTable({ name, columns, rows }: Sheet): RawSheet {
  return rawSheet(name, [
    [rowIdTitle, ...columns.map(({ title }) => title)],
    ...rows.map(({ id, cells }) => [id, ...columns.map(({ key }) => cells[key] ?? '')]),
  ])
}

function rawSheet(name: string, lines: readonly (readonly string[])[]): RawSheet {
  const rows = lines.map((texts, index): RawRow => {
    const cells = texts.flatMap((text, column): [string, RawCell][] =>
      text === '' ? [] : [[columnLetter(column), { text, kind: 'text' }]],
    )
    return { number: index + 1, cells: new Map(cells) }
  })
  return { name, rows: rows.filter(({ cells }) => cells.size > 0), hiddenColumns: ['A'], merges: [] }
}

export function withSheet(workbook: Workbook, name: string, change: (sheet: Sheet) => Sheet): Workbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) }
}

export function withRows(
  workbook: Workbook,
  name: string,
  change: (rows: readonly SheetRow[]) => readonly SheetRow[],
): Workbook {
  return withSheet(workbook, name, (sheet) => ({ ...sheet, rows: change(sheet.rows) }))
}

type Edit = (book: Workbook) => Workbook

/** @param place the row's id and the column's key */
export function set(
  sheet: string,
  [id, key]: readonly [string, string],
  text: string | ((before: string) => string),
): Edit {
  const changed = (before = ''): string => (typeof text === 'string' ? text : text(before))
  return (book) =>
    withRows(book, sheet, (rows) =>
      rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [key]: changed(row.cells[key]) } } : row)),
    )
}

export function without(sheet: string, id: string): Edit {
  return (book) => withRows(book, sheet, (rows) => rows.filter((row) => row.id !== id))
}

export function plus(sheet: string, cells: Readonly<Record<string, string>>, id = ''): Edit {
  return (book) => withRows(book, sheet, (rows) => [...rows, { id, cells }])
}

export function all(...edits: readonly Edit[]): Edit {
  return (book) => edits.reduce((edited, edit) => edit(edited), book)
}

/** Every raw cell of a sheet may be replaced. */
export function withRaw(raw: RawWorkbook, name: string, change: (sheet: RawSheet) => RawSheet): RawWorkbook {
  return { ...raw, sheets: raw.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) }
}

/** The value without some of its fields. */
export function lacking<T extends object>(value: T, ...fields: readonly (keyof T)[]): T {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field as keyof T))) as T
}
