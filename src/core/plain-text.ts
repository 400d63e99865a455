// A text as lists sort it and searches look for it: small letters without accents, the same on every database.

/** Combining accents only: the vowel signs of other scripts are letters in all but name. */
const accents = /[\u0300-\u036f]/g

export function plainText(text: string): string {
  // Small letters again at the end: a decomposed sign may be a capital.
  return text.toLowerCase().normalize('NFKD').replaceAll(accents, '').toLowerCase()
}

/** More would only make a query slow. */
const mostWords = 24
const longestWord = 60
const runs = /[\p{L}\p{M}\p{N}]+/gu

/** Every word of a text, as it is indexed. */
export function wordsOf(text: string): readonly string[] {
  return (plainText(text).match(runs) ?? []).map((word) => Array.from(word).slice(0, longestWord).join(''))
}

/** What somebody typed to look for: each word once, whatever signs stand between them; too many are cut off. */
export function askedWords(text: string): readonly string[] {
  return [...new Set(wordsOf(text))].slice(0, mostWords)
}
