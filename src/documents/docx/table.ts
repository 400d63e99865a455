// Tables of a Word document: a header that repeats on every page, rows that may break, words tinted by what they mean.
import { ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Paragraph } from 'docx'
import { plain, textOf } from '../../core/paper/paper.ts'
import type { Block, Cell, Column, RowGroup } from '../../core/paper/paper.ts'
import type { Branding } from '../../core/rendition/branding.ts'
import { toneOf } from '../tone.ts'
import type { Tone } from '../tone.ts'
import { columnWidths } from './column-widths.ts'
import { paragraphOf } from './runs.ts'
import { hex, styles } from './styles.ts'
import { cellPadding, isDense } from './type-sizes.ts'

export interface TableLook {
  /** twips between the margins */
  readonly width: number
  readonly branding: Pick<Branding, 'tint'>
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

export function tableOf(table: Of<'table'>, { width, branding }: TableLook): Table {
  const widths = columnWidths(table, width)
  const style = isDense(table.columns) ? styles.dense : styles.cell
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, index) =>
      cell([paragraphOf(plain(title), { style: styles.head })], { width: widths[index]! }),
    ),
  })
  const rows = table.groups.flatMap((group) => [
    ...groupRow(group, widths, { width, branding }),
    ...group.rows.map(
      (row) =>
        new TableRow({
          cantSplit: staysWhole(row),
          children: table.columns.map((column, index) =>
            bodyCell(row[index] ?? [], column, { width: widths[index]!, style }),
          ),
        }),
    ),
    ...footRow(group, widths, { width, style }),
  ])
  return grid([header, ...rows], { style: styles.grid, widths, firstRow: true })
}

/** Labels on the left, and what they stand for. */
export function factsOf(rows: readonly (readonly [string, Cell])[], { width }: Pick<TableLook, 'width'>): Table {
  const label = Math.round(width * 0.28)
  const widths = [label, width - label]
  return grid(
    rows.map(
      ([name, value]) =>
        new TableRow({
          children: [
            cell([paragraphOf(plain(name), { style: styles.cell })], { width: label }),
            cell(paragraphsOf(value, styles.cell), { width: width - label }),
          ],
        }),
    ),
    { style: styles.facts, widths, firstColumn: true },
  )
}

interface Grid {
  readonly style: string
  readonly widths: readonly number[]
  readonly firstRow?: boolean
  readonly firstColumn?: boolean
}

function grid(rows: readonly TableRow[], { style, widths, firstRow = false, firstColumn = false }: Grid): Table {
  return new Table({
    rows,
    style,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { ...cellPadding, marginUnitType: WidthType.DXA },
    tableLook: { firstRow, firstColumn, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
  })
}

function groupRow({ title, note }: RowGroup, widths: readonly number[], look: TableLook): readonly TableRow[] {
  const lines = [
    ...(title === undefined ? [] : [paragraphOf(plain(title), { style: styles.group })]),
    ...(note ?? []).map((line) => paragraphOf(line, { style: styles.under })),
  ]
  if (lines.length === 0) return []
  const place = { width: look.width, columns: widths.length, fill: hex(look.branding.tint) }
  return [new TableRow({ cantSplit: true, keepNext: true, children: [cell(lines, place)] })]
}

/** A row of a few lines is not torn between two pages. */
export function staysWhole(row: readonly Cell[]): boolean {
  return row.every((one) => one.length < 6 && textOf(one).length < 300)
}

function footRow(
  { foot }: RowGroup,
  widths: readonly number[],
  { width, style }: { readonly width: number; readonly style: string },
): readonly TableRow[] {
  if (foot === undefined) return []
  return [new TableRow({ children: [cell(paragraphsOf(foot, style), { width, columns: widths.length })] })]
}

/** The words are tinted, not the whole cell: beside a long text it would be a bar of colour. */
function bodyCell(value: Cell, { tone }: Column, look: { readonly width: number; readonly style: string }): TableCell {
  const tint = toneOf(tone, textOf(value))
  return cell(paragraphsOf(value, look.style, tint), { width: look.width })
}

/** Word opens no document whose cell has no paragraph. */
function paragraphsOf(value: Cell, style: string, tint?: Tone): readonly Paragraph[] {
  const shading = tint === undefined ? {} : { shading: shadingOf(hex(tint.fill)) }
  const ink = tint === undefined ? undefined : hex(tint.ink)
  return (value.length === 0 ? [plain('')] : value).map((line) => paragraphOf(line, { style, ...shading }, ink))
}

function shadingOf(fill: string): {
  readonly type: typeof ShadingType.CLEAR
  readonly color: 'auto'
  readonly fill: string
} {
  return { type: ShadingType.CLEAR, color: 'auto', fill }
}

interface CellLook {
  readonly width: number
  readonly columns?: number
  readonly fill?: string
}

function cell(children: readonly Paragraph[], { width, columns, fill }: CellLook): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(fill === undefined ? {} : { shading: shadingOf(fill) }),
  })
}
