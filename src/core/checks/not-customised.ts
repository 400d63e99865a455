// The template's words stand unchanged, and nobody says that they read them.
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'
import { wordingKey } from '../wording-key.ts'

export function checkNotCustomised(matrix: Matrix): readonly Finding[] {
  return matrix.activities.flatMap((activity) => {
    const { origin, reviewed } = activity
    if (!origin?.wording || reviewed || origin.wording !== wordingKey(activity)) return []
    return [
      {
        code: 'not-customised',
        severity: 'warning',
        activity: activity.id,
        at: `activities.${activity.id}.reviewed`,
        message: `${sayTitle(activity)} still has the words of the template (${origin.template} ${origin.version}), and nobody reviewed them for this client. Change what differs here, then record who reviewed it and when.`,
      },
    ]
  })
}
