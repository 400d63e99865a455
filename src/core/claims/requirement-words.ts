// What a cell in a column of ids turns out to name.
import type { FrameworkId } from '../identifiers.ts'

/** A requirement of a framework that we know, whole or some of its objectives. */
export interface FoundRequirement {
  readonly framework: FrameworkId
  readonly requirement: string
  /** as published; all of the requirement's where the cell names it whole */
  readonly objectives: readonly string[]
  /** the id as written, where it is another framework's and the published mapping leads here */
  readonly translatedFrom?: string
}

export type Recognised =
  /** every id in the cell is known; `rest` is the text after a single id (its title), else empty */
  | { readonly kind: 'known'; readonly found: readonly FoundRequirement[]; readonly rest: string }
  /** some id has a form that we know and names nothing that we have; the others of the cell are found */
  | {
      readonly kind: 'unknown'
      readonly found: readonly FoundRequirement[]
      readonly message: string
      /** these ids, and nothing else, are what is wrong: published ones from which no mapping leads here */
      readonly without?: readonly string[]
    }
  /** a number or a day where an id stood before a spreadsheet changed it */
  | { readonly kind: 'damaged'; readonly message: string }
  /** nothing in it looks like an id of any scheme */
  | { readonly kind: 'none' }
