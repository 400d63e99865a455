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

/** The offering as a further provider delivers it, neither the MSP nor the client. */
export function soldElsewhere(
  { offerings }: Pick<Engagement, 'offerings'>,
  offering: OfferingId | undefined,
): Engagement['offerings'][number] | undefined {
  return offerings.find(({ id, by }) => id === offering && by !== 'msp' && by !== 'client')
}

/** The offerings on which a division depends. */
export function offeringsOf({ duties }: Pick<Allocation, 'duties'>): readonly OfferingId[] {
  return [...new Set(duties.filter(isBound).map((duty) => duty.offering!))].toSorted()
}

/** The activity's division under this deliverer, each offering's duties given to whoever delivers it; what nobody delivers is nobody's. */
export function bind(activity: Activity, deliverer: Deliverer, nameOf: (party: PartyId) => string): Allocation {
  const division = divisionUnder(activity, deliverer)
  if (division === activity.withoutOffering) return division
  const duties = division.duties.map((duty) => (isBound(duty) ? boundDuty(duty, deliverer) : duty))
  const bound = { accountable: boundAccountable(division, duties), duties, handoff: division.handoff }
  const stand = standIn(division, duties)
  return stand === undefined ? bound : renamed(bound, nameOf(stand))
}

/**
 * A variant holds where all that it needs is sold; else the row is divided as without it: by what is sold, by what one
 * missing offering leaves, or, where nobody sells any of its offerings or the client delivers them itself, by what the client does.
 */
function divisionUnder(activity: Activity, deliverer: Deliverer): Allocation {
  const isSold = (offering: OfferingId): boolean => ![undefined, 'client'].includes(deliverer(offering)?.by)
  const variant = activity.variants?.find((one) => offeringsOf(one).every(isSold))
  if (variant) return variant
  const offerings = offeringsOf(activity)
  const [missing, ...more] = offerings.filter((offering) => !isSold(offering))
  if (missing === undefined) return activity
  if (more.length + 1 === offerings.length) return activity.withoutOffering ?? activity
  return (more.length === 0 ? activity.withoutOne?.[missing] : undefined) ?? activity
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

function boundAccountable(activity: Allocation, duties: readonly Duty[]): Activity['accountable'] {
  if (activity.accountable !== 'msp') return activity.accountable
  const first = activity.duties.findIndex(isBound)
  return first === -1 ? 'msp' : duties[first]!.party
}

/** The one other party that took over every duty that the template gives the MSP. */
function standIn(activity: Allocation, duties: readonly Duty[]): PartyId | undefined {
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
      ...(duty.role !== undefined && { role: duty.role.replace(/^MSP /, '') }),
      ...(duty.evidence && { evidence: duty.evidence.map((one) => ({ ...one, what: say(one.what) })) }),
      ...(duty.timing && {
        timing: Object.fromEntries(
          Object.entries(duty.timing).map(([key, text]) => [key, say(text)]),
        ) as typeof duty.timing,
      }),
    })),
    handoff: allocation.handoff === undefined ? undefined : say(allocation.handoff),
  }
}
