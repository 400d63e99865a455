// A legend: the document's own words for its marks (`P = Provider`), where they stand outside its tables.
import type { ClaimOwnership } from '../claims/claim.ts'
import type { SourceDocument, SourceTable } from '../claims/source-document.ts'
import { remembered } from '../remembered.ts'
import { explainedAs } from './legend-words.ts'
import { ownershipIn } from './ownership-words.ts'
import type { Naming } from './party-words.ts'
import { plain } from './plain-words.ts'
import { letterHeading } from './raci.ts'

/** A code is short: a letter or two, or a symbol. */
const code = /^(?:\p{Lu}{1,3}(?:\/\p{Lu}{1,2})?|\p{Ll}|[^\p{L}\p{N}\s]{1,3})$/u
const said = /^\(?(\S{1,3}?)\)?(?:\s*(?:=|:|–|—|→)\s*|\s+-\s+)(\S.*)$/u

type Explaining = Pick<SourceDocument, 'tables' | 'texts'>

/** Codes that one place explains and no other place explains otherwise, and rows of them as they stand in cells ("R / C"). */
export function legendIn(document: Explaining, naming: Naming): Readonly<Record<string, ClaimOwnership>> {
  const meanings = new Map<string, ClaimOwnership | 'disputed'>()
  for (const [word, explained] of explainedCodes(document)) {
    if (ownershipIn(word, naming) !== undefined) continue
    const owned = explainedAs(explained, naming) ?? (letterHeading(explained) === undefined ? undefined : 'disputed')
    if (owned === undefined) continue
    const before = meanings.get(word)
    meanings.set(word, before === undefined || before === owned ? owned : 'disputed')
  }
  const known = new Map([...meanings].filter((pair): pair is [string, ClaimOwnership] => pair[1] !== 'disputed'))
  return Object.fromEntries([...known, ...(known.size > 1 ? rowsOfCodes(document, known) : [])])
}

const parting = /[\s/,;+&|]+/u
const longestRow = 12

/** Each of its codes has a part. */
function rowsOfCodes(
  { tables }: Explaining,
  known: ReadonlyMap<string, ClaimOwnership>,
): ReadonlyMap<string, ClaimOwnership> {
  const found = new Map<string, ClaimOwnership>()
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]))
  for (const text of new Set(cells.map((cell) => cell.text.trim()))) {
    const owned = text.length > longestRow || known.has(text) ? undefined : ofCodes(text, known)
    if (owned !== undefined) found.set(text, owned)
  }
  return found
}

function ofCodes(text: string, known: ReadonlyMap<string, ClaimOwnership>): ClaimOwnership | undefined {
  const codes = text.split(parting).map((one) => known.get(one))
  if (codes.length < 2 || codes.some((one) => one === undefined || one === 'unclear' || one === 'not-applicable'))
    return undefined
  return new Set(codes).size === 1 ? codes[0] : 'shared'
}

/** Each code with what is said to explain it. */
export function explainedCodes({ tables, texts = [] }: Explaining): readonly Pair[] {
  return [...tables.flatMap(pairsIn), ...pairsInTexts(texts)]
}

const usual: Readonly<Record<string, RegExp>> = {
  R: /^(?:responsib|realis|responsab|verantwort|durchfuhr|does|performs|doer|execut|in charge|is in charge|he who|who does|zustandig|ejecut)/,
  A: /^(?:accountab|approv|approb|approuv|autorit|aprob|aprueb|rechenschaft|answer|gesamtverantwort|is accountable|rend compte|genehmig)/,
}

/** Letters of RACI that the document gives another meaning ("A = Assists"). */
export function strangeLettersIn(document: Explaining): ReadonlySet<string> {
  return new Set(
    explainedCodes(document).flatMap(([word, explained]) =>
      usual[word] === undefined || !/\p{L}{4}/u.test(explained) || usual[word].test(plain(explained)) ? [] : [word],
    ),
  )
}

type Pair = readonly [word: string, explained: string]

