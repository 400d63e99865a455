// The letters of one row with whose they are: "Blackwatch SOC: R; MSP: A; Customer: I".
import { markIn } from './marks.ts'
import { letterHeading } from './raci.ts'
import type { Cell } from './row-cells.ts'

export function lettersText(cells: readonly Cell[]): string {
  const letters = Map.groupBy(cells.flatMap(letterOf), ({ whose }) => whose)
  return [...letters].map(([whose, own]) => `${whose}: ${own.map(({ letter }) => letter).join(', ')}`).join('; ')
}

interface Letter {
  readonly whose: string
  readonly letter: string
}

/** In a column for one letter, a mark stands for that letter. */
function letterOf({ column, cell }: Cell): readonly Letter[] {
  const headings = column.heading.split(' › ')
  const own = headings.length > 1 ? letterHeading(headings.at(-1)!) : undefined
  const mark = own === undefined ? undefined : markIn(cell.text)
  if (mark === 'unmarked') return []
  const whose = headings.at(own === undefined ? -1 : -2)!.trim()
  return [{ whose: column.name ?? whose, letter: mark === 'marked' ? own! : cell.text.trim() }]
}
