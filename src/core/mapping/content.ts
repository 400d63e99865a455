// What stands in a column's cells: ticks, RACI letters, degrees, words for who does it, running text.
import type { ClaimOwnership } from '../claims/claim.ts'
import { saysHowMuch } from './coverage-words.ts'
import { ownershipIn } from './ownership-words.ts'
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
  const howMuch = saysHowMuch(letters)
  const degree = letters.length > 0 && holds(letters, howMuch, nearly)
  if (degree && letters.some((text) => markIn(text) === undefined && !isWaived(text))) return 'degree'
  if (
    holds(
      filled.filter((text) => markIn(text) !== 'unmarked'),
      (text) => markIn(text) === 'marked',
      mostly,
    )
  )
    return 'mark'
  if (degree) return 'degree'
  if (areStandings(filled)) return 'standing'
  const owned = filled.map((text) => ownershipIn(text, naming)?.ownership)
  const told = owned.filter((ownership) => ownership !== undefined).length >= nearly * filled.length
  return told && owned.some((ownership) => ownership !== undefined && decided.has(ownership)) ? 'ownership' : 'words'
}

/** A column of nothing but "open" and "N/A" says how far something is. */
const decided: ReadonlySet<ClaimOwnership> = new Set(['msp', 'client', 'provider', 'shared'])

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
