// The colors of the cells of an OpenDocument spreadsheet, out of its XML (OpenDocument 1.3 §9.1.4, §20.182).
import { columnLetter } from '../../../core/proposal/raw-workbook.ts'
import type { Fills } from '../own-colors.ts'
import { readXml, type XmlAttributes } from '../package/xml-events.ts'
import { columnLimit } from '../source-limits.ts'

interface Style {
  readonly parent: string | undefined
  fill?: string
}

type Styles = Map<string, Style>

interface Sheet {
  row: number
  column: number
  /** how often the row stands there */
  repeat: number
  fills: Map<number, Map<string, string>>
}

/** Tables are told by their names. `styles` are those that people name; the text brings its own. */
export function openDocumentFills(content: string, styles: string | undefined): ReadonlyMap<string, Fills> {
  const known: Styles = new Map()
  if (styles !== undefined) readStyles(styles, known)
  readStyles(content, known)
  const sheets = new Map<string, Fills>()
  if (![...known.values()].some(({ fill }) => fill !== undefined)) return sheets
  let sheet: Sheet | undefined
  let depth = 0
  readXml(content, {
    open: (name, attributes) => {
      if (name === 'table') depth += 1
      if (name === 'table' && depth === 1) {
        sheet = { row: 0, column: 0, repeat: 0, fills: new Map() }
        sheets.set(attributes['name'] ?? '', sheet.fills)
      } else if (sheet && depth === 1) opened(sheet, name, { attributes, known })
    },
    close: (name) => {
      if (name === 'table') depth -= 1
    },
  })
  return sheets
}

function readStyles(xml: string, known: Styles): void {
  let style: Style | undefined
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'style') {
        style = { parent: attributes['parent-style-name'] }
        if (attributes['family'] === 'table-cell') known.set(attributes['name'] ?? '', style)
      } else if (name === 'table-cell-properties' && style) {
        const fill = attributes['background-color']
        if (fill !== undefined) style.fill = fill.toLowerCase()
      }
    },
    close: (name) => {
      if (name === 'style') style = undefined
    },
  })
}

const papers = new Set(['transparent', '#ffffff'])
const deepest = 20

/** Undefined for white and none. */
function fillOf(known: Styles, name: string | undefined): string | undefined {
  let style = known.get(name ?? '')
  for (let steps = 0; style !== undefined && steps < deepest; steps += 1) {
    if (style.fill !== undefined) return papers.has(style.fill) ? undefined : style.fill
    style = known.get(style.parent ?? '')
  }
  return undefined
}

interface Given {
  readonly attributes: XmlAttributes
  readonly known: Styles
}

function opened(sheet: Sheet, name: string, { attributes, known }: Given): void {
  if (name === 'table-row') {
    sheet.row += sheet.repeat
    sheet.repeat = repeated(attributes['number-rows-repeated'])
    sheet.column = 0
  } else if (name === 'table-cell' || name === 'covered-table-cell') {
    const columns = repeated(attributes['number-columns-repeated'])
    addFill(sheet, columns, fillOf(known, attributes['style-name']))
    sheet.column += columns
  }
}

/** Of a row that repeats, the first: rows with words stand for themselves. */
function addFill({ fills, row, column }: Sheet, columns: number, color: string | undefined): void {
  if (color === undefined || column >= columnLimit) return
  const cells = fills.get(row + 1) ?? new Map<string, string>()
  fills.set(row + 1, cells)
  for (let at = column; at < Math.min(column + columns, columnLimit); at += 1) cells.set(columnLetter(at), color)
}

function repeated(value: string | undefined): number {
  return value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) : 1
}
