// What passes from whom to whom, a sentence each, before the rows are told in full.
import { sayList } from '../naming.ts'
import type { Block, Line } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import { strong } from './duty-cell.ts'
import { spansOf } from './numbering.ts'
import { sayAnswering } from './row-item.ts'
import { movesOf } from './row-change.ts'
import type { RowChange } from './row-change.ts'
import { nameOf } from './side.ts'
import type { Sides } from './side.ts'

export interface NumberedChange {
  readonly number: string
  readonly change: RowChange
}

/** More sentences than this are no help: then one for each that passes to another, with its items. */
const readable = 8

export function movesDigest(items: readonly NumberedChange[], sides: Sides): readonly Block[] {
  const each = items.flatMap((item) => sentencesOf(item, sides))
  const sentences = each.length <= readable ? each : [...answersInAll(items, sides), ...movesInAll(items, sides)]
  return sentences.length === 0 ? [] : [{ kind: 'list', items: sentences }]
}

interface Passed {
  readonly from: string
  readonly to: string
  readonly number: string
}

function answersInAll(items: readonly NumberedChange[], sides: Sides): readonly Line[] {
  const changed = items.filter(({ change }) => change.accountable)
  const passed = changed.map(({ number, change: { before, after } }) => ({
    from: sayAnswering(before, sides.before),
    to: sayAnswering(after, sides.after),
    number,
  }))
  return byParties(passed).map((group) => [
    strong(group[0].to),
    {
      text: ` becomes accountable in place of ${group[0].from} in ${counted(group.length, 'row')} (${itemsIn(group)}).`,
    },
  ])
}

function movesInAll(items: readonly NumberedChange[], sides: Sides): readonly Line[] {
  const passed = items.flatMap(({ number, change }) =>
    movesOf(change).map(({ before, after }) => ({
      from: nameOf(sides.before, before.party),
      to: nameOf(sides.after, after.party),
      number,
    })),
  )
  return byParties(passed).map((group) => [
    {
      text: `${counted(group.length, 'duty', 'duties')} ${group.length === 1 ? 'passes' : 'pass'} from ${group[0].from} to `,
    },
    strong(group[0].to),
    { text: ` (${itemsIn(group)}).` },
  ])
}

function byParties(passed: readonly Passed[]): readonly (readonly [Passed, ...Passed[]])[] {
  return [...Map.groupBy(passed, ({ from, to }) => `${from}\n${to}`).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  )
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

function itemsIn(group: readonly Passed[]): string {
  const numbers = [...new Set(group.map(({ number }) => number))]
  return `${numbers.length === 1 ? 'item' : 'items'} ${spansOf(numbers).join(', ')}`
}

/** One sentence a row: who answers for it now, then which duties pass, grouped by from whom to whom. */
function sentencesOf({ number, change }: NumberedChange, sides: Sides): readonly Line[] {
  const title = fill(change.after.title, sides.after.matrix.parameters)
  const clauses = [...answering(change, sides), ...passing(change, sides)]
  if (clauses.length === 0) return []
  const told = clauses.flatMap((clause, index): Line => (index === 0 ? clause : [{ text: '; ' }, ...clause]))
  return [[{ text: `In “${title}” (${number}), ` }, ...stopped(told)]]
}

function answering({ before, after, accountable }: RowChange, sides: Sides): readonly Line[] {
  if (!accountable) return []
  const was = sayAnswering(before, sides.before)
  return [[strong(sayAnswering(after, sides.after)), { text: ` becomes accountable in place of ${was}` }]]
}

function passing(change: RowChange, sides: Sides): readonly Line[] {
  const moves = movesOf(change).map(({ before, after }) => ({
    from: nameOf(sides.before, before.party),
    to: nameOf(sides.after, after.party),
    duty: `“${shortened(fill(after.does, sides.after.matrix.parameters))}”`,
  }))
  return [...Map.groupBy(moves, ({ from, to }) => `${from}\n${to}`).values()].map((group) => {
    const [{ from, to }] = group as [(typeof moves)[number]]
    const head = group.length === 1 ? 'the duty ' : 'the duties '
    const duties = sayList(
      group.map(({ duty }) => duty),
      group.length,
    )
    return [{ text: `${head}${duties} ${group.length === 1 ? 'passes' : 'pass'} from ${from} to ` }, strong(to)]
  })
}

/** The first words, cut between two of them. */
function shortened(text: string, most = 70): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, text.lastIndexOf(' ', most) + 1 || most)
    .trimEnd()
    .toWellFormed()} …`
}

/** "Inc." ends a sentence too. */
function stopped(line: Line): Line {
  return line.at(-1)!.text.endsWith('.') ? line : [...line, { text: '.' }]
}
