// A sheet that came back, laid over the sheet that went out: rows found by id and columns by title, wherever they were moved.
import { brief } from '../brief.ts'
import { rowIdTitle } from '../workbook/row-id.ts'
import type { Sheet, SheetRow } from '../workbook/workbook.ts'
import { cleaned, plain } from './cell-text.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import { coveredBy } from './merges.ts'
import type { RawCell, RawRow, RawSheet } from './raw-workbook.ts'

export interface FramedCell {
  readonly at: string
  readonly text: string
  /** why it does not count */
  readonly fault?: string
}

export interface FramedRow {
  readonly number: number
  /** undefined where the column is not there any more */
  readonly cell: (key: string) => FramedCell | undefined
}

export interface Frame {
  readonly sheet: Sheet
  /** rows that went out and are still there */
  readonly known: readonly { readonly base: SheetRow; readonly row: FramedRow }[]
  /** rows that went out and are not there any more */
  readonly gone: readonly SheetRow[]
  /** rows without an id */
  readonly fresh: readonly FramedRow[]
  readonly problems: readonly Edit[]
}

/** Undefined with an issue where it cannot be told which row is which: then nothing on it counts as changed. */
export function frameOf(sheet: Sheet, raw: RawSheet): Frame | { readonly problems: readonly Edit[] } {
  const header = headerOf(sheet, raw)
  if (header === undefined)
    return {
      problems: [
        issue(
          sheet.name,
          `the row of column titles, or the hidden column "${rowIdTitle}", is missing; nothing on this sheet was read. Undo that, or start again from a new export`,
        ),
      ],
    }
  const columns = columnsOf(sheet, raw, header)
  const rows = raw.rows.filter(({ number }) => number > header.row.number)
  const framed = { sheet: sheet.name, columns: columns.letters, merged: coveredBy(raw.merges) }
  const sorted = sortRows(sheet, rows, { ...framed, id: header.id })
  return {
    sheet,
    ...sorted,
    problems: [
      ...columns.problems,
      ...strayCells(sheet, rows, columns.strange),
      ...sorted.problems,
      ...formulas(rows, framed),
    ],
  }
}

interface Header {
  readonly row: RawRow
  /** letter of the column of row ids */
  readonly id: string
}

const headerWithin = 20

function headerOf(sheet: Sheet, raw: RawSheet): Header | undefined {
  const titles = new Set(sheet.columns.map(({ title }) => titleKey(title)))
  for (const row of raw.rows.slice(0, headerWithin)) {
    const cells = [...row.cells]
    const id = cells.find(([, { text }]) => titleKey(text) === titleKey(rowIdTitle))?.[0]
    if (id !== undefined && cells.some(([, { text }]) => titles.has(titleKey(text)))) return { row, id }
  }
  return undefined
}

function titleKey(title: string): string {
  return plain(title).toLowerCase()
}

interface Columns {
  /** by key */
  readonly letters: ReadonlyMap<string, string>
  /** letters of columns that are not ours, with their titles */
  readonly strange: ReadonlyMap<string, string>
  readonly problems: readonly Edit[]
}

function columnsOf(sheet: Sheet, raw: RawSheet, { row, id }: Header): Columns {
  const letters = new Map<string, string>()
  const strange = new Map<string, string>()
  const used = new Set(raw.rows.flatMap(({ cells }) => [...cells.keys()]))
  for (const letter of used) {
    if (letter === id) continue
    const title = row.cells.get(letter)?.text ?? ''
    const column = sheet.columns.find((known) => titleKey(known.title) === titleKey(title))
    if (column === undefined || letters.has(column.key)) strange.set(letter, plain(title))
    else letters.set(column.key, letter)
  }
  const lost = sheet.columns.filter(({ key, editable }) => editable && !letters.has(key))
  return {
    letters,
    strange,
    problems: lost.map(({ title }) =>
      issue(
        sheet.name,
        `the column "${brief(plain(title))}" is missing or was renamed; whatever stood in it was left as it is`,
      ),
    ),
  }
}

