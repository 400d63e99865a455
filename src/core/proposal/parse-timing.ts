// A timing read back from the words that `sayTiming` says it in.
import { parseDuration } from '../duration.ts'
import type { Timing } from '../timing.ts'

export const timingsExplained =
  'a time is written "every 3 months", "within 24 hours after EVENT", "2 business days before EVENT", "on EVENT" or "kept 6 years from EVENT"'

/** Undefined where the words are no timing; `sayTiming` says what is returned in the same words. */
export function parseTiming(text: string): Timing | undefined {
  const words = text.replaceAll(/\s+/g, ' ').trim()
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

/** A length of time, or a question whose answer will be one. */
function isSpan(words: string): boolean {
  return parseDuration(words) !== undefined || /\{[^{}]+\}/.test(words)
}
