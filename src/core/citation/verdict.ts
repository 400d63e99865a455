// Whether the words of an activity belong to another requirement than one it cites, and how sure that is.
import { bestOf, heldOf, matchesOf, totalOf, weigh } from './evidence.ts'
import type { Evidence, Match, Reading } from './evidence.ts'
import { areKin, areNeighbours } from './kinship.ts'
import type { CitationIndex } from './profile.ts'
import { leastPossible, limitsOf, strengthOf } from './strength.ts'

/** Requirements by their places in the index. */
export interface Verdict {
  readonly cited: number
  readonly better: number
  readonly certainty: 'sure' | 'possible'
}

export function misplaced(reading: Reading, cited: ReadonlySet<number>, index: CitationIndex): readonly Verdict[] {
  const evidence = weigh(reading, index)
  if (cited.has(bestOf(evidence))) return none
  const matches = matchesOf(reading, index)
  return [...cited].flatMap((place) => {
    const verdict = judge({ reading, cited, index, evidence, matches }, place)
    return verdict ? [verdict] : []
  })
}

const none: readonly Verdict[] = []

interface Case {
  readonly reading: Reading
  readonly cited: ReadonlySet<number>
  readonly index: CitationIndex
  readonly evidence: Evidence
  readonly matches: ReadonlyMap<number, readonly Match[]>
}

function judge(given: Case, place: number): Verdict | undefined {
  const { reading, cited, index, evidence, matches } = given
  if (matches.get(place)?.some(({ official }) => official)) return undefined
  const better = bestOf(evidence, (other) => !cited.has(other) && !areKin(index, place, other))
  if (better < 0 || totalOf(evidence, better) < leastPossible) return undefined
  const strength = strengthOf({
    title: evidence.title[better]!,
    total: totalOf(evidence, better),
    matches: matches.get(better) ?? [],
    held: heldOf(reading.title, index, better),
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
function sharesOf({ cited, index, evidence }: Case, place: number, better: number) {
  let total = 0
  let title = 0
  for (let other = 0; other < evidence.title.length; other++) {
    const worth = cited.has(other) ? 1 : areKin(index, place, other) ? byKin : 0
    total = Math.max(total, worth * totalOf(evidence, other))
    title = Math.max(title, worth * evidence.title[other]!)
  }
  const inTitle = evidence.title[better]!
  return { share: total / totalOf(evidence, better), titleShare: inTitle < 2 ? 0 : title / inTitle }
}
