// A document's own letters for who is first and who is second in line: "P = Primary, S = Secondary".
import type { SourceTable } from '../claims/source-document.ts'
import { rankIn } from './coverage-words.ts'
import type { Coverage } from './coverage-words.ts'

const longest = 300
const pair = /^\(?(\p{Lu}{1,2})\)?\s*(?:[=:–—]|-\s)\s*(\S[^=(]{0,80})/u
const letter = /^\p{Lu}{1,2}$/u

/** Letters that one place explains so, and no other place otherwise. */
export function rankLettersIn(tables: readonly Pick<SourceTable, 'rows'>[]): ReadonlyMap<string, Coverage> {
  const ranks = new Map<string, Coverage>()
  const disputed = new Set<string>()
  for (const [word, explained] of tables.flatMap(explainedIn)) {
    const rank = rankIn(explained.split(/[:–—(.]| - /u, 1)[0]!)
    if (rank === undefined || (ranks.get(word) ?? rank) !== rank) disputed.add(word)
    else ranks.set(word, rank)
  }
  return new Map([...ranks].filter(([word]) => !disputed.has(word)))
}

function explainedIn({ rows }: Pick<SourceTable, 'rows'>): readonly (readonly [string, string])[] {
  return rows.flatMap(({ cells }) => {
    const texts = [...cells.values()].map(({ text }) => text.trim())
    if (texts.length === 2 && letter.test(texts[0]!)) return [[texts[0]!, texts[1]!] as const]
    return texts.length > 2 ? [] : texts.filter((text) => text.length <= longest).flatMap(pairsOf)
  })
}

function pairsOf(text: string): readonly (readonly [string, string])[] {
  return text.split(/[\n;,|]|\s{2,}/).flatMap((piece) => {
    const [, word, explained] = pair.exec(piece.trim()) ?? []
    return word === undefined || explained === undefined ? [] : [[word, explained] as const]
  })
}