/** `P` beside `Provider`, and `P = Provider` in one cell, several to a line. */
const pairsIn = remembered((table: SourceTable): readonly Pair[] => {
  const pairs: Pair[] = [...besideWork(table)]
  for (const { cells } of table.rows) {
    const texts = [...cells.values()].map(({ text }) => text.trim())
    if (texts.length === 2 && code.test(texts[0]!)) pairs.push([texts[0]!, texts[1]!])
    // More cells than two are a row of work, unless each of them explains a code.
    if (texts.length > 2 && !texts.every((text) => said.test(text))) continue
    for (const text of texts) if (text.length < longestLine && explains.test(text)) pairs.push(...explainedIn(text))
  }
  return pairs.filter(([word]) => plain(word) !== '')
})

const equals = /^\(?\S{1,3}\)?\s*=/u
const fewest = 2

/** A column to the side of a table, in which each cell but its heading explains codes by "=", and nothing else. */
function besideWork({ rows }: SourceTable): readonly Pair[] {
  const cells = rows.flatMap((row) => [...row.cells].map(([letter, { text }]) => [letter, text.trim()] as const))
  return [...Map.groupBy(cells, ([letter]) => letter).values()].flatMap((column) => {
    const found = column.map(([, text]) => (text.length < longestLine && equals.test(text) ? wholly(text) : []))
    const explaining = found.filter((pairs) => pairs.length > 0).length
    return explaining < fewest || column.length - explaining > 1 ? [] : found.flat()
  })
}

function wholly(text: string): readonly Pair[] {
  const pairs = explainedIn(text)
  return pairs.length === piecesOf(text).length ? pairs : []
}

const longestLine = 300
const explains = /[=:–—→-]/

function piecesOf(text: string): readonly string[] {
  return text.split(/[\n;,]/).filter((piece) => piece.trim() !== '')
}

function explainedIn(text: string): readonly Pair[] {
  return piecesOf(text).flatMap((piece) => pairOf(said.exec(piece.trim())))
}

function pairOf(match: RegExpExecArray | null): readonly Pair[] {
  const [, word, explained] = match ?? []
  return word === undefined || explained === undefined || !code.test(word) ? [] : [[word, explained]]
}

/** Running text that may explain codes, for readers to keep: a line of it, or an item of a list. */
export function mayExplain(line: string): boolean {
  return line.length < longestLine && mayBegin.test(line)
}

const mayBegin =
  /(?:^|[\s(,;:])(?:\p{Lu}{1,3}(?:\/\p{Lu}{1,2})?|[^\p{L}\p{N}\s])\)?\s*(?:=|:\s|[–—→]|\s-\s|\s(?:means|stands for|denotes|d[ée]signe|signifie|bedeutet|steht f[üu]r|significa)\s)/u

/** "R means “Recommended”": one code is enough where the sentence says so. */
const saysMeaning = /\s(?:means|stands for|denotes|d[ée]signe|signifie|bedeutet|steht f[üu]r|significa)\s+["“«„]/u

/** One line of text is a legend if it explains several codes or says "="; a list, if neighboring items do. */
function pairsInTexts(texts: readonly string[]): readonly Pair[] {
  const lines = texts.map((text) => explainedInLine(text))
  return lines.flatMap((pairs, at) => {
    const isOne = pairs.length > 1 || /=/.test(texts[at]!) || saysMeaning.test(texts[at]!)
    return isOne || (lines[at - 1]?.length ?? 0) > 0 || (lines[at + 1]?.length ?? 0) > 0 ? pairs : []
  })
}

/** "Legend:", "Who:" */
const label = /^\p{L}[\p{L}\s]{2,40}:\s+(?=\S{1,5}\s*(?:=|–|—|→|-\s|:\s))/u
const meaning =
  /(?:^|\s)(\p{Lu}{1,3}) (?:means|stands for|denotes|d[ée]signe|signifie|bedeutet|steht f[üu]r|significa|that|dass|que)(?: (?:that|dass|que))? (\S.*)$/u
const clauses = /\s*[,;]\s*(?:(?:and|et|und|y) )?|\s(?:and|et|und|y)\s(?=\p{Lu}{1,3}\s)/u

function explainedInLine(text: string): readonly Pair[] {
  const line = text.replace(label, '').replace(/[.\s]+$/u, '')
  const pairs = explainedIn(line)
  return pairs.length > 0 ? pairs : line.split(clauses).flatMap((clause) => pairOf(meaning.exec(clause.trim())))
}
