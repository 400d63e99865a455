// Binding gives a template's "msp" duties to whichever party delivers their offering in this engagement and scope.
import type { Activity, Allocation } from './activity.ts'
import { inScope } from './covering.ts'
import { unassigned } from './duty.ts'
import type { Duty } from './duty.ts'
import type { OfferingId, PartyId, ScopeId } from './identifiers.ts'
import type { Engagement } from './matrix.ts'

export type Deliverer = (offering: OfferingId) => Engagement['offerings'][number] | undefined

export function delivererIn(engagement: Pick<Engagement, 'offerings'>, scope: ScopeId): Deliverer {
  const sold = new Map<OfferingId, Engagement['offerings'][number]>()
  for (const one of engagement.offerings) if (!sold.has(one.id) && inScope(one, scope)) sold.set(one.id, one)
  return (offering) => sold.get(offering)
}

/** The offerings on which the activity's division depends. */
export function offeringsOf(allocation: Pick<Allocation, 'duties'>): readonly OfferingId[] {
  return [...new Set(allocation.duties.filter(isBound).map((duty) => duty.offering!))].toSorted()
}

/**
 * Where nobody sells any of its offerings, or the client delivers them itself, `withoutOffering` takes over as a whole.
 * Else what nobody delivers is nobody's.
 */
export function bind(activity: Activity, deliverer: Deliverer, nameOf: (party: PartyId) => string): Allocation {
  const offerings = offeringsOf(activity)
  const sold = offerings.filter((offering) => ![undefined, 'client'].includes(deliverer(offering)?.by))
  if (offerings.length > 0 && sold.length === 0 && activity.withoutOffering) return activity.withoutOffering
  const duties = activity.duties.map((duty) => (isBound(duty) ? boundDuty(duty, deliverer) : duty))
  const bound = { accountable: boundAccountable(activity, duties), duties, handoff: activity.handoff }
  const stand = standIn(activity, duties)
  return stand === undefined ? bound : renamed(bound, nameOf(stand))
}

function isBound(duty: Duty): boolean {
  return duty.party === 'msp' && duty.offering !== undefined
}

function boundDuty(duty: Duty, deliverer: Deliverer): Duty {
  const sold = deliverer(duty.offering!)
  if (!sold) return { ...duty, party: unassigned }
  if (sold.by === duty.party && sold.basis === undefined) return duty
  return sold.basis === undefined ? { ...duty, party: sold.by } : { ...duty, party: sold.by, basis: sold.basis }
}

function boundAccountable(activity: Activity, duties: readonly Duty[]): Activity['accountable'] {
  if (activity.accountable !== 'msp') return activity.accountable
  const first = activity.duties.findIndex(isBound)
  return first === -1 ? 'msp' : duties[first]!.party
}

/** The one other party that took over every duty that the template gives the MSP. */
function standIn(activity: Activity, duties: readonly Duty[]): PartyId | undefined {
  const taken = new Set(duties.filter((_, index) => activity.duties[index]!.party === 'msp').map((duty) => duty.party))
  const [only] = taken
  return taken.size === 1 && only !== 'msp' && only !== unassigned ? only : undefined
}

function renamed(allocation: Allocation, name: string): Allocation {
  const say = (text: string): string => text.replaceAll(/\b[Tt]he MSP\b(?!['’]s own\b)/g, () => name)
  return {
    ...allocation,
    duties: allocation.duties.map((duty) => ({
      ...duty,
      does: say(duty.does),
      ...(duty.timing && {
        timing: Object.fromEntries(
          Object.entries(duty.timing).map(([key, text]) => [key, say(text)]),
        ) as typeof duty.timing,
      }),
    })),
    handoff: allocation.handoff === undefined ? undefined : say(allocation.handoff),
  }
}
