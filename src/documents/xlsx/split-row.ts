// A row that is taller than a spreadsheet can draw, as several rows: nothing of it may be out of sight.
import { linesIn } from './measure.ts'
import type { Letters } from './measure.ts'

interface Frame {
  /** characters, of each column */
  readonly widths: readonly number[]
  readonly most: number
  readonly letters: Letters
}

/** Short words stand on each row again, so that a filter or a sort keeps them together. */
export function splitRow(row: readonly string[], frame: Frame): readonly (readonly string[])[] {
  const pieces = row.map((text, column) => piecesOf(text, frame.widths[column]!, frame))
  const height = Math.max(1, ...pieces.map(({ length }) => length))
  if (height === 1) return [row]
  return Array.from({ length: height }, (_, at) =>
    row.map((text, column) => (at > 0 && isShort(text) ? text : (pieces[column]![at] ?? ''))),
  )
}

function isShort(text: string): boolean {
  return text.length <= 60 && !text.includes('\n')
}

/** Between lines only: what stands on one line is one thing. */
function piecesOf(text: string, width: number, { most, letters }: Frame): readonly string[] {
  const pieces: string[] = []
  let piece: string[] = []
  let height = 0
  for (const line of text.split('\n')) {
    const lines = linesIn(line, width, letters)
    if (piece.length > 0 && height + lines > most) {
      pieces.push(piece.join('\n'))
      piece = []
      height = 0
    }
    piece.push(line)
    height += lines
  }
  return [...pieces, piece.join('\n')]
}
