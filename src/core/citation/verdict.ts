// Whether the words of an activity belong to another requirement than one it cites, and how sure that is.
import { bestOf, heldOf, matchesOf, weigh, weighTitle } from './evidence.ts'
import type { Match, Reading } from './evidence.ts'
import { areKin, areNeighbours } from './kinship.ts'
import type { CitationIndex } from './profile.ts'
import { leastPossible, limitsOf, strengthOf } from './strength.ts'

/** An activity's title, and all its words as the index reads them. */
export interface Read {
  readonly title: string
  readonly reading: Reading
}

/** Requirements by their places in the index. */
export interface Verdict {
  readonly cited: number
  readonly better: number
  readonly certainty: 'sure' | 'possible'
}

export function misplaced(
  { title, reading }: Read,
  cited: ReadonlySet<number>,
  index: CitationIndex,
): readonly Verdict[] {
  const totals = weigh(reading, index)
  if (cited.has(bestOf(totals))) return none
  const given = {
    title,
    reading,
    cited,
    index,
    totals,
    titles: weighTitle(reading, index),
    matches: matchesOf(reading, index),
  }
  return [...cited].flatMap((place) => {
    const verdict = judge(given, place)
    return verdict ? [verdict] : []
  })
}

const none: readonly Verdict[] = []

interface Case extends Read {
  readonly cited: ReadonlySet<number>
  readonly index: CitationIndex
  /** what speaks for each requirement, in all texts and in the title alone */
  readonly totals: Float64Array
  readonly titles: Float64Array
  readonly matches: ReadonlyMap<number, readonly Match[]>
}

function judge(given: Case, place: number): Verdict | undefined {
  const { reading, cited, index, totals, titles, matches } = given
  if (matches.get(place)?.some(({ official }) => official)) return undefined
  const better = bestOf(totals, (other) => !cited.has(other) && !areKin(index, place, other))
  if (better < 0 || totals[better]! < leastPossible) return undefined
  const strength = strengthOf({
    title: titles[better]!,
    total: totals[better]!,
    matches: matches.get(better) ?? [],
    held: heldOf(given.title, index, better),
  })
  if (strength === undefined) return undefined
  const limits = limitsOf(strength, {
    near: areNeighbours(index, place, better),
    citations: cited.size,
    titleWords: reading.title.all.length,
  })
  const { share, titleShare } = sharesOf(given, place, better)
  if (share <= limits.sure && titleShare <= limits.sureInTitle) return { cited: place, better, certainty: 'sure' }
  return share <= limits.possible && titleShare <= limits.possible
    ? { cited: place, better, certainty: 'possible' }
    : undefined
}

/** A standard is served by its specification's words, and the other way round. */
const byKin = 0.8

/** What speaks for the cited requirement, its kin and whatever else the activity cites, as a part of what speaks for the better one. */
function sharesOf({ cited, index, totals, titles }: Case, place: number, better: number) {
  let total = 0
  let title = 0
  for (let other = 0; other < totals.length; other++) {
    const worth = cited.has(other) ? 1 : areKin(index, place, other) ? byKin : 0
    total = Math.max(total, worth * totals[other]!)
    title = Math.max(title, worth * titles[other]!)
  }
  return { share: total / totals[better]!, titleShare: titles[better]! < 2 ? 0 : title / titles[better]! }
}
