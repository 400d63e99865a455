// A workbook as somebody's file holds it: texts by row number and column letter, before anything is made of them.

export interface RawCell {
  /** as a reader of the sheet takes it: a number's digits, a day as 2026-11-23, the cached result of a formula */
  readonly text: string
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'error'
  readonly formula?: true
  /** some of its text is struck through */
  readonly struck?: true
  /** what of it is not struck through, where that can be told apart */
  readonly standing?: string
}

/** What somebody pinned to a cell. */
export interface RawComment {
  readonly letter: string
  readonly row: number
  readonly text: string
}

export interface RawRow {
  /** as the program shows it, from 1 */
  readonly number: number
  /** by column letter; cells without text are left out */
  readonly cells: ReadonlyMap<string, RawCell>
  readonly hidden?: true
}

export interface RawSheet {
  readonly name: string
  readonly hidden?: true
  /** rows without any text are left out */
  readonly rows: readonly RawRow[]
  readonly hiddenColumns: readonly string[]
  /** a filter lies over it, which may hide rows */
  readonly filtered?: true
  /** `A1:C3`; the text stands in the first cell */
  readonly merges: readonly string[]
  readonly comments?: readonly RawComment[]
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[]
  /** the file's custom properties */
  readonly properties: Readonly<Record<string, string>>
}

/** The letters over a column, from 0: A, Z, AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}
