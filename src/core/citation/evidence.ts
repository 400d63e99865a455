// How strongly the words of an activity speak for each requirement of a framework.
import type { Activity } from '../activity.ts'
import { weightFor } from './profile.ts'
import type { CitationIndex, Phrase } from './profile.ts'
import { stemsOf } from './stem.ts'

/** An activity's texts, read once for all frameworks. */
export interface Reading {
  readonly title: Stems
  readonly duties: readonly Stems[]
}

/** The stems of a text in its order, and where each stands first. */
export interface Stems {
  readonly all: readonly string[]
  readonly firsts: readonly number[]
}

export function readingOf({ title, duties }: Pick<Activity, 'title' | 'duties'>): Reading {
  return { title: readText(title), duties: duties.map(({ does }) => readText(does)) }
}

function readText(text: string): Stems {
  const all = stemsOf(text)
  const firsts: number[] = []
  const seen = new Set<string>()
  for (let at = 0; at < all.length; at++) if (seen.size < seen.add(all[at]!).size) firsts.push(at)
  return { all, firsts }
}

/** What speaks for each requirement, by its place in the framework. */
export interface Evidence {
  readonly title: Float64Array
  readonly duties: Float64Array
}

export function weigh({ title, duties }: Reading, index: CitationIndex): Evidence {
  const inTitle = new Float64Array(index.requirements.length)
  const inDuties = new Float64Array(index.requirements.length)
  weighText(title, index, inTitle)
  for (const duty of duties) weighText(duty, index, inDuties)
  const fewest = Math.max(2, duties.length)
  for (let place = 0; place < inDuties.length; place++) inDuties[place]! /= fewest
  return { title: inTitle, duties: inDuties }
}

function weighText({ all, firsts }: Stems, index: CitationIndex, scores: Float64Array): void {
  for (const at of firsts) {
    const entry = index.stems.get(all[at]!)
    if (entry === undefined) continue
    const { places, weights, phrases } = entry
    for (let posting = 0; posting < places.length; posting++) scores[places[posting]!]! += weights[posting]!
    for (const phrase of phrases) if (standsIn(phrase, all, at)) scores[phrase.requirement]! += phrase.weight
  }
}

/** A phrase of a requirement that the activity uses. */
export interface Match {
  readonly official: boolean
  readonly inTitle: boolean
}

export function matchesOf({ title, duties }: Reading, index: CitationIndex): ReadonlyMap<number, readonly Match[]> {
  const matches = new Map<number, Match[]>()
  for (const text of [title, ...duties]) {
    for (const at of text.firsts) {
      for (const phrase of index.stems.get(text.all[at]!)?.phrases ?? []) {
        if (!standsIn(phrase, text.all, at)) continue
        const known = matches.get(phrase.requirement) ?? []
        known.push({ official: phrase.official, inTitle: text === title })
        matches.set(phrase.requirement, known)
      }
    }
  }
  return matches
}

/** Its other stems stand near: "changes are approved" is "change approval", at the two ends of a sentence they are not. */
function standsIn({ others }: Phrase, stems: readonly string[], first: number): boolean {
  if (others.length === 0) return true
  if (!stems.includes(others[0]!)) return false
  const reach = others.length + 1
  for (let at = first; at !== -1; at = stems.indexOf(stems[first]!, at + 1)) {
    if (others.every((other) => isNear(stems, other, { at, reach }))) return true
  }
  return false
}

function isNear(
  stems: readonly string[],
  stem: string,
  { at, reach }: { readonly at: number; readonly reach: number },
): boolean {
  for (let near = Math.max(0, at - reach); near <= at + reach; near++) if (stems[near] === stem) return true
  return false
}

/** The place that the words speak for most, -1 where they speak for none. */
export function bestOf(evidence: Evidence, counts?: (place: number) => boolean): number {
  let best = -1
  let most = 0
  for (let place = 0; place < evidence.title.length; place++) {
    const total = totalOf(evidence, place)
    if (total > most && (counts === undefined || counts(place))) {
      best = place
      most = total
    }
  }
  return best
}

export function totalOf({ title, duties }: Evidence, place: number): number {
  return title[place]! + duties[place]!
}

/** How many of the title's words a requirement's own title or terms hold, and what part of it they are by their rarity. */
export function heldOf({ all, firsts }: Stems, index: CitationIndex, requirement: number): Held {
  let whole = 0
  let held = 0
  let words = 0
  for (const at of firsts) {
    const entry = index.stems.get(all[at]!)
    const rarity = entry?.rarity ?? unknown
    whole += rarity
    if (!entry || weightFor(entry, requirement) === 0) continue
    held += rarity
    words++
  }
  return { words, share: whole === 0 ? 0 : held / whole }
}

export interface Held {
  readonly words: number
  readonly share: number
}

const unknown = 2