function strayCells(sheet: Sheet, rows: readonly RawRow[], strange: ReadonlyMap<string, string>): readonly Edit[] {
  return [...strange].flatMap(([letter, title]) => {
    const filled = rows.filter(({ cells }) => plain(cells.get(letter)?.text ?? '') !== '').length
    if (filled === 0) return []
    const named =
      title === ''
        ? 'a column without a title'
        : `the column "${brief(title)}", which is none of this sheet's or stands there twice`
    return [
      issue(
        address(sheet.name, letter),
        `${filled === 1 ? 'a cell' : `${filled} cells`} in ${named}; what stands there was not taken. Move it to a column of the sheet`,
      ),
    ]
  })
}

interface Framing {
  readonly sheet: string
  readonly columns: ReadonlyMap<string, string>
  readonly merged: (letter: string, row: number) => string | undefined
}

function sortRows(
  sheet: Sheet,
  rows: readonly RawRow[],
  { id, ...framing }: Framing & { readonly id: string },
): Omit<Frame, 'sheet'> {
  const waiting = new Map(sheet.rows.map((row) => [plain(row.id), row]))
  const first = new Map<string, number>()
  const known: { base: SheetRow; row: FramedRow }[] = []
  const fresh: FramedRow[] = []
  const problems: Edit[] = []
  for (const raw of rows) {
    const row = framedRow(raw, framing)
    const name = plain(raw.cells.get(id)?.text ?? '')
    const base = waiting.get(name)
    const earlier = first.get(name)
    if (name === '') {
      if ([...framing.columns.keys()].some((key) => row.cell(key)!.text !== '')) fresh.push(row)
    } else if (base === undefined) {
      problems.push(
        issue(
          address(sheet.name, id, raw.number),
          `"${brief(name)}" is no row of this workbook; clear this hidden cell to add a new row`,
        ),
      )
    } else if (earlier !== undefined) {
      problems.push(
        issue(
          address(sheet.name, id, raw.number),
          `row ${raw.number} repeats the id of row ${earlier}; clear the hidden id cell to add a new row`,
        ),
      )
    } else {
      first.set(name, raw.number)
      known.push({ base, row })
    }
  }
  return { known, fresh, gone: sheet.rows.filter((row) => !first.has(plain(row.id))), problems }
}

function framedRow(raw: RawRow, { sheet, columns, merged }: Framing): FramedRow {
  return {
    number: raw.number,
    cell: (key) => {
      const letter = columns.get(key)
      if (letter === undefined) return undefined
      const at = address(sheet, letter, raw.number)
      const cell = raw.cells.get(letter)
      const fault = faultOf(cell, merged(letter, raw.number))
      return { at, text: cleaned(cell?.text ?? ''), ...(fault !== undefined && { fault }) }
    },
  }
}

function faultOf(cell: RawCell | undefined, merge: string | undefined): string | undefined {
  if (merge !== undefined) return `it is part of the merged cells ${merge}; undo the merge and write each cell`
  if (cell?.kind === 'error') return `it holds the error ${cell.text}; type the text itself`
  return cell?.formula && cell.text === '' ? 'it holds a formula without a result; type the text itself' : undefined
}

/** What a formula gave counts; but whoever reads the file elsewhere may see something else. */
function formulas(rows: readonly RawRow[], { sheet, columns }: Framing): readonly Edit[] {
  const ours = new Set(columns.values())
  return rows.flatMap(({ number, cells }) =>
    [...cells].flatMap(([letter, { formula, kind, text }]) =>
      formula && ours.has(letter) && kind !== 'error' && text !== ''
        ? [
            issue(
              address(sheet, letter, number),
              'it holds a formula; what it last gave was read. Type the text itself',
            ),
          ]
        : [],
    ),
  )
}

/** As spreadsheet programs write it: `Activities!C14`, `'Duties by party'!C14`. */
export function address(sheet: string, letter: string, row?: number): string {
  const name = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`
  return `${name}!${letter}${row ?? ''}`
}
