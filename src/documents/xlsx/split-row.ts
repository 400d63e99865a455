// A row with a text that no cell holds, as several rows: a spreadsheet keeps 32,767 characters in a cell and no more.
import { excelCellLimit } from './cell-text.ts'

export interface Kept {
  /** the column by which a row is known; further rows say there that they continue it */
  readonly id: number
  /** what stands on each of its rows again, so that they stay together in a filter */
  readonly again: readonly number[]
}

/** One row an id; what is left over goes on below, where every short cell is empty, so that nothing is counted twice. */
export function splitRow(row: readonly string[], { id, again }: Kept): readonly (readonly string[])[] {
  const pieces = row.map((text) => piecesOf(text.toWellFormed()))
  const rows = Math.max(1, ...pieces.map(({ length }) => length))
  if (rows === 1) return [row]
  return Array.from({ length: rows }, (_, at) =>
    row.map((text, column) => {
      if (at > 0 && column === id) return `${text} (continued)`
      if (at > 0 && again.includes(column)) return text
      return pieces[column]![at] ?? ''
    }),
  )
}

/** Between lines, else between words, else wherever a character ends. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > excelCellLimit) {
    const room = rest.slice(0, excelCellLimit + 1)
    const end = [room.lastIndexOf('\n'), room.lastIndexOf(' ')].find((at) => at > 0)
    if (end === undefined) {
      const whole = room.slice(0, -1).replace(/[\ud800-\udbff]$/, '')
      pieces.push(whole)
      rest = rest.slice(whole.length)
    } else {
      pieces.push(rest.slice(0, end))
      rest = rest.slice(end + 1)
    }
  }
  return [...pieces, rest]
}
