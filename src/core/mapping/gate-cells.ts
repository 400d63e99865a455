// A cell that takes the whole row out: "Applicable to us? – No", the "No" of a questionnaire that says who owns what is not done.
import { isWaived, markIn } from './marks.ts'
import { plain } from './plain-words.ts'
import type { Cell } from './row-cells.ts'

const answers: ReadonlySet<string> = new Set([
  'csp caiq answer',
  'caiq answer',
  'csp answer',
  'consensus assessment answer',
])

const asks: ReadonlySet<string> = new Set(
  [
    'applicable, applies, applicability, applicable y n, applicable yes no, applicable to us, applies to us, applicable to our organization, is it applicable, relevant, relevant to us, in scope, in scope y n',
    'applicable pour nous, s applique, concerne, dans le perimetre',
    'anwendbar, zutreffend, trifft zu, relevant, gilt fur uns',
    'aplicable, aplica, se aplica, procede',
  ].flatMap((line) => line.split(', ')),
)

/** Columns that nobody needs, or nobody understood, by their headings alone. */
const beside: ReadonlySet<string> = new Set(['ignored', 'unknown'])

export interface TakenOut {
  readonly at: string
  readonly text: string
  /** by the answer of whoever serves: of the customer it says nothing */
  readonly answer: boolean
}

export function takenOut(cells: readonly Cell[]): readonly TakenOut[] {
  return cells.flatMap(({ column, cell: { at, text } }) => {
    if (!beside.has(column.is)) return []
    const heading = plain(column.heading.split(' › ').at(-1)!)
    const answer = answers.has(heading)
    const out = (answer || asks.has(heading)) && (isWaived(text) || saysNo(text))
    return out ? [{ at, text, answer }] : []
  })
}

function saysNo(text: string): boolean {
  return text.trim().length > 1 && markIn(text) === 'unmarked'
}
