// What a claim says of who does the work: the speaker itself, somebody else by name, or whoever its customer is.
import type { HeldClaim } from './held-claim.ts'

type Spoken = Pick<HeldClaim, 'claim' | 'speaker' | 'subject'>

/** The speaker speaks of itself; what a document says of others is hearsay, whatever it is worth. */
export function speaksOfItself(held: Spoken): boolean {
  const { claim, speaker, subject } = held
  switch (claim.ownership) {
    case 'provider':
    case 'shared':
      return subject.key === speaker.key && !isOfUnnamedProvider(held)
    case 'msp':
    case 'client':
      return speaker.id === claim.ownership
    default:
      return false
  }
}

/** In the MSP's or the client's own document "the provider" is somebody else, whom it does not name. */
export function isOfUnnamedProvider({ claim, speaker, subject }: Spoken): boolean {
  return claim.ownership === 'provider' && speaker.kind !== 'provider' && subject.key === speaker.key
}

/** Who does all of it by this claim's word; undefined: nobody, or somebody without a name: the customer, another provider. */
export function doesAllOf(held: Spoken): string | undefined {
  const { claim, speaker, subject } = held
  switch (claim.ownership) {
    case 'provider':
      return isOfUnnamedProvider(held) ? undefined : subject.key
    case 'msp':
      return 'msp'
    case 'client':
      return speaker.kind === 'provider' ? undefined : 'client'
    default:
      return undefined
  }
}

/** The subject has no part in it, by its own word. */
export function deniesItself(held: Spoken): boolean {
  const { claim, speaker, subject } = held
  if (subject.key !== speaker.key) return false
  if (claim.ownership === 'not-applicable' || isOfUnnamedProvider(held)) return true
  return (claim.ownership === 'client' || claim.ownership === 'msp') && speaker.id !== claim.ownership
}
