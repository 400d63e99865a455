// Ids in brackets behind the words of a row ("Limit logons (3.1.8)"), in a table that has no column of ids.
import type { FoundRequirement } from '../claims/requirement-words.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import type { Recogniser } from './recogniser.ts'

export interface BracketReader {
  readonly recognise: Recogniser
  /** a title, a heading or an id of a form of its own says what bare numbers are */
  readonly named: boolean
}

export interface Bracketed {
  readonly found: readonly FoundRequirement[]
  /** what stands in brackets and is left open, with the reason */
  readonly messages: readonly string[]
}

const longest = 2000
const pairs = /\(([^()]{3,200}(?:\([^()]{1,5}\)[^()]{0,40}){0,8})\)|\[([^[\]]{3,200})\]/g
/** Words before a bracket that take it away, or lead elsewhere. */
const notThis =
  /\b(?:except|excluding|without|not|see|sauf|hors|voir|ohne|au(?:ß|ss)er|siehe|vgl\.?|excepto|salvo|v[ée]ase)\s*$/iu

interface Group {
  readonly text: string
  readonly aside: boolean
}

export function cellsInBrackets(texts: readonly string[]): readonly Pick<RawCell, 'text' | 'kind'>[] {
  return texts.flatMap(groupsIn).map(({ text }) => ({ text, kind: 'text' as const }))
}

export function readBrackets(text: string, at: string, { recognise, named }: BracketReader): Bracketed {
  const found: FoundRequirement[] = []
  const messages: string[] = []
  for (const group of groupsIn(text)) {
    const is = recognise({ text: group.text, kind: 'text', at })
    if (is.kind === 'none' || is.kind === 'damaged') continue
    if (is.kind === 'unknown') messages.push(is.message)
    else if (group.aside) messages.push(`“${group.text}” is an id, and the words before it lead away from it; not read`)
    else if (!named && bareNumber.test(group.text)) messages.push(sayDoubt(group.text))
    else found.push(...is.found)
  }
  return messages.length > 0 ? { found: [], messages } : { found, messages }
}

const bareNumber = /^\s*\d+\.\d+\.\d/

function sayDoubt(id: string): string {
  return `“${id}” is exactly an id of NIST SP 800-171, and nothing says that it is no section of this document, so it was not read as one; give the ids a column of their own`
}

function groupsIn(text: string): readonly Group[] {
  if (text.length > longest) return []
  return [...text.matchAll(pairs)].map((match) => ({
    text: (match[1] ?? match[2]!).trim(),
    aside: notThis.test(text.slice(0, match.index)),
  }))
}
