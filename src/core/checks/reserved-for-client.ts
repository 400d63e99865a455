// Somebody else would do what only the client can do in its own name.
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { sayParty, sayPhrases, sayTitle } from '../naming.ts'
import { unassigned } from '../duty.ts'
import { reservedActs } from '../wording/reserved.ts'

/** "Own" says that a duty is about its party; these words say that it is not. */
const onBehalf = /\b(?:clients?|customers?)['’]s?\b|\bon (?:the )?(?:client|customer)['’]s behalf\b|\bon behalf of\b/i

export function checkReservedForClient(matrix: Matrix): readonly Finding[] {
  const clients = new Set([unassigned, ...matrix.parties.filter(({ kind }) => kind === 'client').map(({ id }) => id)])
  return matrix.activities.flatMap((activity) =>
    activity.duties.flatMap((duty, index) => {
      if ((duty.own && !onBehalf.test(duty.does)) || clients.has(duty.party)) return []
      const acts = reservedActs(duty.does)
      if (acts.length === 0) return []
      const who = sayParty(matrix, duty.party)
      return [
        {
          code: 'reserved-for-client',
          severity: 'error' as const,
          activity: activity.id,
          at: `activities.${activity.id}.duties[${index}].does`,
          message: `${sayTitle(activity)}: ${sayPhrases(acts)} is for the client itself; ${who} cannot do it on its behalf. Let ${who} prepare it and the client decide; mark the duty own: true if it is about ${who} alone.`,
        },
      ]
    }),
  )
}
