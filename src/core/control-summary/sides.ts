// Whose work a document says something is, seen from the one that it was written for; and what several such words give together.
import type { ClaimOwnership } from '../claims/claim.ts'

/**
 * `owner`: whoever the document is about, provider or client as the rest of it shows. `inherited`: from a provider that
 * the document's own party leans on. `both`: its word for a division that it does not make there.
 */
export type Side = 'provider' | 'inherited' | 'client' | 'both' | 'owner'

/** Undefined: nothing is said, or the owner stays unknown. */
export function ownershipOf(sides: ReadonlySet<Side>): ClaimOwnership | undefined {
  if (sides.size === 0 || sides.has('owner')) return undefined
  if (sides.has('both') || sides.size > 1) return 'shared'
  return sides.has('client') ? 'client' : 'provider'
}

/** What is said in detail goes beyond what is said in sum: the customer is left out, or the provider is. */
export function contradicts(detail: ReadonlySet<Side>, sum: ReadonlySet<Side>): boolean {
  if (sum.size === 0 || sum.has('both') || sum.has('owner')) return false
  return (
    (leavesTo(detail, ['client']) && !sum.has('client')) ||
    (leavesTo(detail, ['provider', 'inherited']) && !sum.has('provider') && !sum.has('inherited'))
  )
}

function leavesTo(sides: ReadonlySet<Side>, wanted: readonly Side[]): boolean {
  return wanted.some((side) => sides.has(side))
}

/** What stands with an inherited control that names nobody. */
export const fromWhom = 'it is inherited, and from whom is not said: find out before you accept it'
