// A row of a sheet that came back, its cells found by column; each with its address, its text, and what is wrong with it.
import { cleaned } from './cell-text.ts'
import type { RawCell, RawRow } from './raw-workbook.ts'

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

export interface Framing {
  readonly sheet: string
  readonly columns: ReadonlyMap<string, string>
  readonly merged: (letter: string, row: number) => string | undefined
}

export function framedRow(raw: RawRow, { sheet, columns, merged }: Framing): FramedRow {
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
  return cell === undefined ? undefined : faultOfValue(cell)
}

const values = {
  number: 'a number',
  date: 'a date',
  boolean: 'true or false',
  error: 'an error',
  text: 'text',
} as const

/** Programs show a number or a date otherwise than they keep it: 95% is kept as 0.95. */
export function faultOfValue({ kind, text, formula }: RawCell): string | undefined {
  if (kind === 'error') return `it holds the error ${text}; type the text itself`
  if (formula && text === '') return 'it holds a formula without a result; type the text itself'
  if (kind === 'text') return undefined
  return `it holds ${values[kind]}, kept as ${text}, and no text; type an apostrophe before it, or give the cell the format "Text" and type it again`
}

/** As spreadsheet programs write it: `Activities!C14`, `'Duties by party'!C14`. */
export function address(sheet: string, letter: string, row?: number): string {
  const name = /^\w+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`
  return `${name}!${letter}${row ?? ''}`
}
