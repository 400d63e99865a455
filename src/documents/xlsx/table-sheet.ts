// A table as a sheet of a workbook: a frozen header, a filter, and rows as tall as their text.
import type { Cell, CellStyle, DataValidation, RowDef, WriteSheet } from 'hucre'
import type { Rendition } from '../../core/rendition/rendition.ts'
import { rowIdTitle } from '../../core/workbook/row-id.ts'
import type { Sheet, SheetColumn } from '../../core/workbook/workbook.ts'
import { errorLike, stored } from './cell-text.ts'
import { linesIn } from './measure.ts'
import * as style from './sheet-style.ts'

export interface TableSheet {
  readonly sheet: WriteSheet
  /** the cells of the table, header and hidden column included: A1:M234 */
  readonly range: string
  readonly columns: readonly { readonly letter: string; readonly column: SheetColumn }[]
  /** letter of the last column that every page across repeats */
  readonly repeated: string
  /** rows that would have to be taller than any can be drawn, to show all of their text */
  readonly tooTall: number
}

interface Around {
  readonly title: string
  readonly rendition: Rendition
  /** where the choices of a column stand, by its key: `'_demarc'!$F$2:$F$5` */
  readonly lists?: ReadonlyMap<string, string> | undefined
  /** the look of what nobody changes: tinted in a workbook where other cells may be */
  readonly derived?: CellStyle
}

const noLists: ReadonlyMap<string, string> = new Map()

/** Rows that people add below the table find its choices and colors too. */
const roomBelow = 200

export function tableSheet(table: Sheet, around: Around): TableSheet {
  const { title, rendition, lists = noLists, derived = style.plainCell } = around
  const { name, columns, rows } = table
  const placed = columns.map((column, index) => ({ letter: letterOf(index + 1), column }))
  const last = rows.length + 1
  const range = `A1:${placed.at(-1)?.letter ?? 'A'}${last}`
  const widths = columns.map((column) => widthOf(column, table))
  const looks = columns.map((column) => ({
    header: headerOf(column, table, rendition),
    cell: column.editable ? style.editableCell : derived,
  }))
  const heights = heightsOf(table, widths)
  const pinned = columns.findIndex(({ key }) => key === table.pinned) + 2
  const sheet: WriteSheet = {
    name,
    columns: [
      { width: 14, hidden: true, style: style.derivedCell },
      ...looks.map(({ cell }, index) => ({ width: widths[index]!, style: cell })),
    ],
    rows: [
      [rowIdTitle, ...columns.map((column) => stored(column.title))],
      ...rows.map(({ id, cells }) => [stored(id), ...columns.map(({ key }) => stored(cells[key] ?? ''))]),
    ],
    cells: cellsOf(table, looks),
    rowDefs: new Map(
      heights.map((height, row): [number, RowDef] => [row, { height: Math.min(style.tallestRow, height) }]),
    ),
    freezePane: { rows: 1, columns: pinned },
    autoFilter: { range },
    dataValidations: placed.flatMap(({ letter, column: { key } }) =>
      lists.has(key) ? choice(`${letter}2:${letter}${last + roomBelow}`, lists.get(key)!) : [],
    ),
    conditionalRules: placed.flatMap(({ letter, column: { tone } }) =>
      tone === undefined ? [] : style.toneRules(tone, letter, last + roomBelow),
    ),
    pageSetup: style.pageSetup(table.orientation, sum(widths), rendition),
    headerFooter: style.headerFooter(title, rendition),
  }
  return {
    sheet,
    range,
    columns: placed,
    repeated: letterOf(pinned - 1),
    tooTall: heights.filter((height) => height > style.tallestRow).length,
  }
}

interface Look {
  readonly header: CellStyle
  readonly cell: CellStyle
}

function headerOf({ editable }: SheetColumn, { columns }: Sheet, { branding }: Rendition): CellStyle {
  const beside = !editable && columns.some((other) => other.editable)
  return beside ? style.derivedHeader(branding) : style.headerCell(branding)
}

/** The header's look and its note, and texts that would be taken for a spreadsheet's errors. */
function cellsOf({ columns, rows, note }: Sheet, looks: readonly Look[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>()
  for (const [index, { header }] of looks.entries()) cells.set(`0,${index + 1}`, { style: header })
  const [first] = looks
  if (first) cells.set('0,1', { style: first.header, comment: { author: 'Demarc', text: stored(note) ?? '' } })
  for (const [row, { cells: texts }] of rows.entries()) {
    for (const [index, { key }] of columns.entries()) {
      const text = texts[key] ?? ''
      if (errorLike(text)) cells.set(`${row + 1},${index + 1}`, { richText: [{ text }], style: looks[index]!.cell })
    }
  }
  return cells
}

/** As wide as is said; wider, up to twice, where a text would need a row that is taller than can be drawn. */
function widthOf({ key, width }: SheetColumn, { rows }: Sheet): number {
  let wider = width
  for (const { cells } of rows) {
    const text = cells[key] ?? ''
    while (wider < 2 * width && text.length > wider * 8 && linesIn(text, wider, letters) > style.mostLines) wider += 2
  }
  return wider
}

const letters = { size: style.textSize }

/** Of the header and of each row: spreadsheet programs do not grow rows of a file that they open. */
function heightsOf({ columns, rows }: Sheet, widths: readonly number[]): readonly number[] {
  const header = columns.map(({ title }, index) =>
    linesIn(title, widths[index]! - filterButton, { ...letters, bold: true }),
  )
  return [
    heightOf(header) + 4,
    ...rows.map(({ cells }) =>
      heightOf(columns.map(({ key }, index) => linesIn(cells[key] ?? '', widths[index]!, letters))),
    ),
  ]
}

/** Characters that the button of a filter covers. */
const filterButton = 2.5

function heightOf(lines: readonly number[]): number {
  return Math.max(1, ...lines) * style.lineHeight + style.rowPadding
}

function choice(range: string, list: string): DataValidation {
  return {
    type: 'list',
    range,
    formula1: list,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Not one of the choices',
    errorMessage: 'Choose from the list of this cell.',
  }
}

/** A for 0. */
export function letterOf(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : letterOf((column - rest) / 26 - 1) + letter
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
