// The stems that requirements use, numbered: comparing numbers is quicker than comparing words.
import { rememberedText } from '../remembered.ts'
import { stemsOf, wordsIn } from './stem.ts'
import { commonplaceWords } from './words.ts'

export interface Vocabulary {
  readonly numbers: Map<string, number>
  /** of verbs that stand in every duty */
  readonly commonplace: ReadonlySet<number>
  read: (text: string) => Stems
}

/** The stems of a text in their order, and where each that some requirement uses stands first. */
export interface Stems {
  readonly all: readonly number[]
  readonly firsts: readonly number[]
}

/** In the place of every stem that no requirement uses. */
export const stranger = 0

export function newVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  const commonplace = new Set(learn(commonplaceWords, numbers))
  return { numbers, commonplace, read: readerWith(numbers) }
}

/** Reads a text of a requirement, whose stems are given numbers. */
export function learn(text: string, numbers: Map<string, number>): readonly number[] {
  const found: number[] = []
  for (const word of wordsIn(text)) {
    for (const stem of stemsOf(word)) {
      const known = numbers.get(stem)
      const number = known ?? stranger + 1 + numbers.size
      if (known === undefined) numbers.set(stem, number)
      found.push(number)
    }
  }
  return found
}

/** To be called whenever something was learned: what was a stranger may no longer be one. */
export function readAnew(vocabulary: Vocabulary): void {
  vocabulary.read = readerWith(vocabulary.numbers)
}

function readerWith(numbers: ReadonlyMap<string, number>): Vocabulary['read'] {
  return rememberedText((text) => {
    const all: number[] = []
    const firsts: number[] = []
    for (const word of wordsIn(text)) {
      for (const stem of stemsOf(word)) {
        const number = numbers.get(stem) ?? stranger
        if (number !== stranger && !all.includes(number)) firsts.push(all.length)
        all.push(number)
      }
    }
    return { all, firsts }
  })
}
