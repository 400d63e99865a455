// Which sign stands between the cells of a delimited file: the one that gives most records the same number of cells.
import Papa from 'papaparse'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

export interface DelimiterGuess {
  readonly delimiter: Delimiter
  /** of the records that hold text: those that have as many cells as most have, and two at least */
  readonly share: number
  /** how many cells most have */
  readonly cells: number
  readonly records: number
}

const headLength = 65_536
const nothing: Omit<DelimiterGuess, 'delimiter'> = { share: 0, cells: 1, records: 0 }

/** The first comes out where none separates anything. */
export function guessDelimiter(text: string, first: Delimiter = ','): DelimiterGuess {
  const head = beginning(text)
  const guesses = [first, ...delimiters.filter((one) => one !== first)].map((delimiter) => guess(head, delimiter))
  return guesses.reduce((best, one) => (isBetter(one, best) ? one : best))
}

function isBetter(one: DelimiterGuess, best: DelimiterGuess): boolean {
  return one.share > best.share || (one.share === best.share && one.cells > best.cells)
}

/** Whole lines, where the text has any that are not too long. */
function beginning(text: string): string {
  if (text.length <= headLength) return text
  const end = text.lastIndexOf('\n', headLength)
  return text.slice(0, end > 0 ? end : headLength)
}

function guess(head: string, delimiter: Delimiter): DelimiterGuess {
  if (!head.includes(delimiter)) return { ...nothing, delimiter }
  const { data } = Papa.parse<readonly string[]>(head, { delimiter, skipEmptyLines: 'greedy' })
  const byCells = new Map<number, number>()
  for (const { length } of data) byCells.set(length, (byCells.get(length) ?? 0) + 1)
  const [cells, records] = [...byCells]
    .filter(([one]) => one > 1)
    .reduce((most, one) => (one[1] > most[1] ? one : most), [1, 0])
  return { delimiter, share: data.length === 0 ? 0 : records / data.length, cells, records: data.length }
}
