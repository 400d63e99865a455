// Words as they are compared across documents and languages: without case, accents, punctuation and footnote marks.

/** "Responsabilité du client (1)" → responsabilite du client. Symbols that are a cell's whole text stay. */
export function plain(text: string): string {
  const bare = withoutFootnote(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
  const words = bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words === '' ? bare.replace(/\s+/g, '') : words
}

export function plainWords(text: string): readonly string[] {
  const words = plain(text)
  return words === '' ? [] : words.split(' ')
}

/** A mark at the end that leads to a note: `*`, `¹`, `(2)`, `[3]`. */
function withoutFootnote(text: string): string {
  const cut = text.trimEnd().replace(/(?:\s*(?:\*+|[¹²³⁴-⁹†‡]+|\(\d{1,2}\)|\[\d{1,2}\]))+$/u, '')
  return cut.trim() === '' ? text : cut
}
