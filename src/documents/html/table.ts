// Tables of a page: real ones, with a caption, headers and groups; on a narrow screen each row becomes a card.
import { textOf } from '../../core/paper/paper.ts'
import type { Block, Cell, Column, RowGroup } from '../../core/paper/paper.ts'
import { columnShares } from '../docx/column-widths.ts'
import { toneOf } from '../tone.ts'
import { cssText, escaped } from './escape.ts'
import { cellHtml } from './lines.ts'
import type { Sheet } from './style-sheet.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** Letters that stand side by side on a wide screen. */
const lettersAcross = 122

/** So many columns need a wide screen. */
const fewColumns = 4

/** Roles are said outright: a row shown as a card is still a row to a screen reader. */
export function tableHtml(table: Of<'table'>, heading: string, sheet: Sheet): string {
  const { columns, groups, caption } = table
  const id = sheet.nextTable()
  columnShares(table, lettersAcross).forEach((share, index) =>
    sheet.add(`#${id}>colgroup>col:nth-child(${index + 1}){width:${(share * 100).toFixed(2)}%}`),
  )
  const width = columns.length > fewColumns ? 'wide' : 'slim'
  columns.forEach(({ title }, index) =>
    sheet.addToCards(width, `#${id} td:nth-child(${index + 1})::before{content:${cssText(title)}}`),
  )
  const head = columns.map(({ title }) => `<th role="columnheader" scope="col" dir="auto">${escaped(title)}</th>`)
  const bodies = groups.map(
    (group) =>
      `<tbody role="rowgroup">${groupRow(group, columns.length)}${group.rows.map((row) => rowHtml(row, columns, sheet)).join('\n')}${footRow(group, columns.length)}</tbody>`,
  )
  return (
    `<table role="table" id="${id}" class="${width}">${captionHtml(caption, heading)}` +
    `<colgroup>${'<col>'.repeat(columns.length)}</colgroup>` +
    `<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>\n${bodies.join('\n')}</table>\n`
  )
}

export function factsHtml({ caption, rows }: Of<'facts'>, heading: string): string {
  const lines = rows.map(
    ([label, value]) =>
      `<tr role="row"><th role="rowheader" scope="row" dir="auto">${escaped(label)}</th><td role="cell" dir="auto">${cellHtml(value)}</td></tr>`,
  )
  return `<table role="table" class="facts slim">${captionHtml(caption, heading)}<tbody role="rowgroup">${lines.join('\n')}</tbody></table>\n`
}

/** A table that fills its section is not named twice before one's eyes. */
function captionHtml(caption: string, heading: string): string {
  return `<caption dir="auto"${caption === heading ? ' class="said"' : ''}>${escaped(caption)}</caption>`
}

function groupRow({ title, note }: RowGroup, columns: number): string {
  if (title === undefined && note === undefined) return ''
  const under = note === undefined ? '' : `<div class="under" dir="auto">${cellHtml(note)}</div>`
  return `<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="${columns}" dir="auto">${escaped(title ?? '')}${under}</th></tr>\n`
}

function footRow({ foot }: RowGroup, columns: number): string {
  if (foot === undefined) return ''
  return `\n<tr role="row" class="across"><td role="cell" colspan="${columns}" dir="auto">${cellHtml(foot)}</td></tr>`
}

function rowHtml(row: readonly Cell[], columns: readonly Column[], sheet: Sheet): string {
  return `<tr role="row">${columns.map((column, index) => fieldHtml(row[index] ?? [], { column, first: index === 0 }, sheet)).join('')}</tr>`
}

interface Field {
  readonly column: Column
  readonly first: boolean
}

function fieldHtml(cell: Cell, { column, first }: Field, sheet: Sheet): string {
  const classes = column.ids ? ' class="ids"' : ''
  const inside = toned(cell, column, sheet)
  return first && cell.length > 0
    ? `<th role="rowheader" scope="row" dir="auto"${classes}>${inside}</th>`
    : `<td role="cell" dir="auto"${classes}>${inside}</td>`
}

function toned(cell: Cell, { tone }: Column, sheet: Sheet): string {
  const found = toneOf(tone, textOf(cell))
  return found === undefined ? cellHtml(cell) : `<div class="pill ${sheet.toneClass(found)}">${cellHtml(cell)}</div>`
}
