// A sheet that came back, laid over the sheet that went out: rows found by id and columns by title, wherever they were moved.
import { brief } from '../brief.ts'
import { sayList } from '../naming.ts'
import { rowIdTitle } from '../workbook/row-id.ts'
import type { Sheet } from '../workbook/workbook.ts'
import { plain } from './cell-text.ts'
import { issue } from './edit.ts'
import type { Edit } from './edit.ts'
import { address, faultOfValue } from './framed-row.ts'
import type { Framing } from './framed-row.ts'
import { mergeOver } from './merges.ts'
import { placeRows } from './place-rows.ts'
import type { PlacedRows } from './place-rows.ts'
import type { RawRow, RawSheet } from './raw-workbook.ts'

export interface Frame extends PlacedRows {
  readonly sheet: Sheet
}

/** Undefined with an issue where it cannot be told which row is which: then nothing on it counts as changed. */
export function frameOf(
  sheet: Sheet,
  raw: RawSheet,
  held: (text: string) => string,
): Frame | { readonly problems: readonly Edit[] } {
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
  const framing = { sheet: sheet.name, columns: columns.letters, merged: mergeOver(raw.merges) }
  const placed = placeRows(sheet, rows, { framing, id: header.id, held })
  return {
    sheet,
    ...placed,
    problems: [
      ...columns.problems,
      ...cellsAbove(sheet, raw, header),
      ...strayCells(sheet, [header.row, ...rows], columns.strange),
      ...placed.problems,
      ...formulas(rows, framing),
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

/** Rows that somebody wrote over the titles. */
function cellsAbove(sheet: Sheet, { rows }: RawSheet, { row: { number } }: Header): readonly Edit[] {
  const above = rows.filter((row) => row.number < number)
  const places = above.flatMap(({ cells, number: row }) =>
    [...cells].flatMap(([letter, { text }]) => (plain(text) === '' ? [] : [`${letter}${row}`])),
  )
  return outside(sheet, places, 'above the row of column titles')
}

function strayCells(
  sheet: Sheet,
  [header, ...rows]: readonly [RawRow, ...RawRow[]],
  strange: ReadonlyMap<string, string>,
): readonly Edit[] {
  return [...strange].flatMap(([letter, title]) => {
    const filled = rows.filter(({ cells }) => plain(cells.get(letter)?.text ?? '') !== '')
    const where =
      title === '' || filled.length === 0
        ? 'in a column without a title'
        : `in the column "${brief(title)}", which is none of this sheet's or stands there twice`
    const places = [...(filled.length === 0 && title !== '' ? [header] : []), ...filled]
    return outside(
      sheet,
      places.map(({ number }) => `${letter}${number}`),
      where,
    )
  })
}

/** Text outside the table, told by the addresses of its cells. */
function outside(sheet: Sheet, places: readonly string[], where: string): readonly Edit[] {
  const [first] = places
  if (first === undefined) return []
  const [, letter = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(first)!
  const message =
    places.length === 1
      ? `this cell stands ${where}, and was not taken. Move it into a column of the sheet`
      : `${places.length} cells stand ${where} (${sayList(places)}), and were not taken. Move them into a column of the sheet`
  return [issue(address(sheet.name, letter, Number(number)), message)]
}

/** What a formula gave counts; but whoever reads the file elsewhere may see something else. */
function formulas(rows: readonly RawRow[], { sheet, columns }: Framing): readonly Edit[] {
  const ours = new Set(columns.values())
  return rows.flatMap(({ number, cells }) =>
    [...cells].flatMap(([letter, cell]) =>
      cell.formula && ours.has(letter) && faultOfValue(cell) === undefined
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
