// The cells of a worksheet's XML with the places where they stand, so that one cell can be changed and no other byte.
import { Refusal } from '../../core/refusal.ts'
import { escaped } from '../xlsx/cell-text.ts'

export interface SheetCell {
  readonly row: number
  readonly column: string
  /** the text as a person reads it; a formula's is not looked at */
  readonly text: string
  readonly formula: boolean
  readonly style: string | undefined
  readonly start: number
  readonly end: number
}

export interface Edit {
  readonly start: number
  readonly end: number
  readonly xml: string
}

/** In the order of the file. Plain element names only, as Excel and LibreOffice write them. */
export function cellsOf(xml: string, strings: readonly string[]): readonly SheetCell[] {
  const first = xml.indexOf('<sheetData')
  const last = xml.indexOf('</sheetData>', first)
  if (first === -1 || last === -1 || xml.includes('<!--') || xml.includes('<![CDATA[')) throw unreadable()
  const cells: SheetCell[] = []
  const places = new Set<string>()
  let at = xml.indexOf('<c ', first)
  while (at !== -1 && at < last) {
    const cell = cellAt(xml, at, strings)
    const place = `${cell.column}${cell.row}`
    if (places.has(place)) throw unreadable()
    places.add(place)
    cells.push(cell)
    at = xml.indexOf('<c ', cell.end)
  }
  return cells
}

function cellAt(xml: string, start: number, strings: readonly string[]): SheetCell {
  const close = xml.indexOf('>', start)
  if (close === -1) throw unreadable()
  const tag = xml.slice(start, close)
  const [, column, row] = /\sr="([A-Z]{1,3})(\d{1,7})"/.exec(tag) ?? []
  if (column === undefined || row === undefined) throw unreadable()
  const empty = tag.endsWith('/')
  const stop = empty ? close : xml.indexOf('</c>', close)
  if (stop === -1) throw unreadable()
  const inner = empty ? '' : xml.slice(close + 1, stop)
  if (inner.includes('<c ')) throw unreadable()
  return {
    row: Number(row),
    column,
    text: textIn(inner, /\st="(\w+)"/.exec(tag)?.[1], strings),
    formula: /<f[\s/>]/.test(inner),
    style: /\ss="(\d+)"/.exec(tag)?.[1],
    start,
    end: empty ? close + 1 : stop + '</c>'.length,
  }
}

function textIn(inner: string, type: string | undefined, strings: readonly string[]): string {
  if (type === 'inlineStr') return runs(inner)
  const value = unescaped(/<v[^<>]*>([^<]*)<\/v>/.exec(inner)?.[1] ?? '')
  return type === 's' ? (strings[Number(value)] ?? '') : value
}

/** Longer than any heading, number or name that is looked for. */
const enough = 4000

/** The shared strings of a workbook, by number; of a long one its beginning. */
export function sharedStrings(xml: string): readonly string[] {
  return xml
    .split(/<si\s*\/>|<si>/)
    .slice(1)
    .map((item) => runs(withoutReadings(item)).slice(0, enough))
}

/** How a text is pronounced stands beside it in some languages and is no part of it. */
function withoutReadings(item: string): string {
  const [text = '', ...readings] = item.split('<rPh')
  return text + readings.map((reading) => reading.split('</rPh>').slice(1).join('')).join('')
}

function runs(xml: string): string {
  return [...xml.matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g)].map((match) => unescaped(match[1]!)).join('')
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  return text
    .replaceAll(/&(#x[\dA-Fa-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos);/g, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name]!
      const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** A cell with this text in the style that it had; the text is never a formula. */
export function textCell({ column, row, style }: Pick<SheetCell, 'column' | 'row' | 'style'>, text: string): string {
  const look = style === undefined ? '' : ` s="${style}"`
  const space = text.trim() === text ? '' : ' xml:space="preserve"'
  const safe = escaped(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<c r="${column}${row}"${look} t="inlineStr"><is><t${space}>${safe}</t></is></c>`
}

/** Edits do not overlap. */
export function edited(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, xml: piece } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(xml.slice(at, start), piece)
    at = end
  }
  pieces.push(xml.slice(at))
  return pieces.join('')
}

/** A, B … Z, AA: as numbers. */
export function columnNumber(column: string): number {
  let number = 0
  for (let index = 0; index < column.length; index += 1) number = number * 26 + column.charCodeAt(index) - 64
  return number
}

function unreadable(): Refusal {
  return new Refusal('invalid', 'the template cannot be filled in', [
    {
      at: 'the template',
      message:
        'one of its sheets is not written as Excel writes it, so single cells cannot be changed safely; open it in Excel and save it as .xlsx, or fetch it anew from CMMC eMASS',
    },
  ])
}
