// The sheet that nobody sees: which column was which when the file was made, and the lists that choices are made from.
import type { WriteSheet } from 'hucre'
import type { Workbook } from '../../core/workbook/workbook.ts'
import { stored } from './cell-text.ts'
import { letterOf } from './table-sheet.ts'

const hiddenName = '_demarc'

const heads = ['Sheet', 'Column', 'Key', 'Title'] as const

export interface HiddenSheet {
  readonly sheet: WriteSheet
  /** where a sheet's choices stand, by the sheet's name and the column's key */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, string>>
}

export function hiddenSheet({ sheets, properties }: Workbook): HiddenSheet {
  // The properties again: some programs drop those of the file when they save it.
  const mapped = [
    ...Object.entries(properties).map(([key, value]) => ['', '', key, value]),
    ...sheets.flatMap(({ name, columns }) =>
      columns.map(({ key, title }, index) => [name, letterOf(index + 1), key, title]),
    ),
  ]
  const choices: (readonly string[])[] = []
  const lists = new Map(
    sheets.map(({ name, columns }) => [
      name,
      new Map(
        columns.flatMap(({ key, choices: words }): [string, string][] => {
          if (words === undefined || words.length === 0) return []
          return [[key, rangeOf(placeOf(words, choices), words.length)]]
        }),
      ),
    ]),
  )
  const height = Math.max(mapped.length, ...choices.map(({ length }) => length))
  const rows = Array.from({ length: height }, (_, row) => [
    ...heads.map((__, column) => stored(mapped[row]?.[column] ?? '')),
    ...choices.map((words) => stored(words[row] ?? '')),
  ])
  const titles = [...heads, ...choices.map((_, index) => `List ${index + 1}`)]
  return { sheet: { name: hiddenName, veryHidden: true, rows: [titles, ...rows] }, lists }
}

/** The same words are one list. */
function placeOf(words: readonly string[], choices: (readonly string[])[]): number {
  const found = choices.findIndex(
    (known) => known.length === words.length && known.every((word, at) => word === words[at]),
  )
  return found < 0 ? choices.push(words) - 1 : found
}

function rangeOf(list: number, length: number): string {
  const letter = letterOf(heads.length + list)
  return `'${hiddenName}'!$${letter}$2:$${letter}$${length + 1}`
}
