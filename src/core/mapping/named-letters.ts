// RACI by columns of names: who is responsible and who is accountable answer for a row together.
import type { ColumnMapping } from './mapping.ts'
import { holderKey } from './party-words.ts'
import { letterHeading } from './raci.ts'
import type { Saying } from './saying.ts'

export interface Spoken {
  readonly column: ColumnMapping
  readonly saying: Saying
}

export function byNamedLetters(spoken: readonly Spoken[], columns: readonly ColumnMapping[]): readonly Saying[] {
  const all = spoken.map(({ saying }) => saying)
  if (!columns.some((column) => isFor('R', column)) || !columns.some((column) => isFor('A', column))) return all
  const [does, ...more] = spoken.filter(({ column }) => isFor('R', column))
  const [answers, ...others] = spoken.filter(({ column }) => isFor('A', column))
  if (answers === undefined || more.length > 0 || others.length > 0) return all
  const rest = all.filter((saying) => saying !== does?.saying && saying !== answers.saying)
  return [...together(does?.saying, answers.saying), ...rest]
}

function isFor(letter: 'R' | 'A', { heading, is }: ColumnMapping): boolean {
  return is === 'ownership' && letterHeading(heading.split(' › ').at(-1)!) === letter
}

/** As with letters under their names: an answer without work is unclear, two that differ share the row. */
function together(does: Saying | undefined, answers: Saying): readonly Saying[] {
  if (does === undefined) return [{ ownership: 'unclear', at: answers.at }]
  const open = [does, answers].find(({ ownership }) => ownership === 'unclear')
  if (open !== undefined) return [open]
  if (does.ownership === 'not-applicable' || answers.ownership === 'not-applicable') return [does, answers]
  if (whose(does) === whose(answers)) return [does]
  return [{ ownership: 'shared', at: does.at, words: `${does.words ?? ''} / ${answers.words ?? ''}` }]
}

function whose({ ownership, holder }: Saying): string {
  return holder === undefined ? ownership : holderKey(holder)
}
