// A duty that nobody can observe: "as needed", "assist with", "ensure compliance".
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Finding } from '../finding.ts'
import type { ActivityId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { sayPhrases, sayTitle } from '../naming.ts'
import { vaguePhrases } from '../wording/vague.ts'

export function checkVagueDuty(matrix: Matrix): readonly Finding[] {
  return [...matrix.activities.flatMap(inActivity), ...inParameters(matrix)]
}

function inActivity(activity: Activity): readonly Finding[] {
  const duties = activity.duties.flatMap((duty, index) =>
    duty.party === unassigned ? [] : judged(activity, vaguePhrases(duty.does), `duties[${index}].does`),
  )
  return activity.handoff === undefined
    ? duties
    : [...duties, ...judged(activity, inHandOff(activity.handoff), 'handoff')]
}

/** A hand-off that is a mere mark is another check's. */
function inHandOff(text: string): readonly string[] {
  return vaguePhrases(text).filter((phrase) => phrase !== text)
}

function judged(activity: Activity, phrases: readonly string[], place: string): readonly Finding[] {
  if (phrases.length === 0) return []
  return [
    found(
      activity.id,
      `activities.${activity.id}.${place}`,
      `${sayTitle(activity)}: nobody can observe ${sayPhrases(phrases)}. Write an act that one could watch, with its object.`,
    ),
  ]
}

/** A vague answer makes every duty vague that asks for it. */
function inParameters(matrix: Matrix): readonly Finding[] {
  return Object.entries(matrix.parameters).flatMap(([name, answer]) => {
    const phrases = vaguePhrases(answer)
    if (phrases.length === 0) return []
    return [
      found(
        null,
        `parameters.${name}`,
        `The answer to {${name}} is ${sayPhrases(phrases)}, which nobody can observe. Give a name, a place or a figure.`,
      ),
    ]
  })
}

function found(activity: ActivityId | null, at: string, message: string): Finding {
  return { code: 'vague-duty', severity: 'error', activity, at, message }
}
