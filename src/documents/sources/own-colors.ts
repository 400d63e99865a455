// Which cells without words have a color of their own, out of the colors of a table's cells.
import type { SourceTable } from '../../core/claims/source-document.ts'
import { columnLetter } from '../../core/proposal/raw-workbook.ts'
import type { RawRow } from '../../core/proposal/raw-workbook.ts'
import { columnLimit } from './source-limits.ts'

/** By row number, then by column from 0; cells without color, and white ones, are left out. */
export type Fills = ReadonlyMap<number, ReadonlyMap<number, string>>

/** As if there were none: nobody marks so many, and a list of them fills the memory. */
const most = 100_000

/** The color of words in the row is its banding; that of most words of the column, its shading. */
export function ownColors(rows: readonly RawRow[], fills: Fills): Pick<SourceTable, 'colored'> {
  const colored = new Map<string, string>()
  const shading = shadingOf(rows, fills)
  for (const { number, cells } of rows) {
    const row = fills.get(number)
    if (row === undefined) continue
    const isWords = (column: number): boolean => (cells.get(columnLetter(column))?.text.trim() ?? '') !== ''
    const banding = new Set([...row].filter(([column]) => isWords(column)).map(([, fill]) => fill))
    for (const [column, fill] of row)
      if (column < columnLimit && !isWords(column) && !banding.has(fill) && shading.get(column) !== fill)
        colored.set(`${columnLetter(column)}${number}`, fill)
  }
  return colored.size === 0 || colored.size > most ? {} : { colored }
}

/** The color that at least half of the words of a column stand on. */
function shadingOf(rows: readonly RawRow[], fills: Fills): ReadonlyMap<number, string> {
  const words = new Map<string, number>()
  const counts = new Map<number, Map<string, number>>()
  for (const { number, cells } of rows) {
    for (const letter of cells.keys()) words.set(letter, (words.get(letter) ?? 0) + 1)
    for (const [column, fill] of fills.get(number) ?? []) {
      if (!cells.has(columnLetter(column))) continue
      const count = counts.get(column) ?? new Map<string, number>()
      counts.set(column, count.set(fill, (count.get(fill) ?? 0) + 1))
    }
  }
  return new Map(
    [...counts].flatMap(([column, count]) => {
      const all = words.get(columnLetter(column)) ?? 0
      const found = [...count].find(([, times]) => all > 1 && times * 2 >= all)
      return found === undefined ? [] : [[column, found[0]] as const]
    }),
  )
}
