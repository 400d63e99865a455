// A requirement with its statements as claims are made from it: at the level at which the document says whose work it is.
import type { ClaimOwnership } from '../../../core/claims/claim.ts'
import type { Statement } from '../../../core/claims/source-document.ts'
import { fromWhom } from '../../../core/control-summary/sides.ts'
import { providerOf } from './oscal-shares.ts'
import type { Provider, Share } from './oscal-shares.ts'
import type { Cast } from './oscal-cast.ts'
import { speaks } from './oscal-unit.ts'
import type { Unit } from './oscal-unit.ts'
import { sidesOf, verdict } from './oscal-verdict.ts'
import type { Role } from './oscal-verdict.ts'
import { given } from './source-of.ts'
import { complain, groupsAt, readWhole } from './spot.ts'
import type { Spot } from './spot.ts'

export interface Requirement {
  readonly whole: Unit
  readonly statements: readonly Unit[]
}

/** Where its statements cannot be read, nothing is known of the whole either. */
export function requirementAt(spot: Spot, unit: (spot: Spot, key: string) => Unit): Requirement {
  const own = unit(spot, 'control-id')
  const { value, whole } = readWhole(spot, () => groupsAt(spot, 'statements', 'statement-id'))
  return {
    whole: whole ? own : { ...own, said: { ...own.said, unknown: true } },
    statements: value.map((one) => unit(one, 'statement-id')),
  }
}

export interface Around {
  readonly role: Role
  readonly cast: Cast
  /** of a component: what it is called, and who provides it where that is not the same for all */
  readonly behind?: Provider
}

export function statementsOf({ whole, statements }: Requirement, around: Around): readonly Statement[] {
  if (!statements.some(speaks)) return ofTheWhole({ whole, statements }, around)
  const lost = lostCustomer({ whole, statements }, around.role)
  if (lost)
    complain(
      whole.spot,
      whole.spot.at,
      'it says that the customer has a part, and none of its statements says which; who owns them stays unclear',
    )
  const fallback = silence({ whole, statements }, around.role)
  return [
    ...(whole.shares.length > 0 ? told(whole, verdict(whole, around.role), around) : []),
    ...statements.flatMap((unit) => {
      const ownership = speaks(unit) ? verdict(unit, around.role, whole.said) : fallback
      return told(unit, lost ? 'unclear' : ownership, around)
    }),
  ]
}

/** What is said of the requirement as a whole counts for a silent statement only where it has one owner. */
function silence({ whole, statements }: Requirement, role: Role): ClaimOwnership {
  if (!speaks(whole)) return 'unclear'
  const ownership = verdict(whole, role)
  const active = statements.some(({ said, shares }) => shares.length > 0 || said.sides.size > 0 || said.applies)
  return ownership === 'shared' || (ownership === 'not-applicable' && active) ? 'unclear' : ownership
}

/** The sum must not be better than its parts together. */
function lostCustomer({ whole, statements }: Requirement, role: Role): boolean {
  if (statements.some(({ said }) => said.allocation !== undefined)) return false
  const sum = sidesOf(whole, role)
  if (!sum.has('client') && !sum.has('both')) return false
  return !statements.some((unit) => {
    const sides = sidesOf(unit, role)
    return sides.has('client') || sides.has('both') || unit.said.unknown || !speaks(unit)
  })
}

function ofTheWhole({ whole, statements }: Requirement, around: Around): readonly Statement[] {
  if (!speaks(whole) && statements.length > 0) return statements.flatMap((unit) => told(unit, 'unclear', around))
  if (whole.shares.length > 0) {
    const silent = statements.filter(({ narrative }) => narrative !== '')
    const fallback = silence({ whole, statements }, around.role)
    return [
      ...told(whole, verdict(whole, around.role), around),
      ...silent.flatMap((unit) => told(unit, fallback, around)),
    ]
  }
  const texts = statements.flatMap(({ id, narrative }) => (narrative === '' ? [] : `${id}: ${narrative}`))
  const narrative = [whole.narrative, ...texts].filter((text) => text !== '').join('\n')
  return told({ ...whole, narrative }, verdict(whole, around.role), around)
}

function told(unit: Unit, ownership: ClaimOwnership, around: Around): readonly Statement[] {
  const { id, shares, narrative, spot, customerMust } = unit
  if (ownership === 'unclear' && narrative === '' && !speaks(unit)) return []
  if (shares.length > 0) return shares.map((share) => ofShare(share, { id, ownership }, around))
  const provider = around.behind ?? (sidesOf(unit, around.role).has('inherited') ? from(unit, around) : {})
  return [
    {
      at: spot.at,
      id,
      ...given('party', provider.party),
      ...given('service', provider.service),
      ownership,
      text: narrative,
      ...given('customerMust', customerMust),
    },
  ]
}

function from({ said, parts, spot }: Unit, { cast }: Around): Provider {
  const component = parts.find((part) => part.said.sides.has('inherited'))?.component ?? ''
  const provider = providerOf(component, said, cast)
  if (provider.party === undefined) complain(spot, spot.at, fromWhom)
  return provider
}

function ofShare(share: Share, { id, ownership }: Pick<Statement, 'id' | 'ownership'>, { behind }: Around): Statement {
  const { at, side, text, party, service, customerMust, loose } = share
  // In a provider's own plan, what a further provider does is left to others: it is that provider's work.
  const others = ownership === 'provider' && side === 'client' && party !== undefined
  return {
    at,
    id,
    ...given('party', side === 'client' && !others ? undefined : party),
    ...given('service', service ?? behind?.service),
    ownership: loose ? 'unclear' : ownership,
    text: others ? (customerMust ?? text) : text,
    ...given('customerMust', others ? undefined : customerMust),
  }
}
