// A duty's one clock: a cadence, a limit after an event, a lead before one, an occasion, or a retention.
import { z } from 'zod'
import { Text } from './text.ts'

const Every = z.strictObject({ every: Text })
const Within = z.strictObject({ within: Text, after: Text })
const Before = z.strictObject({ before: Text, event: Text })
const On = z.strictObject({ on: Text })
const Keep = z.strictObject({ keep: Text, from: Text })

export const Timing = z.union([Every, Within, Before, On, Keep], {
  error: 'a timing is one of { every }, { within, after }, { before, event }, { on } or { keep, from }',
})
export type Timing = z.infer<typeof Timing>

/** As one would say it: "within 24 hours after the client's notice". */
export function sayTiming(timing: Timing): string {
  if ('every' in timing) return `every ${timing.every.replace(/^1 /, '')}`
  if ('within' in timing) return `within ${timing.within} after ${timing.after}`
  if ('before' in timing) return `${timing.before} before ${timing.event}`
  if ('on' in timing) return `on ${timing.on}`
  return `kept ${timing.keep} from ${timing.from}`
}
