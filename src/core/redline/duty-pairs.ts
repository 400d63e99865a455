// Which duty of a row became which: the same party and the same words first, so that one inserted duty disturbs no other.
import { same } from '../compare.ts'
import type { Duty } from '../duty.ts'
import { inOrder, separate } from './pair-up.ts'
import type { Paired } from './pair-up.ts'

interface Candidate {
  readonly from: Duty
  readonly to: Duty
  readonly worth: number
}

/** Two texts in common by this much are the same duty in the hands of another. */
const moved = 0.5
const reworded = 0.25

export function pairDuties(earlier: readonly Duty[], later: readonly Duty[]): readonly Paired<Duty>[] {
  const before = separate(earlier)
  const after = separate(later)
  const partner = new Map<Duty, Duty>()
  const taken = new Set<Duty>()
  const take = ({ from, to }: Pick<Candidate, 'from' | 'to'>): void => {
    if (partner.has(to) || taken.has(from)) return
    partner.set(to, from)
    taken.add(from)
  }
  for (const candidate of candidates(before, after)) take(candidate)
  for (const to of after) {
    const from = before.find((one) => one.party === to.party && !taken.has(one))
    if (from !== undefined && !partner.has(to)) take({ from, to })
  }
  return inOrder(before, after, partner)
}

function candidates(before: readonly Duty[], after: readonly Duty[]): readonly Candidate[] {
  const bags = new Map([...before, ...after].map((duty) => [duty, wordsOf(duty.does)]))
  return after
    .flatMap((to, place) =>
      before.map((from, index) => ({
        from,
        to,
        distance: Math.abs(place - index),
        likeness: likeness(bags.get(from)!, bags.get(to)!),
      })),
    )
    .filter(({ from, to, likeness: alike }) => alike >= (from.party === to.party ? reworded : moved))
    .map(({ from, to, distance, likeness: alike }) => ({ from, to, worth: worth({ from, to, alike, distance }) }))
    .toSorted((a, b) => b.worth - a.worth)
}

interface Likeness extends Pick<Candidate, 'from' | 'to'> {
  readonly alike: number
  readonly distance: number
}

/** The words count most; then who, then when, then where it stood. */
function worth({ from, to, alike, distance }: Likeness): number {
  const whole = same(from, to) ? 4 : 0
  const party = from.party === to.party ? 0.5 : 0
  const clock = same(from.timing, to.timing) ? 0.1 : 0
  return whole + alike + party + clock - distance / 1000
}

const word = /[\p{L}\p{N}]+/gu

function wordsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [found] of text.toLowerCase().matchAll(word)) counts.set(found, (counts.get(found) ?? 0) + 1)
  return counts
}

/** Dice's coefficient: 1 for the same words, 0 for none in common. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const [found, count] of a) {
    shared += Math.min(count, b.get(found) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 1 : (2 * shared) / all
}
