// "Shared" without saying how: more than one party acts, and nothing tells who does which part.
import type { Activity } from '../activity.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayParty, sayTitle } from '../naming.ts'
import { ownership } from '../ownership.ts'
import { onlyClaimsSharing } from '../wording/hand-off.ts'
import { repeatedDuty } from '../wording/same-words.ts'
import { saysOnlyMark, saysOnlyShared } from '../wording/says-nothing.ts'

export function checkSharedWithoutSplit(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => [...emptyDuties(activity, matrix), ...unsplit(activity)])
}

function emptyDuties(activity: Activity, matrix: Matrix): readonly Finding[] {
  const shared = ownership(activity) === 'shared'
  return activity.duties.flatMap((duty, index) => {
    if (!saysOnlyShared(duty.does) && !(shared && saysOnlyMark(duty.does))) return []
    const message = `${sayTitle(activity)}: "${duty.does}" does not say what ${sayParty(matrix, duty.party)} does. Write each party's part as a sentence with a verb.`
    return [found(activity, `duties[${index}].does`, message)]
  })
}

function unsplit(activity: Activity): readonly Finding[] {
  if (ownership(activity) !== 'shared') return []
  if (activity.handoff !== undefined && onlyClaimsSharing(activity.handoff)) {
    return [
      found(
        activity,
        'handoff',
        `${sayTitle(activity)}: "${activity.handoff}" says that it is shared, but not how. Say who starts, who answers and by when.`,
      ),
    ]
  }
  const repeated = repeatedDuty(activity)
  if (repeated === undefined) return []
  return [
    found(
      activity,
      'duties',
      `${sayTitle(activity)} is shared, but nothing tells who does which part. Write a different duty for each party, or make it two activities.`,
    ),
  ]
}

function found(activity: Activity, place: string, message: string): Finding {
  return {
    code: 'shared-without-split',
    severity: 'error',
    activity: activity.id,
    at: `activities.${activity.id}.${place}`,
    message,
  }
}
