// Whether a duty's clock became longer or shorter, where the figures say so.
import { parseDuration } from '../duration.ts'
import type { Duration } from '../duration.ts'
import type { Timing } from '../timing.ts'

export type ClockChange = 'longer' | 'shorter' | 'to business time' | 'to calendar time' | 'otherwise'

/** Of its time span: a longer cadence comes less often, a longer lead begins earlier. */
export function clockChange(before: Timing | undefined, after: Timing | undefined): ClockChange {
  const spans = spansOf(before, after)
  const [was, is] = spans?.map(parseDuration) ?? []
  if (!was || !is) return 'otherwise'
  // How long business time lasts by the calendar depends on the day on which it begins.
  if (was.business !== is.business) return is.business ? 'to business time' : 'to calendar time'
  const [least, most] = bounds(was)
  const [leastNow, mostNow] = bounds(is)
  if (leastNow > most) return 'longer'
  return mostNow < least ? 'shorter' : 'otherwise'
}

const words: Readonly<Record<string, readonly [longer: string, shorter: string]>> = {
  every: ['less often than before', 'more often than before'],
  within: ['a longer limit', 'a shorter limit'],
  before: ['more notice than before', 'less notice than before'],
  keep: ['kept for longer', 'kept for less time'],
}

/** For people, beside the clock; empty where the figures do not say. */
export function sayClockChange(before: Timing | undefined, after: Timing | undefined): string {
  if (before === undefined) return after === undefined ? '' : 'had no time limit'
  if (after === undefined) return 'no time limit any more'
  const change = clockChange(before, after)
  if (change === 'otherwise') return ''
  if (change === 'to business time') return 'now counted in business time, not by the calendar'
  if (change === 'to calendar time') return 'now counted by the calendar, not in business time'
  return words[kindOf(after)]?.[change === 'longer' ? 0 : 1] ?? ''
}

function kindOf(timing: Timing): string {
  return ['every', 'within', 'before', 'keep'].find((kind) => kind in timing) ?? 'on'
}

function spansOf(before: Timing | undefined, after: Timing | undefined): readonly [string, string] | undefined {
  if (before === undefined || after === undefined) return undefined
  const [was, is] = [before, after].map((timing) => Object.entries(timing).find(([kind]) => kind === kindOf(timing)))
  return was === undefined || is === undefined || was[0] !== is[0] ? undefined : [was[1], is[1]]
}

const minutes = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const
const months = { month: 1, year: 12 } as const

/** A month is 28 to 31 days, twelve of them 365 or 366. */
function bounds({ count, unit, business }: Duration): readonly [number, number] {
  if (unit in minutes) {
    const time = count * (business && unit === 'day' ? 480 : minutes[unit as keyof typeof minutes])
    return [time, time]
  }
  const number = count * months[unit as keyof typeof months]
  const [years, rest] = [Math.floor(number / 12), number % 12]
  return [(years * 365 + rest * 28) * 1440, (years * 366 + rest * 31) * 1440]
}
