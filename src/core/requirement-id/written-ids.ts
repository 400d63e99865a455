// The ids that a line begins with, singly, in lists and in ranges, and the words that follow them.
import type { Dictionary } from './dictionary.ts'
import { readForm } from './forms.ts'
import { readPublished } from './published-id.ts'
import { matchAt } from './reading.ts'
import type { Reading } from './reading.ts'
import { columnOf, schemeSaid } from './scheme.ts'
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

const before = /(?:\s|[•·▪◦*"'`([]|=(?=["'])|-(?=\s))*/y
const noun =
  /(?:(?:requirement|req|control|practice|criterion|criteria|section|sect|sec|objective|standard|paragraph|para|safeguard)s?(?:\.|(?=[\s:#]))|(?:id|nist)(?=[\s:#])|(?:no|nr)\.|n°|§§?|#)\s{0,3}[:#]{0,2}\s{0,3}/iy
const afterName = /\s{0,3}(?:(?:[:,/&+-]|and(?=\s))\s{0,3})?/iy
const closing = /[)\]"'*`]{0,4}(?:\.(?=\s|$))?/y
const upTo = /\s*(?:-|(?<=\s)(?:to|through|thru|bis|à|hasta)(?=\s))\s*/iy
const also = /\s*(?:(?:[,;/&+|]|(?<=\s)(?:and|und|et|y)(?=\s))\s*){1,2}|\s+(?![([])/iy
/** An id ends here: at the end, at a space or mark, or where a word in brackets or behind a hyphen begins. */
const apart = /$|\s|[:,;/|&+]|-(?=\s|[a-z][a-z]{2,})|[([](?=[a-z]{3,}|[a-z]+\s)/iy
const goesOn =
  /\s*(?:-\s*(?:\d|[([]|[a-z](?![a-z]))|[,;](?!\s*(?:$|[a-z]{3,}))|[/&+|](?!\s*[a-z]{3,})|(?:-|(?<=\s)(?:to|through|thru))\s*$|\(\s*\d|\[(?![a-z]{3,})|[a-z]{1,2}\s*$)/iy

export function writtenLine(text: string, dictionary: Dictionary, said?: Scheme): WrittenLine | undefined {
  const first = spanAt({ text, dictionary, at: 0, said })
  if (!first) return undefined
  const ids = [first.id]
  for (let span = first; ;) {
    const { id, rest, joined } = span
    if (joined) return { ids, rest, broken: glimpse(text, id.start) }
    const next = matchAt(also, text, rest) && spanAt({ text, dictionary, at: also.lastIndex, said: id.said })
    if (!next) return matchAt(goesOn, text, rest) ? { ids, rest, broken: glimpse(text, rest) } : { ids, rest }
    if (ids.length >= most) return { ids, rest, broken: `${glimpse(text, id.start)} (more than ${most} ids)` }
    ids.push(next.id)
    span = next
  }
}

interface Place {
  readonly text: string
  readonly dictionary: Dictionary
  readonly at: number
  readonly said: Scheme | undefined
}

interface Span {
  readonly id: WrittenId
  /** what follows begins here */
  readonly rest: number
  /** something is joined to it that is no part of an id or of a range */
  readonly joined: boolean
}

/** An id, or a range of them. */
function spanAt(place: Place): Span | undefined {
  const { text } = place
  const id = idAt(place)
  if (!id) return undefined
  const rest = skip(closing, text, id.end)
  const to = otherEnd(place, id, rest)
  if (!to) return { id, rest, joined: !matchAt(apart, text, rest) }
  const behind = skip(closing, text, to.end)
  const third = otherEnd(place, to, behind) !== undefined
  return { id: { ...id, to }, rest: behind, joined: third || !matchAt(apart, text, behind) }
}

function otherEnd(place: Place, { said }: WrittenId, at: number): WrittenId | undefined {
  return matchAt(upTo, place.text, at) ? idAt({ ...place, at: upTo.lastIndex, said }) : undefined
}

/** An id with whatever names its scheme before it. */
function idAt(place: Place): WrittenId | undefined {
  const { text, dictionary } = place
  let { said } = place
  const named = new Set<Scheme>()
  let noted: true | undefined
  let at = skip(before, text, place.at)
  for (let names = 0; names < 4; names += 1) {
    const name = schemeSaid(text, at)
    if (name) {
      said = named.has(name.scheme) ? said : together(named, name.scheme)
      named.add(name.scheme)
      at = skip(afterName, text, name.end)
    } else if (matchAt(noun, text, at)) {
      noted = true
      at = noun.lastIndex
    } else break
  }
  const reading = readPublished(text, at, dictionary) ?? readForm(text, at)
  return reading && { start: at, end: reading.end, reading, said, noun: noted }
}

/** `PCI DSS / NIST SP 800-171 3.1.1`: of two schemes that number alike, neither is named. */
function together(others: ReadonlySet<Scheme>, scheme: Scheme): Scheme {
  const { numbered } = columnOf(scheme)
  return [...others].every((each) => columnOf(each).numbered === numbered) ? scheme : 'unclear'
}

function skip(pattern: RegExp, text: string, at: number): number {
  matchAt(pattern, text, at)
  return Math.max(pattern.lastIndex, at)
}

function glimpse(text: string, at: number): string {
  const shown = text.slice(at, at + 60).trim()
  return text.length > at + 60 ? `${shown}…` : shown
}
