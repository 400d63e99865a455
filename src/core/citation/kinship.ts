// Requirements that share words for good reason.
import type { CitationIndex } from './profile.ts'

/** A standard and its own specification: citing the one for the other's words is never wrong. */
export function areKin({ requirements }: CitationIndex, one: number, other: number): boolean {
  const [a, b] = [requirements[one]!, requirements[other]!]
  return a.attributes.parent === b.id || b.attributes.parent === a.id
}

/** Under one standard or in one family. */
export function areNeighbours({ requirements }: CitationIndex, one: number, other: number): boolean {
  const [a, b] = [requirements[one]!, requirements[other]!]
  return a.family === b.family && a.attributes.parent === b.attributes.parent
}
