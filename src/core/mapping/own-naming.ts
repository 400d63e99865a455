// Whom an MSP means in its own document by "the provider": itself, another, or it cannot be told.
import type { SourceTable } from '../claims/source-document.ts'
import { holderOf, splitHolders } from './party-words.ts'
import type { Naming } from './party-words.ts'
import { plainWords } from './plain-words.ts'

const longest = 60
const lookedAt = 200

/** Itself where nobody in it is called MSP, or by its name; nobody knows who where it has other words for providers too. */
export function namingIn(tables: readonly SourceTable[], naming: Naming): Naming {
  if (naming.side !== 'msp') return naming
  const texts = tables.flatMap(({ rows }) =>
    rows
      .slice(0, lookedAt)
      .flatMap(({ cells }) => [...cells.values()].map(({ text }) => text).filter((text) => text.length <= longest)),
  )
  const serving: Naming = { ...naming, serves: true }
  if (!texts.some((text) => isMsp(text, naming))) return serving
  return texts.some((text) => holderOf(text, serving)?.side === 'provider') ? { ...naming, serves: 'unclear' } : naming
}

/** The name alone, or a word for an MSP among others ("MSP responsibility"). */
function isMsp(text: string, naming: Naming): boolean {
  if (holderOf(text, naming)?.side === 'msp') return true
  return splitHolders(plainWords(text), { party: '', ...(naming.names && { names: naming.names }) }).some(
    (part) => typeof part !== 'string' && part.side === 'msp',
  )
}
