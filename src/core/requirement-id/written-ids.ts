// The ids that a line begins with, singly, in lists and in ranges, and the words that follow them.
import type { Dictionary } from './dictionary.ts'
import { readForm } from './forms.ts'
import { readPublished } from './published-id.ts'
import { matchAt } from './reading.ts'
import type { Reading } from './reading.ts'
import { schemeSaid } from './scheme.ts'
import type { Scheme } from './scheme.ts'

export interface WrittenId {
  readonly start: number
  readonly end: number
  readonly reading: Reading
  /** the other end of a range */
  readonly to?: Omit<WrittenId, 'to'>
  readonly said?: Scheme | undefined
  readonly noun?: true | undefined
}

export interface WrittenLine {
  readonly ids: readonly WrittenId[]
  /** where the words behind the ids begin */
  readonly rest: number
  /** what stands where the list or the id should go on */
  readonly broken?: string
}

/** More than these in a line is no list of ids that anybody wrote. */
const most = 500

const before = /(?:\s|[•·▪◦*"'`=([]|-(?=\s))*/y
const noun =
  /(?:(?:requirement|req|control|practice|criterion|criteria|section|sect|sec|objective|standard|paragraph|para|safeguard)s?(?:\.|(?=[\s:#]))|id(?=[\s:#])|§§?|#)\s{0,3}[:#]?\s{0,3}/iy
const afterName = /\s{0,3}(?:[:,/-]\s{0,3})?/y
const closing = /[)\]"'*`]{0,4}(?:\.(?=\s|$))?/y
const upTo = /\s*(?:-|(?<=\s)(?:to|through|thru|bis|à|hasta)(?=\s))\s*/iy
const also = /\s*(?:(?:[,;/&+|]|(?<=\s)(?:and|und|et|y)(?=\s))\s*){1,2}|\s+(?![([])/iy
/** An id ends here: at the end, at a space or mark, or where a word in brackets or behind a hyphen begins. */
const apart = /$|\s|[:,;/|&+]|-(?=\s|[a-z][a-z]{2,})|[([](?=[a-z]{3,}|[a-z]+\s)/iy
const goesOn = /\s*(?:-\s*(?:\d|[([]|[a-z](?![a-z]))|[,;/&+|](?!\s*[a-z]{3,})|\(\s*\d|\[(?![a-z]{3,}))/iy

export function writtenLine(text: string, dictionary: Dictionary, said?: Scheme): WrittenLine | undefined {
  const first = idAt({ text, dictionary, at: 0, said })
  if (!first) return undefined
  const ids = [first]
  let at = first.end
  for (;;) {
    const last = ids.at(-1)!
    at = skip(closing, text, last.to?.end ?? last.end)
    if (ids.length >= most) return { ids, rest: at, broken: `${glimpse(text, last.start)} (more than ${most} ids)` }
    const other = matchAt(upTo, text, at) && idAt({ text, dictionary, at: upTo.lastIndex, said: last.said })
    if (other && last.to) return { ids, rest: at, broken: glimpse(text, last.start) }
    if (other) {
      ids[ids.length - 1] = { ...last, to: other }
      continue
    }
    if (!matchAt(apart, text, at)) return { ids, rest: at, broken: glimpse(text, last.start) }
    const next = matchAt(also, text, at) && idAt({ text, dictionary, at: also.lastIndex, said: last.said })
    if (!next) break
    ids.push(next)
  }
  return matchAt(goesOn, text, at) ? { ids, rest: at, broken: glimpse(text, at) } : { ids, rest: at }
}

interface Place {
  readonly text: string
  readonly dictionary: Dictionary
  readonly at: number
  readonly said: Scheme | undefined
}

/** An id with whatever names its scheme before it. */
function idAt(place: Place): WrittenId | undefined {
  const { text, dictionary } = place
  let { said } = place
  let named: true | undefined
  let at = skip(before, text, place.at)
  for (let names = 0; names < 4; names += 1) {
    const name = schemeSaid(text, at)
    if (name) {
      said = name.scheme
      at = skip(afterName, text, name.end)
    } else if (matchAt(noun, text, at)) {
      named = true
      at = noun.lastIndex
    } else break
  }
  const reading = readPublished(text, at, dictionary) ?? readForm(text, at)
  return reading && { start: at, end: reading.end, reading, said, noun: named }
}

function skip(pattern: RegExp, text: string, at: number): number {
  matchAt(pattern, text, at)
  return Math.max(pattern.lastIndex, at)
}

function glimpse(text: string, at: number): string {
  const shown = text.slice(at, at + 60).trim()
  return text.length > at + 60 ? `${shown}…` : shown
}
