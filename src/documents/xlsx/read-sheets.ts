// Sheets as hucre parses them, made into texts by row and column letter, and refused where they outgrow what anybody reads.
import type { Cell, CellValue, Sheet, Workbook } from 'hucre/xlsx'
import type { Read } from '../../core/matrix-document.ts'
import { columnLetter } from '../../core/proposal/raw-workbook.ts'
import type { RawCell, RawComment, RawRow, RawSheet, RawWorkbook } from '../../core/proposal/raw-workbook.ts'
import { standingText, struckOut } from '../struck-text.ts'

export const rowLimit = 100_000
const columnLimit = 200
const cellLimit = 500_000
const characterLimit = 20_000_000
const mergeLimit = 20_000

interface Tally {
  cells: number
  characters: number
}

/** Counts as it goes, so that what is refused never stands in memory twice. */
export function rawWorkbook({ sheets, properties }: Workbook): Read<RawWorkbook> {
  const tally: Tally = { cells: 0, characters: 0 }
  const raw: RawSheet[] = []
  if (sheets.length === 0)
    return refuse('the file', 'it has no sheet; open it in Excel or LibreOffice and see what is in it')
  for (const sheet of sheets) {
    if (raw.some(({ name }) => name === sheet.name))
      return refuse('the file', `two of its sheets are named ${sheet.name}`)
    const read = rawSheet(sheet, tally)
    if (typeof read === 'string') return refuse(`the sheet ${sheet.name}`, read)
    raw.push(read)
  }
  return { ok: true, value: { sheets: raw, properties: custom(properties?.custom ?? {}) } }
}

function refuse(at: string, message: string): Read<never> {
  return { ok: false, issues: [{ at, message }] }
}

function rawSheet(sheet: Sheet, tally: Tally): RawSheet | string {
  const merges = sheet.merges ?? []
  if (merges.length > mergeLimit)
    return `it has more than ${mergeLimit} merged cells; undo the merges and save it again`
  const rows = rawRows(sheet, tally)
  if (typeof rows === 'string') return rows
  const comments = commentsOn(sheet, tally)
  if (typeof comments === 'string') return comments
  return {
    name: sheet.name,
    ...((sheet.hidden || sheet.veryHidden) && { hidden: true as const }),
    rows,
    hiddenColumns: hiddenColumns(sheet),
    ...(sheet.autoFilter && { filtered: true as const }),
    merges: merges.map(
      ({ startRow, startCol, endRow, endCol }) =>
        `${columnLetter(startCol)}${startRow + 1}:${columnLetter(endCol)}${endRow + 1}`,
    ),
    ...(comments.length > 0 && { comments }),
  }
}

function rawRows(sheet: Sheet, tally: Tally): readonly RawRow[] | string {
  const rows: RawRow[] = []
  for (const [index, values] of sheet.rows.entries()) {
    const cells = rawCells(values, (column) => sheet.cells?.get(`${index},${column}`))
    if (typeof cells === 'string') return cells
    if (cells.size === 0) continue
    if (index >= rowLimit) return `it has more than ${rowLimit} rows; delete the rows that do not matter, or split it`
    const over = count(cells, tally)
    if (over !== undefined) return over
    rows.push({ number: index + 1, cells, ...(sheet.rowDefs?.get(index)?.hidden && { hidden: true as const }) })
  }
  return rows
}

function rawCells(
  values: readonly CellValue[] | undefined,
  detail: (column: number) => Cell | undefined,
): ReadonlyMap<string, RawCell> | string {
  const cells = new Map<string, RawCell>()
  for (const [column, value] of (values ?? []).entries()) {
    const cell = rawCell(value, detail(column))
    if (cell === undefined) continue
    if (column >= columnLimit)
      return `it has more than ${columnLimit} columns with text; delete the columns that do not matter`
    cells.set(columnLetter(column), cell)
  }
  return cells
}

function rawCell(value: CellValue, detail: Cell | undefined): RawCell | undefined {
  const formula = detail !== undefined && isFormula(detail)
  const shown = value ?? detail?.formulaResult ?? null
  const text = sayValue(shown)
  if (text === '' && !formula) return undefined
  return {
    text,
    kind: detail?.type === 'error' ? 'error' : kindOf(shown),
    ...(formula && { formula: true as const }),
    ...(detail !== undefined && isStruck(detail) && struckIn(detail)),
  }
}

function isFormula({ formula, type }: Cell): boolean {
  return formula !== undefined || type === 'formula'
}

function isStruck({ style, richText = [] }: Cell): boolean {
  return (
    style?.font?.strikethrough === true ||
    richText.some(({ text, font }) => font?.strikethrough === true && text.trim() !== '')
  )
}

function struckIn({ style, richText = [] }: Cell): Pick<RawCell, 'struck' | 'standing'> {
  // A run that has a font of its own does not take over the cell's.
  const whole = style?.font?.strikethrough === true
  const pieces = richText.map(({ text, font }) =>
    (font === undefined ? whole : font.strikethrough === true) ? struckOut(text) : text,
  )
  const standing = standingText(pieces.join(''))
  return { struck: true, ...(standing !== undefined && { standing }) }
}

/** Where they are pinned, whether or not the cell holds anything. */
function commentsOn({ cells }: Sheet, tally: Tally): readonly RawComment[] | string {
  const comments: RawComment[] = []
  for (const [place, { comment }] of cells ?? []) {
    if (comment === undefined) continue
    const [row = 0, column = 0] = place.split(',').map(Number)
    const letter = columnLetter(column)
    const over = count(new Map([[letter, { text: comment.text, kind: 'text' }]]), tally)
    if (over !== undefined) return over
    comments.push({ letter, row: row + 1, text: comment.text })
  }
  return comments
}

function sayValue(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return sayMoment(value)
  return String(value)
}

/** Spreadsheets know no time zone: what they show is what the parser gives as UTC. */
function sayMoment(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return ''
  const [day = '', time = ''] = moment.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}

function kindOf(value: CellValue): RawCell['kind'] {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return value instanceof Date ? 'date' : 'text'
}

/** What is too much, or undefined. */
function count(cells: ReadonlyMap<string, RawCell>, tally: Tally): string | undefined {
  tally.cells += cells.size
  for (const { text } of cells.values()) tally.characters += text.length
  if (tally.cells <= cellLimit && tally.characters <= characterLimit) return undefined
  return `with it, the workbook holds more than ${cellLimit} cells or ${characterLimit} characters; keep only the sheets that matter`
}

function hiddenColumns({ columns = [] }: Sheet): readonly string[] {
  return columns.slice(0, columnLimit).flatMap(({ hidden }, index) => (hidden ? [columnLetter(index)] : []))
}

function custom(
  properties: Readonly<Record<string, string | number | boolean | Date>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, sayValue(value)]))
}
