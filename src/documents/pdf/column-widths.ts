// How a table's columns share the page: by their weights, but none narrower than its longest word where that can be had.
import { textOf } from '../../core/paper/paper.ts'
import type { Block, Column } from '../../core/paper/paper.ts'
import { balanced } from './balance-columns.ts'
import type { Balance } from './balance-columns.ts'
import { longestWord, widthOf } from './wrapping.ts'

export type Table = Extract<Block, { kind: 'table' }>

/** Points. */
export interface Setting {
  readonly room: number
  readonly size: number
  /** left and right of a cell's words together */
  readonly padding: number
}

interface Need {
  /** of most texts on one line */
  readonly usual: number
  readonly least: number
  readonly weight: number
}

/** A word longer than this share of the page is broken rather than given the width that it asks for. */
const longestKept = 0.28

export function columnWidths(table: Table, setting: Setting): readonly number[] {
  const contents = table.columns.map((column, index) => {
    const need = needOf(contentOf(table, column, index), setting)
    return index === 0 ? withRoomToRead(need, table, setting) : need
  })
  const needs = weighed(table.columns, contents)
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least >= setting.room) return needs.map((need) => (need.least * setting.room) / least)
  return balanced({
    widths: shared(needs, setting.room),
    least: needs.map((need) => need.least),
    padding: setting.padding,
    rows: lineWidths(table, setting.size),
  })
}

/** The first column names its row: a word a line is no name, however much the others have to say. */
function withRoomToRead(need: Need, { columns }: Table, { room, padding }: Setting): Need {
  if (columns[0]?.weight !== undefined || columns[0]?.ids) return need
  return { ...need, least: Math.max(need.least, Math.min(need.usual + padding, room / (1.5 * columns.length))) }
}

function lineWidths({ groups }: Table, size: number): Balance['rows'] {
  return groups.flatMap(({ rows }) =>
    rows.map((row) => row.map((cell) => cell.map((line) => widthOf(textOf([line])) * size))),
  )
}

interface Content {
  readonly column: Column
  readonly texts: readonly string[]
}

function contentOf(table: Table, column: Column, index: number): Content {
  const texts = table.groups.flatMap(({ rows }) => rows.map((row) => textOf(row[index] ?? [])))
  return { column, texts }
}

/** How much wider the letters of a head are. */
const bold = 1.1

function needOf({ column, texts }: Content, { room, size, padding }: Setting): Need {
  const longest = texts.reduce((width, text) => Math.max(width, longestWord(text)), bold * longestWord(column.title))
  const natural = texts.map((text) => Math.min(widthOf(text) * size, room)).sort((a, b) => a - b)
  const usual = natural[Math.floor(natural.length * 0.8)] ?? 0
  return {
    usual,
    least: Math.min(longest * size + padding, room * longestKept),
    weight: Math.max(longestWord(column.title) * size, usual, 1) ** 0.6,
  }
}

/** What is not said is weighed by its content, in the measure of what is said; ids take what they need and no more. */
function weighed(columns: readonly Column[], needs: readonly Need[]): readonly Need[] {
  const said = columns.map(({ weight }, index) => ({ weight, content: needs[index]?.weight ?? 0 }))
  const known = said.filter(({ weight }) => weight !== undefined)
  const content = known.reduce((sum, one) => sum + one.content, 0)
  const measure = content === 0 ? 1 : known.reduce((sum, { weight = 0 }) => sum + weight, 0) / content
  return needs.map((need, index) => {
    const { ids, weight } = columns[index] ?? {}
    return { ...need, weight: ids && weight === undefined ? 0 : (weight ?? need.weight * measure) }
  })
}

function shared(needs: readonly Need[], room: number): readonly number[] {
  const least = new Set<Need>()
  for (;;) {
    const open = needs.filter((need) => !least.has(need))
    const free = needs.reduce((left, need) => (least.has(need) ? left - need.least : left), room)
    const unit = free / (open.reduce((sum, { weight }) => sum + weight, 0) || 1)
    const narrow = open.filter((need) => need.weight * unit < need.least)
    for (const need of narrow) least.add(need)
    if (narrow.length > 0) continue
    return filling(
      needs.map((need) => (least.has(need) ? need.least : need.weight * unit)),
      room,
    )
  }
}

/** Where none would grow by itself, all do. */
function filling(widths: readonly number[], room: number): readonly number[] {
  const taken = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => (width * room) / taken)
}
