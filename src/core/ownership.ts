// Ownership is derived from the duties, never stored: who has a part in an activity.
import type { Activity } from './activity.ts'
import { unassigned } from './duty.ts'

export type Ownership = 'msp' | 'client' | 'provider' | 'shared' | 'not-applicable' | 'unassigned'

/** Paying for something is a part too, but it does not make an activity shared on its own. */
export function ownership(activity: Pick<Activity, 'duties'>): Ownership {
  const acting = holders(activity, 'does')
  return named(acting.length > 0 ? acting : holders(activity, 'pays'))
}

export function dutyHolders(activity: Pick<Activity, 'duties'>): readonly string[] {
  return [...new Set(activity.duties.map((duty) => duty.party))].filter((party) => party !== unassigned)
}

function holders(activity: Pick<Activity, 'duties'>, kind: 'does' | 'pays'): readonly string[] {
  return dutyHolders({ duties: activity.duties.filter((duty) => (duty.kind ?? 'does') === kind) })
}

function named(parties: readonly string[]): Ownership {
  const [only, second] = parties
  if (only === undefined) return 'unassigned'
  if (second !== undefined) return 'shared'
  return only === 'msp' || only === 'client' ? only : 'provider'
}
