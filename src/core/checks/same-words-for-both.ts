// Two parties have the same words: "Secure facilities" and "Secure facilities".
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayParty, sayTitle } from '../naming.ts'
import { repeatedPair } from '../wording/same-words.ts'

export function checkSameWordsForBoth(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => {
    const pair = repeatedPair(activity.duties)
    if (!pair) return []
    const [first, second] = pair
    return [
      {
        code: 'same-words-for-both',
        severity: 'error',
        activity: activity.id,
        at: `activities.${activity.id}.duties[${activity.duties.indexOf(second)}].does`,
        message: `${sayTitle(activity)}: "${second.does}" says the same for ${sayParty(matrix, second.party)} as for ${sayParty(matrix, first.party)}. Say what each does; if each does it for its own, make it two activities.`,
      },
    ]
  })
}
