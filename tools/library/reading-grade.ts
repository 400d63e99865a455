// The Flesch-Kincaid grade of a text: the years of school that it takes to read it.

/** 0.39 × words a sentence + 11.8 × syllables a word − 15.59. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.;:!?]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part)).length || 1
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? []
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return words.length === 0 ? 0 : 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/** Groups of vowels, without a silent ending; an abbreviation is spoken letter by letter. */
export function syllablesIn(word: string): number {
  if (/^\p{Lu}{2,5}$/u.test(word)) return word.length
  const spoken = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/(?:[^aeiouylcghsxz]es|[^aeiouytd]ed|[^aeiouyl]e)$/, (end) => end[0]!)
  return spoken.match(/[aeiouy]+/g)?.length ?? 1
}
