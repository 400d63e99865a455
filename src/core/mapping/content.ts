// What stands in a column's cells: ticks, RACI letters, degrees, words for who does it, running text.
import { inheritanceIn, ownershipIn } from './ownership-words.ts'
import { markIn, raciIn } from './marks.ts'
import type { Naming } from './party-words.ts'

export type Content = 'raci' | 'mark' | 'degree' | 'ownership' | 'words' | 'empty'

/** A cell in ten may be something else: it is then listed as unread, not guessed. */
const share = 0.9

export function contentOf(texts: readonly string[], naming: Naming): Content {
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length === 0) return 'empty'
  if (most(filled, (text) => raciIn(text) !== undefined) && filled.some((text) => raciIn(text)?.does)) return 'raci'
  if (most(filled, (text) => markIn(text) !== undefined)) return 'mark'
  if (most(filled, (text) => inheritanceIn(text) !== undefined)) return 'degree'
  return most(filled, (text) => ownershipIn(text, naming) !== undefined) ? 'ownership' : 'words'
}

/** RACI letters in some columns, and only C and I, or nothing, in this one. */
export function mayBeRaci(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text.trim() !== '')
  return filled.length > 0 && most(filled, (text) => raciIn(text) !== undefined)
}

function most(texts: readonly string[], holds: (text: string) => boolean): boolean {
  return texts.filter(holds).length >= share * texts.length
}
