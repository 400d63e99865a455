// The part of an activity that best answers a search, cut to what is read at a glance, in pieces that say which words were found.
import { wordsOf } from '../plain-text.ts'
import type { SearchedPart } from './searched-words.ts'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

export interface Excerpt extends Omit<SearchedPart, 'text'> {
  readonly pieces: readonly Piece[]
}

const longest = 240
const lead = 60

/** @param asked every word whole, the last as the start of one */
export function excerptOf(parts: readonly SearchedPart[], asked: readonly string[]): Excerpt {
  const found = parts.map((part) => ({ part, hits: hitsIn(part.text, asked) }))
  const best = found.reduce((most, one) => (distinct(one.hits) > distinct(most.hits) ? one : most))
  const { text, ...place } = best.part
  return { ...place, pieces: piecesOf(text, best.hits) }
}

interface Hit {
  readonly from: number
  readonly to: number
  /** which of the words that were asked for */
  readonly words: readonly number[]
}

function hitsIn(text: string, asked: readonly string[]): readonly Hit[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
    const words = wordsOf(match[0]).flatMap((word) =>
      asked.flatMap((one, index) => (is(word, one, index) ? index : [])),
    )
    return words.length === 0 ? [] : [{ from: match.index, to: match.index + match[0].length, words }]
  })

  function is(word: string, one: string, index: number): boolean {
    return index === asked.length - 1 ? word.startsWith(one) : word === one
  }
}

function distinct(hits: readonly Hit[]): number {
  return new Set(hits.flatMap(({ words }) => words)).size
}

function piecesOf(text: string, hits: readonly Hit[]): readonly Piece[] {
  const start = startOf(text, hits)
  const end = endOf(text, start)
  const pieces: Piece[] = start > 0 ? [{ text: '… ', hit: false }] : []
  let at = start
  for (const { from, to } of hits) {
    if (from < start || to > end) continue
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < end) pieces.push({ text: text.slice(at, end), hit: false })
  if (end < text.length) pieces.push({ text: ' …', hit: false })
  return pieces
}

/** At a blank before the first word that was found, where that is far in. */
function startOf(text: string, hits: readonly Hit[]): number {
  const first = hits[0]?.from ?? 0
  if (text.length <= longest || first <= lead) return 0
  const blank = text.indexOf(' ', first - lead)
  return blank === -1 || blank >= first ? first : blank + 1
}

/** At a blank; within a word that is longer than all that is shown, not between the halves of a character. */
function endOf(text: string, start: number): number {
  if (text.length - start <= longest) return text.length
  const blank = text.lastIndexOf(' ', start + longest)
  if (blank > start) return blank
  const cut = start + longest
  const half = text.charCodeAt(cut)
  return half >= 0xdc00 && half <= 0xdfff ? cut + 1 : cut
}
