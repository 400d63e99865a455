// How wide the columns of a table are: by the weights that the paper gives, else so that the table comes out short.
import { textOf } from '../../core/paper/paper.ts'
import type { Column, RowGroup } from '../../core/paper/paper.ts'
import { isDense, typeSizes } from './type-sizes.ts'

export interface Measured {
  readonly columns: readonly Pick<Column, 'title' | 'weight' | 'ids'>[]
  readonly groups: readonly RowGroup[]
}

/**
 * Each column's part of the width, where so many letters stand side by side; together they are 1.
 * Columns with a weight share out what their content would take, and none breaks its words for it.
 */
export function columnShares({ columns, groups }: Measured, across: number): readonly number[] {
  const least = columns.map((column, index) => {
    const word = longestWord(column, groups, index)
    return index === 0 ? Math.max(word, roomToRead({ columns, groups }, across)) : word
  })
  const floor = least.map((word) => word / Math.max(across, sum(least)))
  const weights = sum(columns.map(({ weight = 0 }) => weight))
  const shares = columns.every(({ weight }) => weight !== undefined)
    ? portions(columns.map(() => 1))
    : shortest(
        lettersIn({ columns, groups }).map((row) => row.map((letters) => letters / across)),
        floor,
      )
  const held = sum(shares.filter((_, index) => columns[index]?.weight !== undefined))
  const weighed = columns.map(({ weight }, index) =>
    weight === undefined ? shares[index]! : (weight / weights) * held,
  )
  return atLeast(portions(weighed), floor)
}

/** The first column names its row: a word a line is no name, however much the others have to say. */
function roomToRead({ columns, groups }: Measured, across: number): number {
  if (columns[0]?.weight !== undefined || columns[0]?.ids) return 0
  const lengths = groups.flatMap(({ rows }) => rows.map(([cell = []]) => textOf(cell).length)).toSorted((a, b) => a - b)
  return Math.min((lengths[Math.floor(lengths.length * 0.8)] ?? 0) + 3, across / (1.5 * columns.length))
}

/** A letter's usual width, as a part of its size. */
const letter = 0.49

/** The same in whole twips that add up to the width. */
export function columnWidths(table: Measured, width: number): readonly number[] {
  const { size } = isDense(table.columns) ? typeSizes.dense : typeSizes.cell
  const across = width / (size * 10 * letter)
  let before = 0
  let passed = 0
  return columnShares(table, across).map((share) => {
    passed += share
    const edge = Math.round(passed * width)
    const own = edge - before
    before = edge
    return own
  })
}

/** Rows that are weighed; the others are like them. */
const enough = 400
const rounds = 24

function lettersIn({ columns, groups }: Measured): readonly (readonly number[])[] {
  const rows = groups.flatMap((group) => group.rows)
  const step = Math.max(1, Math.ceil(rows.length / enough))
  const some = rows.filter((_, index) => index % step === 0)
  return [
    columns.map(({ title }) => title.length),
    ...some.map((row) => columns.map((_, index) => textOf(row[index] ?? []).length)),
  ]
}

/** The highest cell of a row counts most, the next ones less: a plain maximum would swing between two columns. */
const sharpness = 4

/** So that a column in which nothing stands still has a width. */
const trace = 1e-3

/** A row is as high as its highest cell: a column widens by the height that it causes, until no other share is shorter. */
function shortest(rows: readonly (readonly number[])[], floor: readonly number[]): readonly number[] {
  let shares = atLeast(portions(floor.map(() => 1)), floor)
  for (let round = 0; round < rounds; round += 1) {
    const caused = floor.map(() => trace)
    for (const row of rows) {
      const heights = row.map((letters, index) => letters / shares[index]!)
      const height = Math.max(1, ...heights)
      heights.forEach((own, index) => (caused[index]! += height * (own / height) ** sharpness))
    }
    const total = Math.max(sum(caused), 1)
    shares = atLeast(portions(shares.map((share, index) => Math.sqrt((share * caused[index]!) / total))), floor)
  }
  return shares
}

/** Letters of a word that stay on one line; identifiers, which hold figures, are given more. */
const unbroken = { word: 13, identifier: 22, id: 40 } as const

/** Letters that stand on one line however narrow the column is; a little more for bold type and for the cell's padding. */
function longestWord({ title, ids }: Measured['columns'][number], groups: readonly RowGroup[], index: number): number {
  let longest = 1.12 * lengthOfWords(title)
  for (const { rows } of groups)
    for (const row of rows) longest = Math.max(longest, lengthOfWords(textOf(row[index] ?? []), ids))
  return longest + 3
}

function lengthOfWords(text: string, ids?: true): number {
  let longest = 0
  for (const word of text.split(/\s+/u))
    if (word.length > longest)
      longest = Math.max(
        longest,
        Math.min(word.length, ids ? unbroken.id : /\d/u.test(word) ? unbroken.identifier : unbroken.word),
      )
  return longest
}

/** No column below its floor; the others give what they have over theirs. */
function atLeast(shares: readonly number[], floor: readonly number[]): readonly number[] {
  const short = sum(shares.map((share, index) => Math.max(0, floor[index]! - share)))
  const over = sum(shares.map((share, index) => Math.max(0, share - floor[index]!)))
  if (short === 0 || over === 0) return shares
  const kept = Math.max(0, 1 - short / over)
  return portions(shares.map((share, index) => floor[index]! + Math.max(0, share - floor[index]!) * kept))
}

function portions(numbers: readonly number[]): readonly number[] {
  const total = sum(numbers)
  return numbers.map((number) => number / total)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
