// A provider's duty that rests on nothing it said.
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayParty, sayTitle } from '../naming.ts'

export function checkProviderUnproven(matrix: Matrix): readonly Finding[] {
  const providers = new Set(matrix.parties.filter(({ kind }) => kind === 'provider').map(({ id }) => id))
  if (providers.size === 0) return []
  return matrix.activities.flatMap((activity) =>
    activity.duties.flatMap((duty, index) => {
      if (duty.basis || !providers.has(duty.party)) return []
      return [
        {
          code: 'provider-unproven',
          severity: 'warning' as const,
          activity: activity.id,
          at: `activities.${activity.id}.duties[${index}].basis`,
          message: `${sayTitle(activity)}: nothing shows that ${sayParty(matrix, duty.party)} took on "${duty.does}". Cite its document with version, date and place, or have it sign.`,
        },
      ]
    }),
  )
}
