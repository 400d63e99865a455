// A timing read back from the words that `sayTiming` says it in, or from others that leave no doubt.
import { parseDuration } from '../duration.ts'
import type { Timing } from '../timing.ts'

export const timingsExplained =
  'a time is written "every 3 months", "within 24 hours after EVENT", "2 business days before EVENT", "on EVENT" or "kept 6 years from EVENT"'

/** Undefined where the words are no timing; what `sayTiming` said, it says again of what is returned. */
export function parseTiming(text: string): Timing | undefined {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  return asSaid(words) ?? otherwiseSaid(words)
}

function asSaid(words: string): Timing | undefined {
  return everyOf(words) ?? withinOf(words) ?? keptOf(words) ?? onOf(words) ?? beforeOf(words)
}

function everyOf(words: string): Timing | undefined {
  const every = /^every (.+)$/i.exec(words)?.[1]
  if (every === undefined || !isSpan(every)) return undefined
  return { every: /^(business |calendar |working )?[a-z]+$/i.test(every) ? `1 ${every}` : every }
}

function withinOf(words: string): Timing | undefined {
  const [, within, after] = /^within (.+?) after (.+)$/i.exec(words) ?? []
  return within === undefined || after === undefined ? undefined : { within, after }
}

function keptOf(words: string): Timing | undefined {
  const [, keep, from] = /^kept (.+?) from (.+)$/i.exec(words) ?? []
  return keep === undefined || from === undefined ? undefined : { keep, from }
}

function onOf(words: string): Timing | undefined {
  const on = /^on (.+)$/i.exec(words)?.[1]
  return on === undefined ? undefined : { on }
}

function beforeOf(words: string): Timing | undefined {
  const [, before, event] = /^(.+?) before (.+)$/i.exec(words) ?? []
  return before === undefined || event === undefined || !isSpan(before) ? undefined : { before, event }
}

const cadences: Readonly<Record<string, string>> = {
  hourly: '1 hour',
  daily: '1 day',
  weekly: '1 week',
  fortnightly: '2 weeks',
  monthly: '1 month',
  quarterly: '3 months',
  'semi-annually': '6 months',
  semiannually: '6 months',
  annually: '1 year',
  yearly: '1 year',
}

const figure = '(?:\\d|one|two|three|four|five|six|seven|eight|nine|ten)'

/** "bimonthly" and "biweekly" mean two things each, and a bare "24 hours" does not say after what. */
const manners: readonly (readonly [RegExp, string])[] = [
  [/^(?:each|once (?:a|an|per|every)) (.+)$/i, 'every $1'],
  [new RegExp(`^(${figure}.*?) after (.+)$`, 'i'), 'within $1 after $2'],
  [new RegExp(`^within (${figure}.*?) (?:of|from) (.+)$`, 'i'), 'within $1 after $2'],
  [new RegExp(`^(${figure}.*?) prior to (.+)$`, 'i'), '$1 before $2'],
  [/^upon (.+)$/i, 'on $1'],
]

/** As people say it, said as we do. */
function otherwiseSaid(words: string): Timing | undefined {
  const cadence = cadences[words.toLowerCase()]
  if (cadence !== undefined) return { every: cadence }
  const [manner, ours] = manners.find(([pattern]) => pattern.test(words)) ?? []
  if (manner === undefined || ours === undefined) return undefined
  const timing = asSaid(words.replace(manner, ours))
  const loose = timing !== undefined && 'within' in timing && parseDuration(timing.within) === undefined
  return loose ? undefined : timing
}

/** A length of time, or a question whose answer will be one. */
function isSpan(words: string): boolean {
  return parseDuration(words) !== undefined || /\{[^{}]+\}/.test(words)
}
