// The answers to the matrix's questions: as they went out and, where somebody changed one, as they came back.
import { plain } from './cell-text.ts'
import { likeness } from './word-alignment.ts'

export type Answers = Readonly<Record<string, string>>

/** Those that went out first. */
export type AnswerSets = readonly [Answers, ...Answers[]]

/** With which of them the edited text was written: an answer may have been replaced wherever it stood. */
export function nearestAnswers(sets: AnswerSets, said: (answers: Answers) => string, edited: string): Answers {
  const [first, ...others] = sets
  const scoreOf = (answers: Answers): number => {
    const text = plain(said(answers))
    return text === plain(edited) ? 2 : likeness(text, edited)
  }
  let nearest = first
  for (const answers of others) if (scoreOf(answers) > scoreOf(nearest)) nearest = answers
  return nearest
}
