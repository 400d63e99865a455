// A text as the stems it is compared by: "approving changes" and "change approval" share both.
import { commonplaceWords, sameWords, silentWords } from './words.ts'

const endings: readonly (readonly [ending: string, instead: string, keep: number])[] = [
  ['ification', 'ify', 2],
  ['isation', 'iz', 3],
  ['ization', 'iz', 3],
  ['ation', 'at', 3],
  ['ified', 'ify', 2],
  ['ition', '', 4],
  ['ion', '', 4],
  ['ising', 'iz', 3],
  ['ised', 'iz', 3],
  ['ise', 'iz', 4],
  ['ment', '', 4],
  ['ness', '', 4],
  ['ance', '', 4],
  ['ence', '', 4],
  ['ility', 'l', 4],
  ['ible', '', 5],
  ['able', '', 5],
  ['ing', '', 3],
  ['ied', 'y', 2],
  ['ors', '', 4],
  ['ed', '', 3],
  ['er', '', 4],
  ['or', '', 6],
  ['al', '', 4],
  ['ly', '', 4],
  ['e', '', 3],
]

const byLastLetter = Map.groupBy(endings, ([ending]) => ending.at(-1)!)

const known: ReadonlyMap<string, string | undefined> = new Map([
  ...silentWords.split(/\s+/).map((word) => [word, undefined] as const),
  ...Object.entries(sameWords),
])

/** The stems of a text in its order, repetitions kept; a word that says nothing about the work has none. */
export function stemsOf(text: string): readonly string[] {
  const stems: string[] = []
  for (const word of text.toLowerCase().match(words) ?? []) {
    const found = remembered.get(word) ?? recall(word)
    for (const stem of found) stems.push(stem)
  }
  return stems
}

export function isCommonplace(stem: string): boolean {
  return commonplace.has(stem)
}

const words = /[a-z0-9]+(?:[-'’][a-z0-9]+)*/g
const remembered = new Map<string, readonly string[]>()
const mostRemembered = 20_000

/** Texts repeat few words; the limit keeps a hostile document from filling the memory. */
function recall(word: string): readonly string[] {
  const parts = word.includes('-') && !known.has(word) ? word.split('-') : [word]
  const stems = parts.map(stemOf).filter((stem) => stem !== undefined)
  if (remembered.size < mostRemembered) remembered.set(word, stems)
  return stems
}

function stemOf(word: string): string | undefined {
  if (known.has(word)) return known.get(word)
  if (/\d/.test(word)) return word.length > 2 ? word : undefined
  const one = singular(word.at(-2) === "'" || word.at(-2) === '’' ? word.slice(0, -2) : word)
  if (known.has(one)) return known.get(one)
  const short = shorten(one)
  const stem = known.get(short) ?? short
  return stem.length > 1 ? stem : undefined
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is'))
    return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

function shorten(word: string): string {
  const found = byLastLetter
    .get(word.at(-1)!)
    ?.find(([ending, , keep]) => word.length - ending.length >= keep && word.endsWith(ending))
  const stem = found ? word.slice(0, word.length - found[0].length) + found[1] : word
  const bare = stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem
  const single = bare.at(-1) === bare.at(-2) && !vowelsAndSibilants.includes(bare.at(-1)!) ? bare.slice(0, -1) : bare
  return single.length >= 7 && single.endsWith('at') ? single.slice(0, -2) : single
}

const vowelsAndSibilants = 'aeiousz'
const commonplace: ReadonlySet<string> = new Set(commonplaceWords.split(/\s+/).flatMap(stemsOf))
