// The colors of a sheet's cells, out of its XML: only where a format of the workbook fills a cell that holds nothing.
import type { Fills } from '../own-colors.ts'

/** Every program writes a cell's place before its format. */
const filled = /<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^<>]*? s="(\d+)"/g
const empty = /<(?:\w+:)?c r="[A-Z]{1,3}\d{1,7}"[^<>]*? s="(\d+)"[^<>]*(?:\/>|><\/)/g

/** As if there were none: far more than a sheet has whose words are read. */
const most = 1_000_000

/** `formats` are those that fill, by their place. */
export function sheetFills(xml: string, formats: ReadonlyMap<string, string>): Fills {
  const fills = new Map<number, Map<string, string>>()
  if (!holdsColor(xml, formats)) return fills
  let total = 0
  for (const [, letter = '', number, format = ''] of xml.matchAll(filled)) {
    const fill = formats.get(format)
    if (fill === undefined) continue
    total += 1
    if (total > most) return new Map()
    const row = Number(number)
    const cells = fills.get(row)
    if (cells) cells.set(letter, fill)
    else fills.set(row, new Map([[letter, fill]]))
  }
  return fills
}

function holdsColor(xml: string, formats: ReadonlyMap<string, string>): boolean {
  for (const [, format = ''] of xml.matchAll(empty)) if (formats.has(format)) return true
  return false
}
