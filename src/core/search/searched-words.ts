// What of an activity is found by a search over all clients: its texts with the questions answered, and marks for the filters.
import { accountableParties, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import { splitReference } from '../identifiers.ts'
import type { PartyId } from '../identifiers.ts'
import type { MatrixHead } from '../matrix.ts'
import type { Party } from '../party.ts'
import { fill } from '../placeholder.ts'
import { wordsOf } from '../plain-text.ts'
import { sayTiming } from '../timing.ts'

export type SearchedHead = Pick<MatrixHead, 'parties' | 'parameters'>

export interface SearchedPart {
  readonly where: 'title' | 'duty' | 'evidence' | 'handoff' | 'trap' | 'citation'
  /** whose duty or evidence it is */
  readonly party?: PartyId
  readonly text: string
}

/** In the order in which they are read. */
export function searchedParts(activity: Activity, { parameters }: SearchedHead): readonly SearchedPart[] {
  const parts: SearchedPart[] = [{ where: 'title', text: activity.title }]
  for (const { party, role, does, timing, evidence = [] } of activity.duties) {
    const clock = timing === undefined ? '' : `, ${sayTiming(timing)}`
    parts.push({ where: 'duty', party, text: `${does}${clock}${role === undefined ? '' : ` (${role})`}` })
    for (const { what, from, keptAt } of evidence)
      parts.push({
        where: 'evidence',
        party,
        text: [what, from, keptAt].filter((text) => text !== undefined).join(', '),
      })
  }
  if (activity.handoff !== undefined) parts.push({ where: 'handoff', text: activity.handoff })
  if (activity.trap !== undefined) parts.push({ where: 'trap', text: activity.trap })
  const cited = activity.covers.map((cover) => splitReference(coverRef(cover)).id)
  if (cited.length > 0) parts.push({ where: 'citation', text: cited.join(' ') })
  return parts.map((part) => ({ ...part, text: fill(part.text, parameters) }))
}

export interface SearchedWords {
  readonly words: readonly string[]
  readonly marks: readonly string[]
}

/** An index of PostgreSQL holds a megabyte for a row; so many words of the longest kind fit. */
const mostWords = 2000

export function searchedWords(activity: Activity, head: SearchedHead): SearchedWords {
  const words = new Set(searchedParts(activity, head).flatMap(({ text }) => wordsOf(text)))
  return { words: [...words].slice(0, mostWords), marks: marksOf(activity, head) }
}

/** It is found by the same words and marks, as surely as the texts are the same. */
export function isSearchedAlike(
  [one, oneHead]: readonly [Activity, SearchedHead],
  [other, otherHead]: readonly [Activity, SearchedHead],
): boolean {
  const [a, b] = [searchedParts(one, oneHead), searchedParts(other, otherHead)]
  return (
    a.length === b.length &&
    a.every(({ text }, index) => text === b[index]!.text) &&
    isSame(marksOf(one, oneHead), marksOf(other, otherHead))
  )
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}

function marksOf(activity: Activity, head: SearchedHead): readonly string[] {
  const frameworks = activity.covers.map((cover) => splitReference(coverRef(cover)).framework)
  const duties = activity.duties.map(({ party }) => party).filter((party) => party !== unassigned)
  const marks = [
    ...frameworks.map((framework) => mark.framework(framework)),
    ...kindsOf(accountableParties(activity), head).map((kind) => mark.accountable(kind)),
    ...kindsOf(duties, head).map((kind) => mark.acting(kind)),
  ]
  return [...new Set(marks)]
}

/** No word holds a colon, so that nobody finds a mark by typing it. */
export const mark = {
  framework: (id: string): string => `f:${id}`,
  accountable: (kind: Party['kind']): string => `a:${kind}`,
  acting: (kind: Party['kind']): string => `p:${kind}`,
  client: (id: string): string => `c:${id}`,
} as const

function kindsOf(ids: readonly PartyId[], { parties }: SearchedHead): readonly Party['kind'][] {
  return ids.flatMap((id) => parties.find((party) => party.id === id)?.kind ?? [])
}
