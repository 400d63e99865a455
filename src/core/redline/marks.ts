// Marked lines: what stood is struck through, what stands now is underlined, what stays is plain.
import type { Cell, Line, Run } from '../paper/paper.ts'
import { wordDiff } from './word-diff.ts'

/** Word by word; an empty text is nothing. A blank keeps a replaced word from the word that replaces it: "24 12 hours". */
export function marked(before: string, after: string): Line {
  const runs: Run[] = []
  for (const { text, mark } of wordDiff(before, after)) {
    const last = runs.at(-1)
    if (mark === 'inserted' && last?.mark === 'deleted' && touch(last.text, text)) runs.push({ text: ' ' })
    runs.push(mark === 'kept' ? { text } : { text, mark })
  }
  return runs
}

const word = /[\p{L}\p{N}]/u

/** Two words without a blank between them; single marks of punctuation may stand together. */
function touch(deleted: string, inserted: string): boolean {
  return !/\s$/.test(deleted) && !/^\s/.test(inserted) && (word.test(deleted) || word.test(inserted))
}

/** One whole thing for another, however alike: names, figures. */
export function replaced(before: string, after: string): Line {
  if (before === after) return before === '' ? [] : [{ text: before }]
  const gap: Line = before !== '' && after !== '' ? [{ text: ' ' }] : []
  return [...struck(before), ...gap, ...added(after)]
}

export function struck(text: string): Line {
  return text === '' ? [] : [{ text, mark: 'deleted' }]
}

export function added(text: string): Line {
  return text === '' ? [] : [{ text, mark: 'inserted' }]
}

export function isMarked(line: Line): boolean {
  return line.some(({ mark }) => mark === 'inserted' || mark === 'deleted')
}

/** A line for each line that people wrote; none where there is nothing to read. */
export function cellFrom(...lines: readonly Line[]): Cell {
  return lines.filter((line) => line.some(({ text }) => text !== '')).flatMap(broken)
}

function broken(line: Line): readonly Line[] {
  if (!line.some(({ text }) => text.includes('\n'))) return [line]
  const lines: Run[][] = [[]]
  for (const run of line) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...run, text })
    }
  }
  return lines
}
