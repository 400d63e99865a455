// A text as the stems it is compared by: "approving changes" and "change approval" share both.
import { sameWords, silentWords } from './words.ts'

interface Ending {
  readonly ending: string
  readonly instead: string
  /** the fewest letters that must be left */
  readonly keep: number
}

const endings: readonly Ending[] = [
  { ending: 'ification', instead: 'ify', keep: 2 },
  { ending: 'isation', instead: 'iz', keep: 3 },
  { ending: 'ization', instead: 'iz', keep: 3 },
  { ending: 'ation', instead: 'at', keep: 3 },
  { ending: 'ified', instead: 'ify', keep: 2 },
  { ending: 'ition', instead: '', keep: 4 },
  { ending: 'ion', instead: '', keep: 4 },
  { ending: 'ising', instead: 'iz', keep: 3 },
  { ending: 'ised', instead: 'iz', keep: 3 },
  { ending: 'ise', instead: 'iz', keep: 4 },
  { ending: 'ment', instead: '', keep: 4 },
  { ending: 'ness', instead: '', keep: 4 },
  { ending: 'ance', instead: '', keep: 4 },
  { ending: 'ence', instead: '', keep: 4 },
  { ending: 'ility', instead: 'l', keep: 4 },
  { ending: 'ible', instead: '', keep: 5 },
  { ending: 'able', instead: '', keep: 5 },
  { ending: 'ing', instead: '', keep: 3 },
  { ending: 'ied', instead: 'y', keep: 2 },
  { ending: 'ors', instead: '', keep: 4 },
  { ending: 'ed', instead: '', keep: 3 },
  { ending: 'er', instead: '', keep: 4 },
  { ending: 'or', instead: '', keep: 6 },
  { ending: 'al', instead: '', keep: 4 },
  { ending: 'ly', instead: '', keep: 4 },
  { ending: 'e', instead: '', keep: 3 },
]

const byLastLetter = Map.groupBy(endings, ({ ending }) => ending.at(-1)!)

const known: ReadonlyMap<string, string | undefined> = new Map([
  ...silentWords.split(/\s+/).map((word) => [word, undefined] as const),
  ...Object.entries(sameWords),
])

/** The words of a text in its order, in lower case. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(words) ?? none
}

/** A word that says nothing about the work has none; one with hyphens may have several. */
export function stemsOf(word: string): readonly string[] {
  const before = remembered.get(word)
  if (before !== undefined) return before
  const parts = word.includes('-') && !known.has(word) ? word.split('-') : [word]
  const stems = parts.map(stemOf).filter((stem) => stem !== undefined)
  if (remembered.size < mostRemembered) remembered.set(word, stems)
  return stems
}

const remembered = new Map<string, readonly string[]>()
/** Texts repeat few words; the limit keeps a hostile document from filling the memory. */
const mostRemembered = 20_000
const words = /[a-z0-9]+(?:[-'’][a-z0-9]+)*/g
const none: readonly string[] = []

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
    ?.find(({ ending, keep }) => word.length - ending.length >= keep && word.endsWith(ending))
  const stem = found ? word.slice(0, word.length - found.ending.length) + found.instead : word
  const bare = stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem
  const single = bare.at(-1) === bare.at(-2) && !vowelsAndSibilants.includes(bare.at(-1)!) ? bare.slice(0, -1) : bare
  return single.length >= 7 && single.endsWith('at') ? single.slice(0, -2) : single
}

const vowelsAndSibilants = 'aeiousz'
