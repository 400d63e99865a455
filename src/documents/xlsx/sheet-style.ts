// How our sheets look: one typeface, the MSP's colors in the headers, white where one may write, pale gray where not.
import type { CellStyle, ConditionalRule, HeaderFooter, PageSetup } from 'hucre'
import { shortDigest } from '../../core/paper/short-digest.ts'
import type { Branding } from '../../core/rendition/branding.ts'
import type { Rendition } from '../../core/rendition/rendition.ts'
import type { SheetColumn } from '../../core/workbook/workbook.ts'
import { toneOf } from '../tone.ts'
import { cellText, escaped } from './cell-text.ts'

/** On every machine, or replaced by one of the same widths. */
export const typeface = 'Arial'
export const textSize = 9
/** points */
export const lineHeight = 12.5
export const rowPadding = 5
/** Spreadsheet programs draw no row taller. */
export const tallestRow = 409
export const mostLines = Math.floor((tallestRow - rowPadding) / lineHeight)

const ink = '1F2933'
const rule = { style: 'thin', color: { rgb: 'CFD5DB' } } as const
const frame = { top: rule, right: rule, bottom: rule, left: rule }
const font = { name: typeface, size: textSize, color: { rgb: ink } }
const top = { vertical: 'top', wrapText: true } as const

function fill(color: string): NonNullable<CellStyle['fill']> {
  const rgb = hex(color)
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } }
}

function hex(color: string): string {
  return color.slice(1).toUpperCase()
}

/** Text, whatever is typed: a program would keep 95% as 0.95 and 3/4 as a day. */
export const editableCell: CellStyle = {
  font,
  border: frame,
  alignment: top,
  numFmt: '@',
  protection: { locked: false },
}
export const derivedCell: CellStyle = { font, border: frame, alignment: top, fill: fill('#f3f5f7') }
/** Cells of a file that nobody writes in. */
export const plainCell: CellStyle = { font, border: frame, alignment: top }

export function headerCell({ primary }: Branding): CellStyle {
  return {
    font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
    fill: fill(primary),
    border: frame,
    alignment: { vertical: 'center', wrapText: true },
  }
}

/** Over columns that nobody changes, on sheets where others may be. */
export function derivedHeader({ tint }: Branding): CellStyle {
  return {
    font: { ...font, bold: true },
    fill: fill(tint),
    border: frame,
    alignment: { vertical: 'center', wrapText: true },
  }
}

export function titleCell({ primary }: Branding): CellStyle {
  return { font: { ...font, size: 18, bold: true, color: { rgb: hex(primary) } }, alignment: top }
}

export function headingCell({ primary }: Branding): CellStyle {
  return {
    font: { ...font, size: 11, bold: true, color: { rgb: hex(primary) } },
    border: { bottom: { style: 'medium', color: { rgb: hex(primary) } } },
    alignment: { vertical: 'bottom', wrapText: true },
  }
}

const hairline = { bottom: { style: 'hair', color: { rgb: 'B8C0C8' } } } as const
export const labelCell: CellStyle = { font: { ...font, bold: true }, border: hairline, alignment: top }
export const factCell: CellStyle = { font, border: hairline, alignment: top }
export const textCell: CellStyle = { font, alignment: top }

export function linkCell({ primary }: Branding): CellStyle {
  return { ...labelCell, font: { ...font, bold: true, underline: true, color: { rgb: hex(primary) } } }
}

/** What a column's words may begin with; the words decide, the color repeats them. */
const beginnings = {
  ownership: ['msp', 'client', 'provider', 'shared', 'not applicable', 'unassigned'],
  status: ['settled', 'open', 'not applicable'],
} as const satisfies Record<NonNullable<SheetColumn['tone']>, readonly string[]>

/** @param letter of the column, whose first cell is in row 2 */
export function toneRules(tone: NonNullable<SheetColumn['tone']>, letter: string, last: number): ConditionalRule[] {
  const cell = `${letter}2`
  return beginnings[tone].flatMap((words, index) => {
    const look = toneOf(tone, words)
    if (look === undefined) return []
    const begins = `LEFT(${cell},${words.length})="${words}"`
    return {
      type: 'expression' as const,
      priority: index + 1,
      formula: words === 'open' ? `OR(${begins},ISNUMBER(SEARCH(" open",${cell})))` : begins,
      range: `${cell}:${letter}${last}`,
      style: { font: { color: { rgb: hex(look.ink) } }, fill: fill(look.fill) },
    }
  })
}

/** Pixels that fit across a page at a size that one can still read: nine points become six. */
const readable = { portrait: 1090, landscape: 1450 }

export function pageSetup(orientation: 'portrait' | 'landscape', width: number, { locale }: Rendition): PageSetup {
  return {
    paperSize: locale.page === 'a4' ? 'a4' : 'letter',
    orientation,
    fitToPage: true,
    fitToWidth: Math.max(1, Math.ceil((width * 7) / readable[orientation])),
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
}

/** In a header or footer `&` begins a code, and so does what stands behind the size if it is a digit: hence the blank. */
export function headerFooter(title: string, { digest, signOff }: Rendition): HeaderFooter {
  const words = cellText(title).replaceAll(/\s+/g, ' ')
  const short = escaped(words.length > 90 ? `${words.slice(0, 89).toWellFormed()}…` : words).replaceAll('&', '&&')
  const state = signOff === undefined ? 'Draft: not signed' : 'Signed'
  return {
    oddHeader: `&L&8 ${short}&R&8 &A`,
    oddFooter: `&L&8 Revision ${shortDigest(digest)}&C&8 ${state}&R&8 Page &P of &N`,
  }
}
