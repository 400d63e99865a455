// How well a requirement explains an activity, and how little the cited one must then explain for a finding.
import type { Held, Match } from './evidence.ts'

/** Below this the words speak for nothing in particular. */
export const leastPossible = 9

/** By its published title, by a phrase or most of the activity's title, or by the duties alone. */
interface Strength {
  readonly by: 'official' | 'title' | 'words'
  /** it is named, by a phrase or by two words of the title, and has weight enough to be sure */
  readonly firm: boolean
}

/** What speaks for a requirement: by weight, by the phrases that are used, by the title's own words. */
export interface Support {
  readonly title: number
  readonly total: number
  readonly matches: readonly Match[]
  readonly held: Held
}

export function strengthOf(support: Support): Strength | undefined {
  const by = groundOf(support)
  if (by === undefined) return undefined
  const named = support.held.words > 1 || support.matches.length > 0
  return { by, firm: named && support.total >= shares[by].least }
}

function groundOf({ title, total, matches, held: { share } }: Support): Strength['by'] | undefined {
  if (share >= 0.4 && matches.some(({ official, inTitle }) => official && inTitle)) return 'official'
  const inTitle = matches.some((match) => match.inTitle)
  if ((inTitle && title >= 7 && share >= 0.3) || (title >= 6 && share >= 0.6)) return 'title'
  const inDuties = matches.length > 0 && total >= 12
  return inDuties || (title >= 8 && share >= 0.3) ? 'words' : undefined
}

/** The most that the cited requirement may match, as a share of what the better one does; tuned on `test/citation`. */
const shares = {
  official: { sure: 0.45, possible: 0.65, least: 11 },
  title: { sure: 0.33, possible: 0.6, least: 11 },
  words: { sure: 0.12, possible: 0.3, least: 14 },
} as const

export interface Circumstances {
  /** the two share words */
  readonly near: boolean
  /** every further one may be why a word is there */
  readonly citations: number
  /** a sentence of a title holds words by chance */
  readonly titleWords: number
}

export interface Limits {
  readonly sure: number
  readonly sureInTitle: number
  readonly possible: number
}

export function limitsOf({ by, firm }: Strength, { near, citations, titleWords }: Circumstances): Limits {
  const crowd = 0.75 ** (citations - 1)
  const sure = firm ? shares[by].sure * crowd * (near ? 0.8 : 1) : -1
  const possible = shares[by].possible * crowd * (near ? 0.95 : 1) * (titleWords > 6 ? 0.8 : 1)
  return { sure, sureInTitle: sure * 1.2, possible }
}
