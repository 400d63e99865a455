// The evidence of a duty, a line for each item: `what (from)`.
import type { Duty, Evidence } from '../duty.ts'
import { fill } from '../placeholder.ts'
import { nearestAnswers } from './answers.ts'
import type { Answers, AnswerSets } from './answers.ts'
import { linesIn, plain } from './cell-text.ts'
import { matchLines } from './match-lines.ts'
import { splitParenthesis } from './parse-line.ts'
import { restored } from './restore-placeholders.ts'

/** In the order of the lines; what is not shown of an item (where it is kept, its digest) stays with it. */
export function changedEvidence(
  text: string,
  { evidence = [] }: Duty,
  sets: AnswerSets,
): readonly Evidence[] | undefined {
  const lines = linesIn(text)
  const whole = evidence.map(said).join('\n')
  const answers = nearestAnswers(sets, (known) => fill(whole, known), text)
  const shown = evidence.map((item) => plain(fill(said(item), answers)))
  const places = matchLines(
    shown.map((line) => ({ group: '', text: line })),
    lines.map((line) => ({ group: '', text: line })),
  )
  const origins = new Map([...places].map(([from, to]) => [to, evidence[from]!] as const))
  const items = lines.map((line, index) => {
    const origin = origins.get(index)
    return origin === undefined ? newItem(line) : changedItem(line, origin, answers)
  })
  return items.length === 0 ? undefined : items
}

function said({ what, from }: Evidence): string {
  return from === undefined ? what : `${what} (${from})`
}

export function newItem(line: string): Evidence {
  const split = splitParenthesis(line)
  return split === undefined ? { what: line } : { what: split.head, from: split.inside }
}

function changedItem(line: string, origin: Evidence, answers: Answers): Evidence {
  if (plain(fill(said(origin), answers)) === line) return origin
  const { from: before, ...rest } = origin
  const { what, from } =
    before === undefined && keepsParenthesis(line, origin, answers) ? { what: line } : newItem(line)
  return {
    ...rest,
    what: restored(origin.what, what, answers),
    ...(from !== undefined && { from: restored(before ?? '', from, answers) }),
  }
}

/** A parenthesis that belonged to what it is, and still does. */
function keepsParenthesis(line: string, { what }: Evidence, answers: Answers): boolean {
  const inside = splitParenthesis(plain(fill(what, answers)))?.inside
  return inside !== undefined && splitParenthesis(line)?.inside === inside
}
