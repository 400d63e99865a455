// What stands in a column's cells: ticks, RACI letters, degrees, words for who does it, running text.
import { inheritanceIn, ownershipIn } from './ownership-words.ts'
import { isWaived, markIn } from './marks.ts'
import { raciIn } from './raci.ts'
import { areStandings } from './standing-words.ts'
import type { Naming } from './party-words.ts'

/** `standing`: how far it is in place, which is nobody's part */
export type Content = 'raci' | 'mark' | 'degree' | 'ownership' | 'standing' | 'words' | 'empty'

/** Most cells make a grid of marks: one that is something else leaves its row unclear, and is listed. */
const mostly = 0.6
/** For who does it, nearly every cell must be a word that we know. */
const nearly = 0.9

export function contentOf(texts: readonly string[], naming: Naming): Content {
  const filled = texts.filter((text) => text.trim() !== '')
  if (filled.length === 0) return 'empty'
  const letters = filled.filter((text) => !isDash(text) && !isWaived(text))
  if (holds(letters, (text) => raciIn(text) !== undefined, mostly) && letters.some((text) => raciIn(text)?.does))
    return 'raci'
  if (
    filled.some((text) => /^(?:n|partial(?:ly)?)$/i.test(text.trim())) &&
    holds(filled, (text) => inheritanceIn(text) !== undefined, nearly)
  )
    return 'degree'
  if (
    holds(
      filled.filter((text) => markIn(text) !== 'unmarked'),
      (text) => markIn(text) === 'marked',
      mostly,
    )
  )
    return 'mark'
  if (holds(filled, (text) => inheritanceIn(text) !== undefined, nearly)) return 'degree'
  if (areStandings(filled)) return 'standing'
  return holds(filled, (text) => ownershipIn(text, naming) !== undefined, nearly) ? 'ownership' : 'words'
}

/** RACI letters in some columns, and only C and I, or nothing, in this one. */
export function mayBeRaci(texts: readonly string[]): boolean {
  return holds(
    texts.filter((text) => text.trim() !== '' && !isWaived(text)),
    (text) => raciIn(text) !== undefined,
    nearly,
  )
}

function isDash(text: string): boolean {
  return /^[-–—\s]+$/.test(text)
}

function holds(texts: readonly string[], is: (text: string) => boolean, share: number): boolean {
  return texts.filter(is).length >= share * texts.length
}
