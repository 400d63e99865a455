// An offering in OSCAL's words: its title, what it is, and who delivers what.
import type { OfferingId, PartyId } from '../../core/identifiers.ts'
import type { Setting } from './setting.ts'

/** Each once, in the matrix's order. */
export function soldBy(party: PartyId, { subject }: Setting): readonly OfferingId[] {
  return [...new Set(subject.matrix.offerings.filter(({ by }) => by === party).map(({ id }) => id))]
}

export function offeringTitle(offering: OfferingId, { subject }: Setting): string {
  return known(offering, subject)?.title ?? offering
}

/** The sentence that a contract has for it. */
export function offeringDescription(offering: OfferingId, { subject }: Setting): string {
  return known(offering, subject)?.contract ?? `The offering “${offering}”, as the agreement describes it.`
}

function known(offering: OfferingId, { context: { offerings = {} } }: Setting['subject']) {
  return Object.hasOwn(offerings, offering) ? offerings[offering] : undefined
}
