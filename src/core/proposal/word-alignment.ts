// Which words of a text are still there after it was edited.

export interface Token {
  readonly text: string
  /** where it begins */
  readonly at: number
}

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }))
}

/** Beyond it only the beginning and the end are held against each other. */
const most = 4_000_000

/** For each token after that was there before: its place before. The longest common sequence; all blanks are alike. */
export function keptTokens(before: readonly string[], after: readonly string[]): ReadonlyMap<number, number> {
  const kept = new Map<number, number>()
  let start = 0
  while (start < before.length && start < after.length && alike(before[start]!, after[start]!)) {
    kept.set(start, start)
    start += 1
  }
  let end = 0
  const shorter = Math.min(before.length, after.length) - start
  while (end < shorter && alike(before[before.length - 1 - end]!, after[after.length - 1 - end]!)) {
    end += 1
    kept.set(after.length - end, before.length - end)
  }
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (a.length * b.length <= most) for (const [i, j] of common(a, b)) kept.set(start + j, start + i)
  return kept
}

function alike(a: string, b: string): boolean {
  return a === b || (a.trim() === '' && b.trim() === '')
}

function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = alike(a[i]!, b[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (alike(a[i]!, b[j]!)) pairs.push([i++, j++])
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1
    else j += 1
  }
  return pairs
}

/** From 0 (no word in common) to 1 (the same words). */
export function likeness(a: string, b: string): number {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (left.length + right.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count === 0) continue
    shared += 1
    counts.set(word, count - 1)
  }
  return (2 * shared) / (left.length + right.length)
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
