// One regular expression out of many phrases, so that a text is scanned once.
import { beginnings } from './phrase-beginning.ts'

/**
 * A blank in a phrase stands for any run of white space, up to a limit that keeps matching linear.
 * A first look at how phrases begin spares most words the trial of every phrase.
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const starts = phrases.flatMap(beginnings)
  const gate = starts.includes('') ? '' : `(?=${[...new Set(starts)].toSorted().join('|')})`
  return new RegExp(`\\b${gate}(?:${phrases.map(withBlanks).join('|')})`, 'gi')
}

function withBlanks(phrase: string): string {
  return phrase.replaceAll(/\[[^\]]*\]| \?| /g, (part) => {
    if (part.startsWith('[')) return part.replaceAll(' ', '\\s')
    return part === ' ?' ? '\\s{0,4}' : '\\s{1,4}'
  })
}

/** The phrases as they stand in the text, each once. */
export function phrasesOf(pattern: RegExp, text: string): readonly string[] {
  const found = text.match(pattern)
  return found === null ? none : [...new Set(found)]
}

const none: readonly string[] = []
