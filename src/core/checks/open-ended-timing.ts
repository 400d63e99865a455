// A promise of time without a figure: "promptly", "regularly".
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Finding } from '../finding.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayPhrases, sayTitle } from '../naming.ts'
import { openEndedIn, openEndedPhrases } from '../wording/open-ended.ts'

export function checkOpenEndedTiming(matrix: Matrix): readonly Finding[] {
  return [...matrix.activities.flatMap(inActivity), ...inParameters(matrix)]
}

function inActivity(activity: Activity): readonly Finding[] {
  const duties = activity.duties.flatMap((duty, index) => {
    const phrases = duty.party === unassigned ? [] : openEndedPhrases(duty)
    const place = phrases.some((phrase) => duty.does.includes(phrase)) ? 'does' : 'timing'
    return judged(activity, phrases, `duties[${index}].${place}`)
  })
  return activity.handoff === undefined
    ? duties
    : [...duties, ...judged(activity, openEndedIn(activity.handoff), 'handoff')]
}

function judged(activity: Activity, phrases: readonly string[], place: string): readonly Finding[] {
  if (phrases.length === 0) return []
  return [
    found(
      activity.id,
      `activities.${activity.id}.${place}`,
      `${sayTitle(activity)}: ${sayPhrases(phrases)} is no time that one could miss. Give a figure: "within 4 business hours", "every 3 months".`,
    ),
  ]
}

function inParameters(matrix: Matrix): readonly Finding[] {
  return Object.entries(matrix.parameters).flatMap(([name, answer]) => {
    const phrases = openEndedIn(answer)
    if (phrases.length === 0) return []
    return [
      found(
        null,
        `parameters.${name}`,
        `The answer to {${name}} is ${sayPhrases(phrases)}, which is no time that one could miss. Give a figure.`,
      ),
    ]
  })
}

function found(activity: ActivityId | null, at: string, message: string): Finding {
  return { code: 'open-ended-timing', severity: 'error', activity, at, message }
}
