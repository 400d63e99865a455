// CSV for spreadsheets: one flat table, and no cell that a spreadsheet would take for a formula.
import Papa from 'papaparse'
import { frontShows } from '../core/views/front.ts'
import type { View } from '../core/views/view.ts'
import type { Writer } from './format.ts'

// Wider than the library's own list: leading blanks, full-width signs, tab and line ends hide formulas too.
const formula = /^(?=[\s\u00a0]*[=+\-@|＝＋－＠]|[\t\r\n])/
// A program that takes each line for a row, quoted or not, finds formulas behind the line ends within a cell.
const formulaBelow = /(?<=[\r\n])(?=[^\S\r\n]*[=+\-@|＝＋－＠]|\t)/g

/** Title and preface are no part of one flat table. */
export const csvWriter: Writer = {
  view: {
    drops: ['title', ...frontShows],
    write: async (view) => new TextEncoder().encode(`\ufeff${writeCsv(view)}`),
  },
}

export function writeCsv(view: View): string {
  const [first] = view.tables
  if (!first) return ''
  const rows = view.tables.flatMap((table) => table.rows.map((row) => [table.title, ...row]))
  const cells = [['Section', ...first.columns], ...rows].map((row) => row.map(withoutFormulas))
  return `${Papa.unparse(cells, { quotes: true, newline: '\r\n' })}\r\n`
}

function withoutFormulas(text: string): string {
  return text.replace(formula, "'").replaceAll(formulaBelow, "'")
}
