// How strongly the words of an activity speak for each requirement of a framework.
import type { Activity } from '../activity.ts'
import { rememberedText } from '../remembered.ts'
import { weightFor } from './profile.ts'
import type { CitationIndex, Phrase } from './profile.ts'
import { stemsOf, wordsIn } from './stem.ts'
import { stranger } from './vocabulary.ts'
import type { Stems, Vocabulary } from './vocabulary.ts'

/** An activity's texts, read once for all frameworks. */
export interface Reading {
  readonly title: Stems
  readonly duties: readonly Stems[]
}

export function readingOf({ title, duties }: Pick<Activity, 'title' | 'duties'>, vocabulary: Vocabulary): Reading {
  return { title: vocabulary.read(title), duties: duties.map(({ does }) => vocabulary.read(does)) }
}

/** How much the title and the duties together speak for each requirement, by its place in the framework. */
export function weigh({ title, duties }: Reading, index: CitationIndex): Float64Array {
  const totals = new Float64Array(index.requirements.length)
  for (const duty of duties) weighText(duty, index, totals)
  const fewest = Math.max(2, duties.length)
  for (let place = 0; place < totals.length; place++) if (totals[place] !== 0) totals[place]! /= fewest
  weighText(title, index, totals)
  return totals
}

export function weighTitle({ title }: Reading, index: CitationIndex): Float64Array {
  const weights = new Float64Array(index.requirements.length)
  weighText(title, index, weights)
  return weights
}

function weighText({ all, firsts }: Stems, { entries }: CitationIndex, scores: Float64Array): void {
  for (const at of firsts) {
    const entry = entries[all[at]!]
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
  const inTitle = phrasesIn(title, index).map((phrase) => ({ phrase, inTitle: true }))
  const inDuties = duties.flatMap((duty) => phrasesIn(duty, index)).map((phrase) => ({ phrase, inTitle: false }))
  const matches = new Map<number, Match[]>()
  for (const { phrase, ...place } of [...inTitle, ...inDuties]) {
    const known = matches.get(phrase.requirement) ?? []
    known.push({ official: phrase.official, ...place })
    matches.set(phrase.requirement, known)
  }
  return matches
}

function phrasesIn({ all, firsts }: Stems, { entries }: CitationIndex): readonly Phrase[] {
  return firsts.flatMap((at) => entries[all[at]!]?.phrases.filter((phrase) => standsIn(phrase, all, at)) ?? [])
}

/** Its other stems stand near: "changes are approved" is "change approval", at the two ends of a sentence they are not. */
function standsIn({ others }: Phrase, text: readonly number[], first: number): boolean {
  if (others.length === 0) return true
  if (!text.includes(others[0]!)) return false
  const reach = others.length + 1
  for (let at = first; at !== -1; at = text.indexOf(text[first]!, at + 1)) {
    if (others.every((other) => isNear(text, other, { at, reach }))) return true
  }
  return false
}

function isNear(
  text: readonly number[],
  stem: number,
  { at, reach }: { readonly at: number; readonly reach: number },
): boolean {
  for (let near = Math.max(0, at - reach); near <= at + reach; near++) if (text[near] === stem) return true
  return false
}

/** The place that the words speak for most, -1 where they speak for none. */
export function bestOf(totals: Float64Array, counts?: (place: number) => boolean): number {
  let best = -1
  let most = 0
  for (let place = 0; place < totals.length; place++) {
    if (totals[place]! > most && (counts === undefined || counts(place))) {
      best = place
      most = totals[place]!
    }
  }
  return best
}

export interface Held {
  readonly words: number
  readonly share: number
}

/** How many of a title's words a requirement's own title or terms hold, and what part of it they are by their rarity. */
export function heldOf(title: string, { entries, vocabulary }: CitationIndex, requirement: number): Held {
  let whole = 0
  let held = 0
  let words = 0
  for (const stem of distinctStems(title)) {
    const entry = entries[vocabulary.numbers.get(stem) ?? stranger]
    const rarity = entry?.rarity ?? unknown
    whole += rarity
    if (!entry || weightFor(entry, requirement) === 0) continue
    held += rarity
    words++
  }
  return { words, share: whole === 0 ? 0 : held / whole }
}

const distinctStems = rememberedText((text) => new Set(wordsIn(text).flatMap(stemsOf)))

const unknown = 2
