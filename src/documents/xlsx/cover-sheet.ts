// The first sheet of a file: its title, whose it is, and facts under headings.
import type { Cell, CellStyle, RowDef, SheetImage, WriteSheet } from 'hucre'
import type { Rendition } from '../../core/rendition/rendition.ts'
import { errorLike, stored } from './cell-text.ts'
import { linesIn } from './measure.ts'
import * as style from './sheet-style.ts'

/** One row of the sheet: its texts from the left, each with its look. */
export interface CoverRow {
  readonly texts: readonly string[]
  readonly looks: readonly CellStyle[]
  /** points of letters where they are not those of text */
  readonly size?: number
  /** points, where it does not follow from the text */
  readonly height?: number
  /** over the whole width */
  readonly merged?: true
  /** name of the sheet that the first cell leads to */
  readonly leads?: string
}

interface Front {
  readonly name: string
  readonly title: string
  readonly widths: readonly number[]
  readonly rows: readonly CoverRow[]
}

export const blankRow: CoverRow = { texts: [], looks: [] }

export function coverSheet({ name, title, widths, rows }: Front, rendition: Rendition): WriteSheet {
  const { branding } = rendition
  const images = logoOf(rendition)
  const head: readonly CoverRow[] = [
    ...(images.length > 0 ? [{ ...blankRow, height: logoHeight * 0.75 + 8 }] : []),
    ...[branding.name, branding.address].flatMap((text) =>
      text === undefined ? [] : across(text, style.textCell, widths.length),
    ),
    { ...across(title, style.titleCell(branding), widths.length)[0]!, size: 18 },
  ]
  const all = [...head, ...rows]
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: all.map(({ texts }) => texts.map(stored)),
    cells: cellsOf(all),
    merges: all.flatMap(({ merged }, row) =>
      merged ? [{ startRow: row, endRow: row, startCol: 0, endCol: widths.length - 1 }] : [],
    ),
    rowDefs: new Map(all.map((row, index): [number, RowDef] => [index, { height: heightOf(row, widths) }])),
    images,
    view: { showGridLines: false },
    pageSetup: style.pageSetup('portrait', 0, rendition),
    headerFooter: style.headerFooter(title, rendition),
  }
}

/** A text over the whole width. */
export function across(text: string, look: CellStyle, columns: number): readonly CoverRow[] {
  return [{ texts: [text], looks: Array.from({ length: columns }, () => look), merged: true }]
}

function cellsOf(rows: readonly CoverRow[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>()
  for (const [row, { texts, looks, leads }] of rows.entries()) {
    for (const [column, look] of looks.entries()) {
      const text = texts[column] ?? ''
      cells.set(`${row},${column}`, {
        style: look,
        ...(errorLike(text) && { richText: [{ text }] }),
        ...(leads !== undefined && column === 0 && { hyperlink: { target: '', location: `${quoted(leads)}!B1` } }),
      })
    }
  }
  return cells
}

function heightOf({ texts, merged, size = style.textSize, height }: CoverRow, widths: readonly number[]): number {
  if (height !== undefined) return height
  const whole = widths.reduce((total, width) => total + width, 0)
  const lines = texts.map((text, column) => linesIn(text, merged ? whole : widths[column]!, { size }))
  const points = size === style.textSize ? style.lineHeight : size * 1.35
  return Math.min(style.tallestRow, Math.max(1, ...lines) * points + style.rowPadding)
}

/** Pixels. A drawing (SVG) needs a picture beside it in a workbook, so it is left to the other formats. */
const logoHeight = 48
const widestLogo = 320

function logoOf({ branding: { logo } }: Rendition): SheetImage[] {
  if (logo === undefined || logo.kind === 'svg') return []
  const scale = Math.min(logoHeight / logo.height, widestLogo / logo.width)
  return [
    {
      data: logo.bytes,
      type: logo.kind,
      anchor: { from: { row: 0, col: 0 } },
      width: Math.round(logo.width * scale),
      height: Math.round(logo.height * scale),
      altText: logo.alt,
    },
  ]
}

/** As a sheet is named in a formula. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
