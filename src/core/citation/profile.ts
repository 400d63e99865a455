// What the words of each requirement of a framework are, as an index from a stem to the requirements it speaks for.
import type { Framework, Requirement } from '../framework.ts'
import { refer } from '../identifiers.ts'
import type { Reference } from '../identifiers.ts'
import { learn, readAnew } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Several stems that stand close together in a text, filed under the rarest of them. */
export interface Phrase {
  readonly requirement: number
  readonly others: readonly number[]
  readonly weight: number
  /** it is the requirement's published title */
  readonly official: boolean
}

export interface CitationIndex {
  readonly requirements: readonly Requirement[]
  /** the requirement that an objective's or a requirement's id stands for */
  readonly places: ReadonlyMap<string, number>
  /** by the number of the stem */
  readonly entries: readonly (StemEntry | undefined)[]
  readonly vocabulary: Vocabulary
}

/** The requirements that a stem speaks for, and the phrases of which it is the rarest word. */
export interface StemEntry {
  readonly rarity: number
  readonly places: readonly number[]
  readonly weights: readonly number[]
  /** the word stands in that requirement's title or terms, and not only in a summary */
  readonly named: readonly boolean[]
  readonly phrases: readonly Phrase[]
}

/** How much the stem counts for a requirement whose title or terms hold it; 0 for any other. */
export function weightFor({ places, weights, named }: StemEntry, requirement: number): number {
  const posting = places.indexOf(requirement)
  return named[posting] === true ? weights[posting]! : 0
}

type Terms = Readonly<Record<Reference, readonly string[]>>

/** How much a word counts by where it stands; a phrase counts its words once more. */
const weights = {
  title: 3,
  term: 1,
  soleWord: 2,
  again: 0.25,
  summary: 0.5,
  termPhrase: 1.6,
  titlePhrase: 2.2,
  least: 0.3,
}

export function buildIndex(framework: Framework, terms: Terms, vocabulary: Vocabulary): CitationIndex {
  const { requirements } = framework
  const profiles = requirements.map((requirement) =>
    profileOf(requirement, terms[refer(framework.id, requirement.id)] ?? [], vocabulary),
  )
  readAnew(vocabulary)
  const entries = entriesOf(profiles, vocabulary)
  const rarity = (stem: number): number => entries[stem]!.rarity
  for (const [requirement, profile] of profiles.entries()) {
    profile.stems.forEach((weight, stem) => {
      const entry = entries[stem]!
      const worth = weight * entry.rarity
      if (worth < weights.least) return
      entry.places.push(requirement)
      entry.weights.push(worth)
      entry.named.push(weight >= weights.term)
    })
    for (const { stems: words, weight, official } of profile.phrases) {
      const rarest = words.reduce((a, b) => (rarity(b) > rarity(a) ? b : a))
      const others = words.filter((word) => word !== rarest)
      const worth = weight * words.reduce((sum, word) => sum + rarity(word), 0)
      entries[rarest]!.phrases.push({ requirement, others, weight: worth, official })
    }
  }
  return { requirements, places: placesOf(requirements), entries, vocabulary }
}

interface WeighedPhrase {
  readonly stems: readonly number[]
  readonly weight: number
  readonly official: boolean
}

interface Profile {
  readonly stems: ReadonlyMap<number, number>
  readonly phrases: readonly WeighedPhrase[]
}

function profileOf({ title, summary }: Requirement, terms: readonly string[], { numbers }: Vocabulary): Profile {
  const stems = new Map<number, number>()
  const phrases: WeighedPhrase[] = []
  const name = title.replaceAll(/\[.*?\]/g, '').trim()
  const official = add(stems, learn(name, numbers), weights.title)
  if (official.length > 0 && official.length <= longestPhrase)
    phrases.push({ stems: official, weight: worthOf(official, weights.titlePhrase), official: official.length > 1 })
  const known = name.toLowerCase()
  for (const text of terms) {
    const found = add(stems, learn(text, numbers), weights.term)
    if (found.length === 0 || found.length > longestPhrase || text.toLowerCase() === known) continue
    phrases.push({ stems: found, weight: worthOf(found, weights.termPhrase), official: false })
  }
  add(stems, learn(summary, numbers), weights.summary)
  return { stems, phrases }
}

const longestPhrase = 6

/** A single word already counts as a stem; as a phrase it only tells that the requirement is named. */
function worthOf(stems: readonly number[], weight: number): number {
  return stems.length > 1 ? weight : 0
}

/** The text's stems, each once. A term of one word stands for the requirement by itself. */
function add(stems: Map<number, number>, text: readonly number[], weight: number): readonly number[] {
  const found = text.filter((stem, at) => text.indexOf(stem) === at)
  const worth = weight === weights.term && found.length === 1 ? weights.soleWord : weight
  for (const stem of found) {
    const known = stems.get(stem)
    stems.set(stem, known === undefined ? worth : Math.max(known, worth) + weights.again * Math.min(known, worth))
  }
  return found
}

interface OpenEntry {
  readonly rarity: number
  readonly places: number[]
  readonly weights: number[]
  readonly named: boolean[]
  readonly phrases: Phrase[]
}

/** What few requirements say tells much about those that do. */
function entriesOf(
  profiles: readonly Profile[],
  { numbers, commonplace }: Vocabulary,
): readonly (OpenEntry | undefined)[] {
  const spread = new Map<number, number>()
  for (const { stems } of profiles)
    stems.forEach((weight, stem) => spread.set(stem, (spread.get(stem) ?? 0) + Math.min(1, weight)))
  const entries = Array.from<OpenEntry | undefined>({ length: numbers.size + 1 })
  spread.forEach((count, stem) => {
    const rarity = Math.max(0.1, Math.log((profiles.length + 1) / (count + 0.5)))
    entries[stem] = {
      rarity: commonplace.has(stem) ? rarity * 0.3 : rarity,
      places: [],
      weights: [],
      named: [],
      phrases: [],
    }
  })
  return entries
}

function placesOf(requirements: readonly Requirement[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, { id, objectives }] of requirements.entries()) {
    for (const objective of objectives) places.set(objective.id, place)
    places.set(id, place)
  }
  return places
}
