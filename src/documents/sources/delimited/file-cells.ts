// The cells of a delimited file as stretches of its own text, so that only numbers leave the thread that read it.
import { elsewhere, type PackedRows } from '../packed-document.ts'
import { columnLimit, count, type Tally } from '../source-limits.ts'
import { add, newNumbers, numbersIn, type NumberList } from './number-list.ts'

export interface FileCells {
  readonly text: string
  readonly delimiter: string
  readonly tally: Tally
  readonly numbers: NumberList
  readonly ends: NumberList
  readonly columns: NumberList
  readonly starts: NumberList
  readonly lengths: NumberList
  readonly others: string[]
  /** the first record that holds text beyond the last column that is read */
  tooWide: number | undefined
}

export function newFileCells(text: string, delimiter: string, tally: Tally): FileCells {
  const [numbers, ends, columns, starts, lengths] = [
    newNumbers(),
    newNumbers(),
    newNumbers(),
    newNumbers(),
    newNumbers(),
  ]
  return { text, delimiter, tally, numbers, ends, columns, starts, lengths, others: [], tooWide: undefined }
}

export interface FileRecord {
  readonly number: number
  readonly fields: readonly string[]
  /** where it begins in the text */
  readonly start: number
}

const quote = 34
const lost = -1

export function addRecord(cells: FileCells, { number, fields, start }: FileRecord): void {
  const before = cells.columns.length
  let at = start
  for (let column = 0; column < fields.length; column += 1) {
    const field = fields[column]!
    const quoted = at !== lost && cells.text.charCodeAt(at) === quote
    const close = quoted ? closingQuote(cells, field, at) : endOfPlain(field, at)
    if (!isBlank(field)) {
      if (column >= columnLimit) {
        cells.tooWide ??= number
        break
      }
      add(cells.columns, column)
      addText(cells, field, { from: quoted ? at + 1 : at, to: close })
    }
    at = close === lost ? lost : close + (quoted ? 2 : 1)
  }
  if (cells.columns.length > before) endRow(cells, number, cells.columns.length - before)
}

function endOfPlain(field: string, at: number): number {
  return at === lost ? lost : at + field.length
}

/** The stretch between the quotes is the text itself only where no sign in it was doubled. */
function addText(cells: FileCells, field: string, { from, to }: { readonly from: number; readonly to: number }): void {
  if (to === lost || to - from !== field.length) addOther(cells, field)
  else addStretch(cells, from, field.length)
}

/** Lost where the quotes are not as they should be: from there on a record's texts are handed over as they are. */
function closingQuote({ text, delimiter }: FileCells, field: string, at: number): number {
  let close = at + 1 + field.length
  for (let found = field.indexOf('"'); found !== -1; found = field.indexOf('"', found + 1)) close += 1
  if (field.includes('\r')) return lost
  return text.charCodeAt(close) === quote && endsCell(text[close + 1], delimiter) ? close : lost
}

function endsCell(sign: string | undefined, delimiter: string): boolean {
  return sign === delimiter || sign === undefined || sign === '\n' || sign === '\r'
}

function addStretch({ tally, starts, lengths }: FileCells, start: number, length: number): void {
  count(tally, 'characters', length)
  add(starts, start)
  add(lengths, length)
}

function addOther({ tally, starts, lengths, others }: FileCells, field: string): void {
  count(tally, 'characters', field.length)
  add(starts, others.length)
  add(lengths, elsewhere)
  others.push(field.includes('\r') ? field.replaceAll('\r\n', '\n') : field)
}

function endRow({ tally, numbers, ends, columns }: FileCells, number: number, more: number): void {
  count(tally, 'rows', 1)
  count(tally, 'cells', more)
  add(numbers, number)
  add(ends, columns.length)
}

function isBlank(field: string): boolean {
  return field === '' || (field.charCodeAt(0) <= 32 && field.trim() === '')
}

export function packedCells(cells: FileCells): PackedRows {
  return {
    numbers: numbersIn(cells.numbers),
    hidden: [],
    ends: numbersIn(cells.ends),
    columns: Uint8Array.from(numbersIn(cells.columns)),
    kinds: new Uint8Array(cells.columns.length),
    texts: { from: 'file', starts: numbersIn(cells.starts), lengths: numbersIn(cells.lengths), others: cells.others },
  }
}
