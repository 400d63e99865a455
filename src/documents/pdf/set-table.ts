// A table as the typesetter takes it: widths in points, words that break where they must, and the tone of each cell.
import { textOf } from '../../core/paper/paper.ts'
import type { Cell, Column } from '../../core/paper/paper.ts'
import { toneOf } from '../tone.ts'
import type { Tone } from '../tone.ts'
import { columnWidths } from './column-widths.ts'
import type { Setting, Table } from './column-widths.ts'
import { setCell, setText } from './set-line.ts'
import type { SetCell, SetLine } from './set-line.ts'
import { widthOf } from './wrapping.ts'

export interface SetTable {
  readonly kind: 'table'
  readonly caption: SetLine
  readonly size: number
  readonly widths: readonly number[]
  readonly heads: readonly SetLine[]
  /** columns of figures stand at the right */
  readonly figures: readonly boolean[]
  readonly groups: readonly SetGroup[]
}

interface SetGroup {
  readonly title?: SetLine
  readonly note?: SetCell
  readonly foot?: { readonly tall: boolean; readonly lines: SetCell }
  readonly rows: readonly SetRow[]
}

export interface SetRow {
  /** too tall to be kept on one page: only such a row breaks */
  readonly tall: boolean
  readonly cells: readonly SetTableCell[]
}

/** Lines, or words in a tone with what follows them. */
export type SetTableCell = SetCell | { readonly tone: Tone; readonly words: SetLine; readonly rest: SetLine }

const padding = 9
/** Lines: twice as many still fit on a page, so a wrong guess never makes a row taller than that: its end would be lost. */
const mostKept = 16
const figure = /^[-−(]?[$€£]?\d[\d,.]*%?\)?$/u

export function setTable(table: Table, room: number, captionShown: boolean): SetTable {
  const setting: Setting = { room, size: typeSize(table.columns.length), padding }
  const widths = columnWidths(table, setting)
  const roomIn = (index: number): number => ((widths[index] ?? 0) - padding) / setting.size
  const across = (room - padding) / setting.size
  const rows = table.groups.flatMap((group) => group.rows)
  return {
    kind: 'table',
    caption: setText(captionShown ? table.caption : '', across),
    size: setting.size,
    widths,
    heads: table.columns.map(({ title }, index) => setText(title, roomIn(index))),
    figures: table.columns.map(({ ids }, index) => !ids && isFigures(rows.map((row) => textOf(row[index] ?? [])))),
    groups: table.groups.map((group) => ({
      ...(group.title === undefined ? {} : { title: setText(group.title, across) }),
      ...(group.note === undefined ? {} : { note: setCell(group.note, across) }),
      ...(group.foot === undefined
        ? {}
        : { foot: { tall: linesOf(group.foot, across) > mostKept, lines: setCell(group.foot, across) } }),
      rows: group.rows.map((row) => ({
        tall: row.some((cell, index) => linesOf(cell, roomIn(index)) > mostKept),
        cells: table.columns.map((column, index) => setTableCell(row[index] ?? [], column, roomIn(index))),
      })),
    })),
  }
}

/** More columns, smaller type. */
function typeSize(columns: number): number {
  if (columns <= 4) return 8.5
  return columns <= 6 ? 8 : 7.5
}

function isFigures(texts: readonly string[]): boolean {
  const said = texts.filter((text) => text !== '')
  return said.length > 0 && said.every((text) => figure.test(text))
}

/** At least; a line that is not full counts as one. */
function linesOf(cell: Cell, room: number): number {
  return cell.reduce((sum, line) => sum + textOf([line]).split('\n').length + widthOf(textOf([line])) / room, 0)
}

/** "open: no split" shows its first words in the tone and the rest beside them. */
function setTableCell(cell: Cell, column: Column, room: number): SetTableCell {
  const text = textOf(cell)
  const tone = toneOf(column.tone, text)
  if (tone === undefined || cell.some((line) => line.some(({ mark }) => mark !== undefined))) return setCell(cell, room)
  const words = /^[^:;,(\n]*[:;,]?/u.exec(text)?.[0] ?? ''
  return { tone, words: setText(words.trimEnd(), room), rest: setText(text.slice(words.trimEnd().length), room) }
}
