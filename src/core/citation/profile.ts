// What the words of each requirement of a framework are, as an index from a stem to the requirements it speaks for.
import type { Framework, Requirement } from '../framework.ts'
import { refer } from '../identifiers.ts'
import type { Reference } from '../identifiers.ts'
import { isCommonplace, stemsOf } from './stem.ts'

/** Several stems that stand close together in a text, filed under the rarest of them. */
export interface Phrase {
  readonly requirement: number
  readonly others: readonly string[]
  readonly weight: number
  /** it is the requirement's published title */
  readonly official: boolean
}

export interface CitationIndex {
  readonly requirements: readonly Requirement[]
  /** the requirement that an objective's or a requirement's id stands for */
  readonly places: ReadonlyMap<string, number>
  readonly stems: ReadonlyMap<string, StemEntry>
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

export function buildIndex(framework: Framework, terms: Terms): CitationIndex {
  const { requirements } = framework
  const profiles = requirements.map((requirement) =>
    profileOf(requirement, terms[refer(framework.id, requirement.id)] ?? []),
  )
  const stems = entriesOf(profiles)
  const rarity = (stem: string): number => stems.get(stem)!.rarity
  for (const [requirement, profile] of profiles.entries()) {
    for (const [stem, weight] of profile.stems) {
      const entry = stems.get(stem)!
      const worth = weight * entry.rarity
      if (worth < weights.least) continue
      entry.places.push(requirement)
      entry.weights.push(worth)
      entry.named.push(weight >= weights.term)
    }
    for (const { stems: words, weight, official } of profile.phrases) {
      const rarest = words.reduce((a, b) => (rarity(b) > rarity(a) ? b : a))
      const others = words.filter((word) => word !== rarest)
      const worth = weight * words.reduce((sum, word) => sum + rarity(word), 0)
      stems.get(rarest)!.phrases.push({ requirement, others, weight: worth, official })
    }
  }
  return { requirements, places: placesOf(requirements), stems }
}

interface WeighedPhrase {
  readonly stems: readonly string[]
  readonly weight: number
  readonly official: boolean
}

interface Profile {
  readonly stems: ReadonlyMap<string, number>
  readonly phrases: readonly WeighedPhrase[]
}

function profileOf({ title, summary }: Requirement, terms: readonly string[]): Profile {
  const stems = new Map<string, number>()
  const phrases: WeighedPhrase[] = []
  const name = title.replaceAll(/\[.*?\]/g, '').trim()
  const official = add(stems, name, weights.title)
  if (official.length > 0 && official.length <= longestPhrase)
    phrases.push({ stems: official, weight: worthOf(official, weights.titlePhrase), official: official.length > 1 })
  const known = name.toLowerCase()
  for (const text of terms) {
    const found = add(stems, text, weights.term)
    if (found.length === 0 || found.length > longestPhrase || text.toLowerCase() === known) continue
    phrases.push({ stems: found, weight: worthOf(found, weights.termPhrase), official: false })
  }
  add(stems, summary, weights.summary)
  return { stems, phrases }
}

const longestPhrase = 6

/** A single word already counts as a stem; as a phrase it only tells that the requirement is named. */
function worthOf(stems: readonly string[], weight: number): number {
  return stems.length > 1 ? weight : 0
}

/** The text's stems, each once. A term of one word stands for the requirement by itself. */
function add(stems: Map<string, number>, text: string, weight: number): readonly string[] {
  const found = stemsOf(text).filter((stem, at, all) => all.indexOf(stem) === at)
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
function entriesOf(profiles: readonly Profile[]): ReadonlyMap<string, OpenEntry> {
  const spread = new Map<string, number>()
  for (const { stems } of profiles)
    for (const [stem, weight] of stems) spread.set(stem, (spread.get(stem) ?? 0) + Math.min(1, weight))
  const entries = new Map<string, OpenEntry>()
  for (const [stem, count] of spread) {
    const rarity = Math.max(0.1, Math.log((profiles.length + 1) / (count + 0.5)))
    entries.set(stem, {
      rarity: isCommonplace(stem) ? rarity * 0.3 : rarity,
      places: [],
      weights: [],
      named: [],
      phrases: [],
    })
  }
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
