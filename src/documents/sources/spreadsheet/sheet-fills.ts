// The colors of a sheet's cells, in one pass over its XML: only where a format of the workbook fills a cell at all.
import type { Fills } from '../own-colors.ts'
import { columnLimit } from '../source-limits.ts'

/** As if there were none: far more than a sheet has whose words are read. */
const most = 1_000_000

const tag = /<(?:\w+:)?(row|c)(?:\s([^<>]*))?>/g

/** `formats` are those that fill, by their place. Rows and cells without a place of their own follow the one before. */
export function sheetFills(xml: string, formats: ReadonlyMap<string, string>): Fills {
  const fills = new Map<number, Map<number, string>>()
  let row = 0
  let column = -1
  let total = 0
  for (const [, name, attributes = ''] of xml.matchAll(tag)) {
    if (name === 'row') {
      row = Number(/\br=["'](\d+)/.exec(attributes)?.[1] ?? row + 1)
      column = -1
      continue
    }
    column = columnIn(attributes) ?? column + 1
    const fill = formats.get(/\bs=["'](\d+)/.exec(attributes)?.[1] ?? '0')
    if (fill === undefined || column >= columnLimit) continue
    if ((total += 1) > most) return new Map()
    const cells = fills.get(row)
    if (cells) cells.set(column, fill)
    else fills.set(row, new Map([[column, fill]]))
  }
  return fills
}

function columnIn(attributes: string): number | undefined {
  const letters = /\br=["']([A-Z]{1,3})\d/.exec(attributes)?.[1]
  if (letters === undefined) return undefined
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
