// The cells of a delimited file as stretches of its own text, so that only numbers leave the thread that read it.
import { elsewhere, type PackedRows } from '../packed-document.ts'
import { columnLimit, count, type Tally } from '../source-limits.ts'
import { add, newNumbers, numbersIn, type NumberList } from './number-list.ts'
import type { RecordScan } from './records.ts'

export interface FileCells {
  readonly tally: Tally
  readonly numbers: NumberList
  readonly ends: NumberList
  readonly columns: NumberList
  readonly starts: NumberList
  readonly lengths: NumberList
  readonly others: string[]
  /** of the record that is open: its number, and what was taken of it */
  record: number
  cells: number
  characters: number
  /** the first record that holds text beyond the last column that is read */
  tooWide: number | undefined
}

export function newFileCells(tally: Tally): FileCells {
  return {
    tally,
    numbers: newNumbers(),
    ends: newNumbers(),
    columns: newNumbers(),
    starts: newNumbers(),
    lengths: newNumbers(),
    others: [],
    record: 1,
    cells: 0,
    characters: 0,
    tooWide: undefined,
  }
}

/** Takes the cell that was scanned last. */
export function addCell(cells: FileCells, column: number, scan: RecordScan): void {
  if (isBlank(scan)) return
  if (column >= columnLimit) {
    cells.tooWide ??= cells.record
    return
  }
  add(cells.columns, column)
  cells.cells += 1
  if (scan.quoted && isOther(scan)) addOther(cells, scan)
  else addStretch(cells, scan)
}

export function endRecord(cells: FileCells): void {
  if (cells.cells > 0) {
    count(cells.tally, 'characters', cells.characters)
    count(cells.tally, 'rows', 1)
    count(cells.tally, 'cells', cells.cells)
    add(cells.numbers, cells.record)
    add(cells.ends, cells.columns.length)
  }
  cells.record += 1
  cells.cells = 0
  cells.characters = 0
}

function isBlank({ text, from, to }: RecordScan): boolean {
  return from === to || (text.charCodeAt(from) <= 32 && text.slice(from, to).trim() === '')
}

/** Its text is not as it stands in the file. */
function isOther({ text, lineEnd, from, to, doubled }: RecordScan): boolean {
  return doubled || (lineEnd.length > 1 && text.slice(from, to).includes('\r'))
}

function addStretch(cells: FileCells, { from, to }: RecordScan): void {
  cells.characters += to - from
  add(cells.starts, from)
  add(cells.lengths, to - from)
}

function addOther(cells: FileCells, { text, from, to, doubled }: RecordScan): void {
  const written = text.slice(from, to)
  const field = doubled ? written.replaceAll('""', '"') : written
  cells.characters += field.length
  add(cells.starts, cells.others.length)
  add(cells.lengths, elsewhere)
  cells.others.push(field.replaceAll('\r\n', '\n'))
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
