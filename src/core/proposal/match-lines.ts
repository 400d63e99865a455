// Which line of a changed cell is which line from before: the same words first, then a move, then like words, then the place.
import { likeness } from './word-alignment.ts'

export interface Line {
  /** lines of one cell belong together */
  readonly group: string
  readonly text: string
}

const alike = 0.5
const alikeElsewhere = 0.7

/** For each line from before that is still there, its place among the edited lines. */
export function matchLines(before: readonly Line[], after: readonly Line[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const take = (from: number, to: number): void => {
    found.set(from, to)
    taken.add(to)
  }
  const rest = (): Rest => ({
    before: before.flatMap((line, index) => (found.has(index) ? [] : [{ ...line, index }])),
    after: after.flatMap((line, index) => (taken.has(index) ? [] : [{ ...line, index }])),
  })
  pairEqual(rest(), ({ group, text }) => `${group}\n${text}`, take)
  pairEqual(rest(), ({ text }) => text, take)
  pairAlike(rest(), { least: alike, sameGroup: true }, take)
  pairAlike(rest(), { least: alikeElsewhere, sameGroup: false }, take)
  pairByPlace(rest(), take)
  return found
}

type Placed = Line & { readonly index: number }

interface Rest {
  readonly before: readonly Placed[]
  readonly after: readonly Placed[]
}

type Take = (from: number, to: number) => void

function pairEqual({ before, after }: Rest, keyOf: (line: Line) => string, take: Take): void {
  const waiting = Map.groupBy(after, keyOf)
  for (const line of before) {
    const twin = waiting.get(keyOf(line))?.shift()
    if (twin) take(line.index, twin.index)
  }
}

function pairAlike(
  { before, after }: Rest,
  { least, sameGroup }: { readonly least: number; readonly sameGroup: boolean },
  take: Take,
): void {
  const pairs = before
    .flatMap((from) =>
      after
        .filter(({ group }) => (group === from.group) === sameGroup)
        .map((to) => ({ from: from.index, to: to.index, score: likeness(from.text, to.text) })),
    )
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
  const used = { from: new Set<number>(), to: new Set<number>() }
  for (const { from, to } of pairs) {
    if (used.from.has(from) || used.to.has(to)) continue
    used.from.add(from)
    used.to.add(to)
    take(from, to)
  }
}

/** As many lines left as there were: each was written anew in its place. */
function pairByPlace({ before, after }: Rest, take: Take): void {
  const left = Map.groupBy(after, ({ group }) => group)
  for (const [group, lines] of Map.groupBy(before, (line) => line.group)) {
    const others = left.get(group) ?? []
    if (others.length === lines.length)
      for (const [place, line] of lines.entries()) take(line.index, others[place]!.index)
  }
}
