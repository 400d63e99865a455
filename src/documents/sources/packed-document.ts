// A source document as it leaves the thread that read it: flat lists, which cross over far faster than a map for each row.
import type { RawCell, RawRow } from '../../core/proposal/raw-workbook.ts'
import { columnLetter } from '../../core/proposal/raw-workbook.ts'
import type { SourceDocument, SourceTable } from '../../core/claims/source-document.ts'

type Frame = Omit<SourceTable, 'rows'>

export interface PackedTable extends Frame {
  readonly packed: PackedRows
}

export interface PackedDocument extends Omit<SourceDocument, 'tables'> {
  readonly tables: readonly PackedTable[]
}

export interface PackedRows {
  readonly numbers: Uint32Array
  /** by the row's place in `numbers` */
  readonly hidden: readonly number[]
  /** where the cells of each row end, among all cells */
  readonly ends: Uint32Array
  readonly columns: Uint8Array
  /** a place in `cellKinds`, and `formulaMark` where a formula gave it */
  readonly kinds: Uint8Array
  readonly texts: PackedTexts
}

/** Each cell's text: as it is, or as a stretch of the file's own text. */
export type PackedTexts =
  | { readonly from: 'texts'; readonly texts: readonly string[] }
  | { readonly from: 'file'; readonly starts: Uint32Array; readonly lengths: Uint32Array; readonly others: string[] }

/** The length of a text that is no stretch of the file: its start is then its place among the others. */
export const elsewhere = 0xffffffff

const cellKinds = ['text', 'number', 'boolean', 'date', 'error'] as const
const formulaMark = 8

const letters = Array.from({ length: 256 }, (_, index) => columnLetter(index))
const places = new Map(letters.map((letter, index) => [letter, index]))

export function packDocument(document: SourceDocument): PackedDocument {
  return { ...document, tables: document.tables.map(packTable) }
}

function packTable({ rows, ...frame }: SourceTable): PackedTable {
  const cells = rows.reduce((sum, row) => sum + row.cells.size, 0)
  const [ends, columns, kinds] = [new Uint32Array(rows.length), new Uint8Array(cells), new Uint8Array(cells)]
  const texts: string[] = []
  for (const [index, row] of rows.entries()) {
    for (const [letter, { text, kind, formula }] of row.cells) {
      columns[texts.length] = places.get(letter)!
      kinds[texts.length] = cellKinds.indexOf(kind) + (formula ? formulaMark : 0)
      texts.push(text)
    }
    ends[index] = texts.length
  }
  return {
    ...frame,
    packed: {
      numbers: Uint32Array.from(rows, ({ number }) => number),
      hidden: rows.flatMap(({ hidden }, index) => (hidden ? [index] : [])),
      ends,
      columns,
      kinds,
      texts: { from: 'texts', texts },
    },
  }
}

/** `fileText` is asked for where cells are stretches of it. */
export function unpackDocument(document: PackedDocument, fileText: () => string): SourceDocument {
  return { ...document, tables: document.tables.map((table) => unpackTable(table, fileText)) }
}

function unpackTable({ packed, ...frame }: PackedTable, fileText: () => string): SourceTable {
  return { ...frame, rows: unpackRows(packed, textsOf(packed.texts, fileText)) }
}

interface LaidRow {
  number: number
  hidden?: true
  /** among the table's rows */
  index: number
  laid: RawRow['cells'] | undefined
  readonly cells: RawRow['cells']
}

/**
 * A row's cells are laid out when they are first asked for: most readers of a long table walk it once. All rows inherit one
 * getter: to make one for each row takes ten times as long.
 */
function unpackRows(packed: PackedRows, textAt: (cell: number) => string): readonly RawRow[] {
  const hidden = new Set(packed.hidden)
  const inherited = {
    get cells(): RawRow['cells'] {
      const row = this as unknown as LaidRow
      return (row.laid ??= cellsOf(packed, row.index, textAt))
    },
  }
  return Array.from(packed.numbers, (number, index) => {
    const row = Object.create(inherited) as LaidRow
    row.number = number
    row.index = index
    row.laid = undefined
    if (hidden.has(index)) row.hidden = true
    return row
  })
}

function textsOf(texts: PackedTexts, fileText: () => string): (cell: number) => string {
  if (texts.from === 'texts') return (cell) => texts.texts[cell]!
  const text = fileText()
  const { starts, lengths, others } = texts
  return (cell) => {
    const start = starts[cell]!
    const length = lengths[cell]!
    return length === elsewhere ? others[start]! : text.slice(start, start + length)
  }
}

function cellsOf(packed: PackedRows, row: number, textAt: (cell: number) => string): RawRow['cells'] {
  const cells = new Map<string, RawCell>()
  const end = packed.ends[row]!
  for (let cell = row === 0 ? 0 : packed.ends[row - 1]!; cell < end; cell += 1) {
    const mark = packed.kinds[cell]!
    const kind = cellKinds[mark % formulaMark]!
    const text = textAt(cell)
    cells.set(letters[packed.columns[cell]!]!, mark < formulaMark ? { text, kind } : { text, kind, formula: true })
  }
  return cells
}
