// A short fingerprint of an activity's words, to tell whether anybody changed what the template said. Not for proof.
import type { Activity } from './activity.ts'

const clocks = ['every', 'within', 'after', 'before', 'event', 'on', 'keep', 'from'] as const

type Worded = Pick<Activity, 'title' | 'duties' | 'handoff'>

const known = new WeakMap<Activity['duties'], { readonly worded: Worded; readonly key: string }>()

/** Sixteen hexadecimal digits; blind to parties, covers and scopes, which composing fills in. */
export function wordingKey(worded: Worded): string {
  const before = known.get(worded.duties)
  if (before && before.worded.title === worded.title && before.worded.handoff === worded.handoff) return before.key
  const key = keyOf(worded)
  known.set(worded.duties, { worded, key })
  return key
}

function keyOf({ title, duties, handoff }: Worded): string {
  const texts = [title, handoff ?? '']
  for (const { does, role, timing, evidence } of duties) {
    texts.push(does, role ?? '')
    const times: Readonly<Record<string, string>> = timing ?? {}
    for (const clock of clocks) if (times[clock] !== undefined) texts.push(clock, times[clock])
    if (evidence) for (const { what, from, keptAt } of evidence) texts.push(what, from ?? '', keptAt ?? '')
  }
  return fingerprint(texts)
}

/** Factors and seeds as signed 32-bit integers: larger ones are slow. */
const lowFactor = 2654435761 | 0
const highFactor = 1597334677 | 0

/** cyrb53's two 32-bit halves, kept whole; an end mark after each text. */
function fingerprint(texts: readonly string[]): string {
  let low = 0xdeadbeef | 0
  let high = 0x41c6ce57 | 0
  for (const text of texts) {
    const { length } = text
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index)
      low = Math.imul(low ^ unit, lowFactor)
      high = Math.imul(high ^ unit, highFactor)
    }
    low = Math.imul(low ^ length ^ 0x10000, lowFactor)
    high = Math.imul(high ^ length ^ 0x10000, highFactor)
  }
  const mixedLow = mix(low, high)
  const mixedHigh = mix(high, mixedLow)
  return hex(mixedHigh) + hex(mixedLow)
}

function mix(half: number, other: number): number {
  return Math.imul(half ^ (half >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0')
}
