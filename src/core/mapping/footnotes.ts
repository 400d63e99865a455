// Footnotes: a mark behind a cell's words that leads to a line of the document, which may take back what the cell says.
import type { SourceDocument } from '../claims/source-document.ts'

/** What a note says, by its mark: `1`, `*`, `†`. */
export type Footnotes = ReadonlyMap<string, string>

/** How a mark may look. */
export const footnoteMark = /(?:\*{1,4}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|†{1,3}|‡{1,3}|\(\d{1,2}\)|\[\d{1,2}\])/u
const note = new RegExp(`^(${footnoteMark.source}|\\d{1,2}[.)])\\s*(\\p{L}.{3,})$`, 'su')
const longest = 600

/** A line that may be a note: for readers of running text to keep. */
export function mayNote(line: string): boolean {
  return line.length <= longest && note.test(line)
}

/** Lines of running text, and what stands alone in a row of a sheet. A mark with two notes leads to both. */
export function footnotesIn({ tables, texts = [] }: Pick<SourceDocument, 'tables' | 'texts'>): Footnotes {
  const alone = tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => (cells.size === 1 ? [...cells.values()].map(({ text }) => text) : [])),
  )
  const notes = [...texts, ...alone.flatMap((text) => text.split('\n'))].flatMap((line) => {
    const [, sign, words] = line.length > longest ? [] : (note.exec(line.trim()) ?? [])
    return sign === undefined || words === undefined ? [] : [[footnoteKey(sign), words.trim()] as const]
  })
  const byMark = Map.groupBy(notes, ([sign]) => sign)
  return new Map([...byMark].map(([sign, own]) => [sign, [...new Set(own.map(([, words]) => words))].join(' / ')]))
}

/** ¹, (1), [1] and 1. are one mark. */
export function footnoteKey(sign: string): string {
  const digits = sign.normalize('NFKC').replaceAll(/\D/g, '')
  return digits === '' ? sign : digits
}
