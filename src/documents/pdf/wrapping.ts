// Where a line may break: a word wider than its column must break somewhere, or it would run over its neighbor.
import { typefaceOf } from './fonts.ts'

/** Between these parts of one word, and nowhere else in it, a line may break. */
export type Parts = readonly string[]

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Han and kana break anywhere by the typesetter's own rules. */
const word = /[^ \t\n\u2000-\u2006\u2008-\u200b\u3000\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const after = /(?<=[-/\\_.,:;@&=+)\]}|])/u

/** Bold type is wider by about this. */
const boldness = 1.07

/** In units of the type size, as set in bold. */
export function widthOf(text: string): number {
  const latin = typefaceOf('latin')
  let width = 0
  for (const character of text) width += latin.advance(character.codePointAt(0) ?? 0)
  return width * boldness
}

export function longestWord(text: string): number {
  let longest = 0
  for (const [found] of text.matchAll(word)) longest = Math.max(longest, widthOf(found))
  return longest
}

/** One part where nothing is too wide; `room` in units of the type size. */
export function partsOf(text: string, room: number): Parts {
  if (text.length <= room || longestWord(text) <= room) return [text]
  const parts: string[] = ['']
  let at = 0
  for (const match of text.matchAll(word)) {
    if (widthOf(match[0]) <= room) continue
    const broken = broke(match[0], room)
    parts[parts.length - 1] += text.slice(at, match.index) + (broken[0] ?? '')
    parts.push(...broken.slice(1))
    at = match.index + match[0].length
  }
  parts[parts.length - 1] += text.slice(at)
  return parts
}

function broke(long: string, room: number): Parts {
  return long
    .split(after)
    .flatMap((part) => (widthOf(part) <= room ? [part] : Array.from(letters.segment(part), ({ segment }) => segment)))
}
