// What a row says outright about who does it.
import type { Owned } from './ownership-words.ts'

/** One cell, or the marks of a grid together. */
export interface Saying extends Owned {
  readonly at: string
  /** the cell's words, where they say it */
  readonly words?: string
  /** marks say it, which know nothing of what stands beside them */
  readonly marked?: true
}
