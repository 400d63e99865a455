// One duty of a chain of notices: who acts within which time after what.
import type { Activity } from '../activity.ts'
import { parseDuration, worstCaseHours } from '../duration.ts'
import { isPerformed } from '../duty.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'

export interface Step {
  readonly activity: Activity
  /** the place of its duty in the activity */
  readonly place: number
  readonly duty: Duty
  readonly does: string
  readonly within: string
  readonly after: string
  /** at the worst, in clock time */
  readonly hours: number
  readonly business: boolean
}

/** The duties with a limit after an event, whether in their timing or only in their words. */
export function stepsOf(activity: Activity, parameters: Matrix['parameters']): readonly Step[] {
  return activity.duties.flatMap((duty, place) => {
    if (!isPerformed(duty)) return []
    const does = fill(duty.does, parameters)
    const limit = limitOf(duty, does, parameters)
    const duration = limit && parseDuration(limit.within)
    if (!duration) return []
    return [{ activity, place, duty, does, ...limit, hours: worstCaseHours(duration), business: duration.business }]
  })
}

interface Limit {
  readonly within: string
  readonly after: string
}

const inWords =
  /\b(?:within|no later than|not later than|up to) (?<within>[^,.;()]{1,40}?)(?: \(\d+\))? (?:of|after|from|following) (?<after>[^,.;()]{1,80})/i
const bareInWords =
  /\b(?:within|no later than|not later than|in) (?<within>(?:\d+|[a-z]+(?:-[a-z]+)?) (?:business |working |calendar |clock )?(?:minutes?|hours?|days?|weeks?|months?))\b/i

function limitOf({ timing }: Duty, does: string, parameters: Matrix['parameters']): Limit | undefined {
  if (timing)
    return 'within' in timing
      ? { within: fill(timing.within, parameters), after: fill(timing.after, parameters) }
      : undefined
  const found = inWords.exec(does)?.groups
  if (found && parseDuration(found['within']!)) return { within: found['within']!, after: found['after']! }
  const bare = bareInWords.exec(does)?.groups
  return bare ? { within: bare['within']!, after: '' } : undefined
}

/** Telling somebody, as a duty says it. */
const tells =
  /\b(?:tell|tells|told|notif\w+|reports?\b|reported|calls?|phones?|telephones?|sends?|informs?|alerts?|escalates?|hands?|passe?s? on|gives?|give|writes?|mails?|letters?|files?|submits?|publish\w*|issues?|posts?|delivers?|contacts?|e-?mails?|notices?|press release|forwards?|relays?)\b/i

export function isTelling({ does }: Step): boolean {
  return tells.test(does)
}

export function isDeciding({ does }: Step): boolean {
  return /\b(?:decide|determine|assess|declare|confirm|judge|classify|triage|weigh|investigate|conclude)/i.test(does)
}
