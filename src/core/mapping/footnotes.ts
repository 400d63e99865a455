// Footnotes: a mark behind a cell's words that leads to a line of the document, which may take back what the cell says.
import type { SourceDocument } from '../claims/source-document.ts'
import { brief } from '../brief.ts'
import type { Issue } from '../issue.ts'
import { place } from './grid.ts'
import type { Grid } from './grid.ts'
import { allocating } from './mapping.ts'
import type { ColumnMapping } from './mapping.ts'
import type { Verdict } from './verdict.ts'

/** What a note says, by its mark: `1`, `*`, `†`. */
export type Footnotes = ReadonlyMap<string, string>

const mark = /(?:\*{1,4}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|†{1,3}|‡{1,3}|\(\d{1,2}\)|\[\d{1,2}\])/u
const behind = new RegExp(`\\p{L}[\\p{L}).]*\\s*(${mark.source})$`, 'u')
const note = new RegExp(`^(${mark.source}|\\d{1,2}[.)])\\s*(\\p{L}.{3,})$`, 'su')
const longest = 600

/** A line that may be a note: for readers of running text to keep. */
export function mayNote(line: string): boolean {
  return line.length <= longest && note.test(line)
}

/** Lines of running text, and what stands alone in a row of a sheet. A mark with two notes leads to both. */
export function footnotesIn({ tables, texts = [] }: Pick<SourceDocument, 'tables' | 'texts'>): Footnotes {
  const alone = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => (cells.size === 1 ? [...cells.values()].map(({ text }) => text) : [])),
  )
  const notes = [...texts, ...alone.flatMap((text) => text.split('\n'))].flatMap((line) => {
    const [, sign, words] = line.length > longest ? [] : (note.exec(line.trim()) ?? [])
    return sign === undefined || words === undefined ? [] : [[keyOf(sign), words.trim()] as const]
  })
  const byMark = Map.groupBy(notes, ([sign]) => sign)
  return new Map([...byMark].map(([sign, own]) => [sign, [...new Set(own.map(([, words]) => words))].join(' / ')]))
}

/** ¹, (1), [1] and 1. are one mark. */
function keyOf(sign: string): string {
  const digits = sign.normalize('NFKC').replaceAll(/\D/g, '')
  return digits === '' ? sign : digits
}

interface RowOf {
  readonly grid: Grid
  readonly columns: readonly ColumnMapping[]
  readonly notes: Footnotes
}

/** A verdict from a cell with a note stays open: a person must read the note. */
export function qualified(verdict: Verdict, row: number, { grid, columns, notes }: RowOf): Verdict {
  if (notes.size === 0 || verdict.ownership === 'unclear') return verdict
  const issues = marksOf(row, { grid, columns }).flatMap(({ at, sign }): readonly Issue[] => {
    const words = notes.get(keyOf(sign))
    if (words === undefined) return []
    return [
      { at, message: `its note ${sign} says “${brief(words, 200)}”: read it and decide, for the row stays unclear` },
    ]
  })
  return issues.length === 0 ? verdict : { ...verdict, ownership: 'unclear', issues: [...verdict.issues, ...issues] }
}

/** Marks whose notes stand nowhere in what was read, each once. */
export function missingNotes(rows: readonly number[], { grid, columns, notes }: RowOf): readonly Issue[] {
  const missing = rows.flatMap((row) => marksOf(row, { grid, columns })).filter(({ sign }) => !notes.has(keyOf(sign)))
  return [...Map.groupBy(missing, ({ sign }) => sign)].map(([sign, [first]]) => ({
    at: place(grid.table, first!.at),
    message: `the mark ${sign} leads to a note that was not found in this document: ask for it, for it may change what the cell says`,
  }))
}

/** Longer text has its brackets in running text. */
const longestMarked = 120

function marksOf(row: number, { grid, columns }: Omit<RowOf, 'notes'>) {
  return columns
    .filter(({ is }) => allocating.has(is))
    .flatMap(({ column }) => {
      const cell = grid.cell(row, column)
      const [, sign] = (cell && cell.text.length <= longestMarked && behind.exec(cell.text.trim())) || []
      return cell === undefined || sign === undefined ? [] : [{ at: cell.at, sign }]
    })
}
