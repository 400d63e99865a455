// Who owns what a requirement or a statement asks, by all that the document says of it; unclear where it contradicts itself.
import type { ClaimOwnership } from '../../../core/claims/claim.ts'
import type { Said } from './oscal-said.ts'
import { sidesIn } from './oscal-shares.ts'
import type { Part } from './oscal-shares.ts'
import type { Unit } from './oscal-unit.ts'
import { contradicts, ownershipOf } from '../../../core/control-summary/sides.ts'
import type { Side } from '../../../core/control-summary/sides.ts'
import { complain } from './spot.ts'

/** What the owner of the document is to those who rely on each other in it; undefined: it does not show. */
export type Role = 'provider' | 'client' | undefined

/** `above` is what the requirement says of all its statements. */
export function verdict(unit: Unit, role: Role, above?: Said): ClaimOwnership {
  const { said, spot } = unit
  if (said.unknown || above?.unknown) return 'unclear'
  if (said.allocation !== undefined) return said.allocation
  const fault = faultOf(unit, role, above)
  if (fault !== undefined) {
    complain(spot, spot.at, `${fault}; who owns it stays unclear`)
    return 'unclear'
  }
  if (said.notApplicable) return 'not-applicable'
  return ownershipOf(sidesOf(unit, role)) ?? 'unclear'
}

export function sidesOf({ said, shares }: Pick<Unit, 'said' | 'shares'>, role: Role): ReadonlySet<Side> {
  return resolved([...said.sides, ...sidesIn(shares)], role)
}

function resolved(sides: Iterable<Side>, role: Role): ReadonlySet<Side> {
  return new Set([...sides].map((side) => (side === 'owner' ? (role ?? side) : side)))
}

function faultOf(unit: Unit, role: Role, above: Said | undefined): string | undefined {
  const { said, shares, own, parts } = unit
  if (isHalfAway(unit, above)) return 'it is called not applicable, and work on it is described or declared beside that'
  const sum = resolved(own.sides, role)
  const all = sidesOf(unit, role)
  if (
    parts.some((part) => contradictsItself(part, role)) ||
    leavesOut(sum, all, role) ||
    (above !== undefined && leavesOut(resolved(above.sides, role), all, role))
  )
    return 'its control-origination leaves out a side that has a part in it'
  if ([...Map.groupBy(parts, ({ component }) => component)].some(([uuid, same]) => uuid !== '' && disagree(same, role)))
    return 'two by-components of one component contradict each other'
  if (isUndone(unit, role, above)) return 'it is planned or implemented in part, so that nothing says it is provided'
  return said.sides.size + shares.length > 0 && all.has('owner')
    ? 'it is its owner’s, and nothing shows whether that is a provider or a customer'
    : undefined
}

/** A customer may plan its own part beside a provider's that is in place. */
function isUndone({ said, parts, shares }: Unit, role: Role, above: Said | undefined): boolean {
  const whole = said.open || above?.open
  return (
    (whole === true && isProvided(sidesOf({ said, shares }, role))) ||
    parts.some((part) => part.said.open && isProvided(sidesOf(part, role)))
  )
}

function isProvided(sides: ReadonlySet<Side>): boolean {
  return sides.has('provider') || sides.has('inherited') || sides.has('both')
}

function isHalfAway({ said, shares, own }: Unit, above: Said | undefined): boolean {
  const active = shares.length > 0 || said.applies
  if (said.notApplicable) return active
  return (above?.notApplicable ?? false) && !own.notApplicable && (active || said.sides.size > 0)
}

function contradictsItself({ said, shares }: Part, role: Role): boolean {
  return leavesOut(resolved(said.sides, role), resolved(sidesIn(shares), role), role)
}

/** Whoever inherits something with a part left to it says "inherited" of the whole: that is shared, and no contradiction. */
function leavesOut(sum: ReadonlySet<Side>, detail: ReadonlySet<Side>, role: Role): boolean {
  const ownPart = role === 'client' && sum.has('inherited')
  return contradicts(ownPart ? new Set([...detail].filter((side) => side !== 'client')) : detail, sum)
}

function disagree(parts: readonly Part[], role: Role): boolean {
  const owners = parts.map(({ said, shares }) =>
    said.notApplicable ? 'not-applicable' : ownershipOf(resolved([...said.sides, ...sidesIn(shares)], role)),
  )
  return new Set(owners.filter((owner) => owner !== undefined)).size > 1
}
