// A legend: the document's own words for its marks (`P = Provider`), where they stand outside its tables.
import type { ClaimOwnership } from '../claims/claim.ts'
import type { SourceDocument, SourceTable } from '../claims/source-document.ts'
import { remembered } from '../remembered.ts'
import { ownershipIn } from './ownership-words.ts'
import type { Naming } from './party-words.ts'
import { plain } from './plain-words.ts'

/** A code is short: a letter or two, or a symbol. */
const code = /^(?:\p{Lu}{1,3}(?:\/\p{Lu}{1,2})?|\p{Ll}|[^\p{L}\p{N}\s]{1,3})$/u
const said = /^\(?(\S{1,3}?)\)?(?:\s*(?:=|:|–|—|→)\s*|\s+-\s+)(\S.*)$/u

/** Codes that one place explains and no other place explains otherwise. */
export function legendIn(
  { tables }: Pick<SourceDocument, 'tables'>,
  naming: Naming,
): Readonly<Record<string, ClaimOwnership>> {
  const meanings = new Map<string, ClaimOwnership | 'disputed'>()
  for (const [word, explained] of tables.flatMap(pairsIn)) {
    const owned = ownershipIn(explained, naming)
    if (owned === undefined || ownershipIn(word, naming) !== undefined) continue
    const before = meanings.get(word)
    meanings.set(word, before === undefined || before === owned.ownership ? owned.ownership : 'disputed')
  }
  return Object.fromEntries([...meanings].filter((pair): pair is [string, ClaimOwnership] => pair[1] !== 'disputed'))
}

const usual: Readonly<Record<string, RegExp>> = {
  R: /^(?:responsib|realis|responsab|verantwort|durchfuhr|does|performs|doer|execut|in charge|is in charge|he who|who does|zustandig|ejecut)/,
  A: /^(?:accountab|approv|approb|approuv|autorit|aprob|aprueb|rechenschaft|answer|gesamtverantwort|is accountable|rend compte|genehmig)/,
}

/** Letters of RACI that the document gives another meaning ("A = Assists"). */
export function strangeLettersIn({ tables }: Pick<SourceDocument, 'tables'>): ReadonlySet<string> {
  const pairs = tables.flatMap(pairsIn)
  return new Set(
    pairs.flatMap(([word, explained]) =>
      usual[word] === undefined || !/\p{L}{4}/u.test(explained) || usual[word].test(plain(explained)) ? [] : [word],
    ),
  )
}

/** `P` beside `Provider`, and `P = Provider` in one cell, several to a line. */
const pairsIn = remembered(({ rows }: SourceTable): readonly (readonly [string, string])[] => {
  const pairs: (readonly [string, string])[] = []
  for (const { cells } of rows) {
    const texts = [...cells.values()].map(({ text }) => text.trim())
    if (texts.length === 2 && code.test(texts[0]!)) pairs.push([texts[0]!, texts[1]!])
    // More cells than two are a row of work, unless each of them explains a code.
    if (texts.length > 2 && !texts.every((text) => said.test(text))) continue
    for (const text of texts) if (text.length < 300 && explains.test(text)) pairs.push(...explainedIn(text))
  }
  return pairs.filter(([word]) => plain(word) !== '')
})

const explains = /[=:–—→-]/

function explainedIn(text: string): readonly (readonly [string, string])[] {
  return text.split(/[\n;,]/).flatMap((piece) => {
    const [, word, explained] = said.exec(piece.trim()) ?? []
    return word === undefined || explained === undefined || !code.test(word) ? [] : [[word, explained] as const]
  })
}
