// Which cells without words have a color of their own, out of the colors of a table's cells.
import type { SourceTable } from '../../core/claims/source-document.ts'
import type { RawRow } from '../../core/proposal/raw-workbook.ts'

/** By row number, then by column letter; cells without color, and white ones, are left out. */
export type Fills = ReadonlyMap<number, ReadonlyMap<string, string>>

/** As if there were none: nobody marks so many, and a list of them fills the memory. */
const most = 100_000

/** The color of words in the row is its banding; that of most words of the column, its shading. */
export function ownColors(rows: readonly RawRow[], fills: Fills): Pick<SourceTable, 'colored'> {
  if (fills.size === 0) return {}
  const found = rows.flatMap((row) =>
    unlikeWords(row, fills.get(row.number)).map(([letter, fill]) => ({ letter, fill, at: `${letter}${row.number}` })),
  )
  const shading = new Map(
    [...new Set(found.map(({ letter }) => letter))].map((each) => [each, shadingOf(each, rows, fills)]),
  )
  const own = found.filter(({ letter, fill }) => shading.get(letter) !== fill)
  return own.length === 0 || own.length > most ? {} : { colored: new Map(own.map(({ at, fill }) => [at, fill])) }
}

type Filled = readonly (readonly [letter: string, fill: string])[]

function unlikeWords({ cells }: RawRow, fills: ReadonlyMap<string, string> = new Map()): Filled {
  const isWords = (letter: string): boolean => (cells.get(letter)?.text.trim() ?? '') !== ''
  const all = [...fills]
  const empty = all.filter(([letter]) => !isWords(letter))
  if (empty.length === 0 || empty.length === all.length) return empty
  const banding = new Set(all.filter(([letter]) => isWords(letter)).map(([, fill]) => fill))
  return empty.filter(([, fill]) => !banding.has(fill))
}

/** The color that at least half of the words of a column stand on. */
function shadingOf(letter: string, rows: readonly RawRow[], fills: Fills): string | undefined {
  const counts = new Map<string, number>()
  const words = rows.filter(({ cells }) => cells.has(letter))
  for (const { number } of words) {
    const fill = fills.get(number)?.get(letter)
    if (fill !== undefined) counts.set(fill, (counts.get(fill) ?? 0) + 1)
  }
  return [...counts].find(([, times]) => words.length > 1 && times * 2 >= words.length)?.[0]
}
