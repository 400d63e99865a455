// What a claim says of who does the work: the speaker itself, somebody else by name, or whoever its customer is.
import type { HeldClaim } from './held-claim.ts'

/** The speaker speaks of itself; what a document says of others is hearsay, whatever it is worth. */
export function speaksOfItself({ claim, speaker, subject }: HeldClaim): boolean {
  switch (claim.ownership) {
    case 'provider':
    case 'shared':
      return subject.key === speaker.key
    case 'msp':
    case 'client':
      return speaker.id === claim.ownership
    default:
      return false
  }
}

/** Who does all of it by this claim's word; undefined: nobody, or the customer, whoever that is. */
export function doesAllOf({ claim, speaker, subject }: HeldClaim): string | undefined {
  switch (claim.ownership) {
    case 'provider':
      return subject.key
    case 'msp':
      return 'msp'
    case 'client':
      return speaker.kind === 'provider' ? undefined : 'client'
    default:
      return undefined
  }
}

/** The subject has no part in it, by its own word. */
export function deniesItself({ claim, speaker, subject }: HeldClaim): boolean {
  if (subject.key !== speaker.key) return false
  if (claim.ownership === 'not-applicable') return true
  return (claim.ownership === 'client' || claim.ownership === 'msp') && speaker.id !== claim.ownership
}
