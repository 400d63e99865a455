// The words of an activity that speak for a requirement, as they stand in it.
import { weightFor } from './profile.ts'
import type { CitationIndex } from './profile.ts'

/** At most two spans, from the first to the last such word of a text, the texts with most of them first. */
export function quotesFor(texts: readonly string[], index: CitationIndex, requirement: number): readonly string[] {
  const spans = texts.map((text) => spanOf(text, index, requirement)).filter((span) => span !== undefined)
  const strongest = spans.toSorted((a, b) => b.weight - a.weight).slice(0, 2)
  return [...new Set(strongest.map(({ text }) => text.toLowerCase()))]
}

interface Span {
  readonly text: string
  readonly weight: number
}

const longest = 80

function spanOf(text: string, index: CitationIndex, requirement: number): Span | undefined {
  const hits = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)]
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      weight: weightOf(match[0], index, requirement),
    }))
    .filter(({ weight }) => weight > 0)
  const [first] = hits
  if (!first) return undefined
  const within = hits.filter(({ to }) => to - first.from <= longest)
  const weight = hits.reduce((sum, hit) => sum + hit.weight, 0)
  return { text: text.slice(first.from, within.at(-1)?.to ?? first.to), weight }
}

function weightOf(word: string, index: CitationIndex, requirement: number): number {
  const entries = index.vocabulary.read(word).all.map((stem) => index.entries[stem])
  return Math.max(0, ...entries.map((entry) => (entry ? weightFor(entry, requirement) : 0)))
}
