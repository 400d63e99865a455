// Words as they are compared across documents and languages: without case, accents, punctuation and footnote marks.
import { rememberedLast } from '../remembered.ts'

/** "Responsabilité du client (1)" → responsabilite du client. Symbols that are a cell's whole text stay. */
export const plain = rememberedLast((text) => {
  const cut = withoutFootnote(text)
  const bare = beyondAscii.test(cut) ? withoutAccents(cut) : cut.toLowerCase()
  const words = bare.replace(beyondAscii.test(bare) ? noWord : noAsciiWord, ' ').trim()
  return words === '' ? bare.replace(/\s+/g, '') : words
})

const beyondAscii = /[\u0080-\uffff]/
const noWord = /[^\p{L}\p{N}]+/gu
const noAsciiWord = /[^a-z0-9]+/g

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/œ/g, 'oe')
}

export function plainWords(text: string): readonly string[] {
  const words = plain(text)
  return words === '' ? [] : words.split(' ')
}

/** A mark at the end that leads to a note: `*`, `¹`, `(2)`, `[3]`. */
function withoutFootnote(text: string): string {
  const end = text.trimEnd()
  if (!footnoteEnds.includes(end.slice(-1))) return end
  const cut = end.replace(/(?:\s*(?:\*+|[¹²³⁴-⁹†‡]+|\(\d{1,2}\)|\[\d{1,2}\]))+$/u, '')
  return cut.trim() === '' ? text : cut
}

const footnoteEnds = '*¹²³⁴⁵⁶⁷⁸⁹†‡)]'
