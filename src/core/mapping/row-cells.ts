// The cells of one row that say who does it, each with what its column holds, and what they say.
import type { ClaimOwnership } from '../claims/claim.ts'
import { remembered } from '../remembered.ts'
import type { Coverage } from './coverage-words.ts'
import type { Footnotes } from './footnotes.ts'
import type { GridCell } from './grid.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { ownershipIn } from './ownership-words.ts'
import type { Owned } from './ownership-words.ts'
import { holderKey } from './party-words.ts'
import type { Holder, Naming } from './party-words.ts'
import { plain } from './plain-words.ts'
import type { OwnLetters } from './role-legend.ts'

export interface Cell {
  readonly column: ColumnMapping
  readonly cell: GridCell
}

/** One cell, or the marks of a grid together. */
export interface Saying extends Owned {
  readonly at: string
  /** the cell's words, where they say it */
  readonly words?: string
  /** marks say it, which know nothing of what stands beside them */
  readonly marked?: true
  /** only this party has a column of marks: whether another has a part too is not said by it */
  readonly alone?: true
}

/** A cell that says neither yes nor no. */
export interface Unread {
  readonly at: string
  readonly message: string
}

export interface Reading {
  readonly naming: Naming
  /** what the user, or a legend in the document, says that a cell's words mean */
  readonly words: Mapping['words']
  /** letters of RACI that the document gives another meaning */
  readonly strange?: ReadonlySet<string>
  /** the document's own letters for the roles of RACI */
  readonly ownLetters?: OwnLetters
  /** letters by which the document says who is first and who is second in line */
  readonly ranks?: ReadonlyMap<string, Coverage>
  readonly notes?: Footnotes
}

export function holderIn({ of, name }: ColumnMapping): Holder {
  return { side: of!, ...(name !== undefined && { name }) }
}

/** The user's word for it, or the document's, before our own. */
export function ownedBy(text: string, { words, naming }: Reading, otherwise?: Owned): Owned {
  return toldOwnership(text, words) ?? otherwise ?? ownershipIn(text, naming) ?? { ownership: 'unclear' }
}

export function toldOwnership(text: string, words: Mapping['words']): Owned | undefined {
  const ownership: ClaimOwnership | undefined = plainKeys(words).get(plain(text))
  return ownership && { ownership }
}

const plainKeys = remembered(
  (words: Mapping['words']) => new Map(Object.entries(words).map(([word, ownership]) => [plain(word), ownership])),
)

/** Whose it is where these have a part in it. */
export function together(holders: readonly Holder[]): Owned {
  const [first, second] = distinctBy(holders)
  if (first === undefined) return { ownership: 'unclear' }
  return second === undefined ? { ownership: first.side, holder: first } : { ownership: 'shared' }
}

function distinctBy(holders: readonly Holder[]): readonly Holder[] {
  return [...new Map(holders.map((holder) => [holderKey(holder), holder] as const)).values()]
}
