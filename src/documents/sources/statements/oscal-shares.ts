// What a by-component holds: what is provided and left to the customer, what is inherited, and what is done with what was left.
import { actorsAt, proseAt, uuidAt } from './oscal-cast.ts'
import type { Cast } from './oscal-cast.ts'
import { saidAt } from './oscal-said.ts'
import type { Said } from './oscal-said.ts'
import { fromWhom } from '../../../core/control-summary/sides.ts'
import type { Side } from '../../../core/control-summary/sides.ts'
import { given } from './source-of.ts'
import { complain, groupAt, groupsAt } from './spot.ts'
import type { Spot } from './spot.ts'

/** One sentence or several of one side. */
export interface Share {
  readonly at: string
  readonly side: Side
  readonly text: string
  readonly party?: string
  readonly service?: string
  readonly customerMust?: string
  /** something of it is left to the customer, said in words or not */
  readonly leaves?: true
  /** it stands under `export` */
  readonly exported?: true
  /** it cannot be paired with what it belongs to */
  readonly loose?: true
}

/** Whose work the shares are. */
export function sidesIn(shares: readonly Share[]): readonly Side[] {
  return shares.flatMap(({ side, leaves }): readonly Side[] => (leaves ? [side, 'client'] : [side]))
}

export interface Part {
  readonly at: string
  readonly component: string
  readonly said: Said
  readonly shares: readonly Share[]
  readonly narrative: string
}

export function partAt(spot: Spot, cast: Cast): Part {
  const component = uuidAt(spot, 'component-uuid')
  const said = saidAt(spot)
  const provider = providerOf(component, said, cast)
  const exported = groupAt(spot, 'export')
  return {
    at: spot.at,
    component,
    said,
    narrative: proseAt(spot, 'description'),
    shares: [
      ...(exported === undefined ? [] : exportedShares(exported, cast, serviceOf(component, cast))),
      ...groupsAt(spot, 'inherited', 'uuid').map((inherited) => inheritedShare(inherited, provider)),
      ...groupsAt(spot, 'satisfied', 'uuid').map((satisfied) => ({
        at: satisfied.at,
        side: 'owner' as const,
        text: proseAt(satisfied, 'description'),
      })),
    ],
  }
}

function inheritedShare(inherited: Spot, provider: Provider): Share {
  if (provider.party === undefined) complain(inherited, inherited.at, fromWhom)
  return { ...provider, at: inherited.at, side: 'inherited', text: proseAt(inherited, 'description') }
}

export type Provider = Pick<Share, 'party' | 'service'>

/** Whoever something is inherited from: the leveraged authorization's party, else who stands behind the component. */
export function providerOf(component: string, said: Pick<Said, 'leveraged'>, cast: Cast): Provider {
  const known = cast.components.get(component)
  const [uuid = known?.leveraged ?? ''] = said.leveraged
  const { title, party } = cast.leveraged.get(uuid) ?? { title: '', party: '' }
  const outside = known?.outside ? known : { title: '', provider: known?.provider ?? '' }
  const name = [party, title, outside.provider, outside.title].find(isNamed)
  const service = [title, outside.title].find(isNamed)
  return { ...given('party', name), ...given('service', service === name ? '' : service) }
}

function isNamed(name: string): boolean {
  return name !== ''
}

export function isLeveraged(component: string, { components }: Cast): boolean {
  return (components.get(component)?.leveraged ?? '') !== ''
}

function serviceOf(component: string, { components }: Cast): Provider {
  const known = components.get(component)
  return known === undefined || known.itself ? {} : given('service', known.title)
}

function exportedShares(exported: Spot, cast: Cast, service: Provider): readonly Share[] {
  const provided = groupsAt(exported, 'provided', 'uuid')
  const left = groupsAt(exported, 'responsibilities', 'uuid')
  const counts = Map.groupBy(provided, (one) => uuidAt(one, 'uuid'))
  const paired = (responsibility: Spot): boolean => counts.get(uuidAt(responsibility, 'provided-uuid'))?.length === 1
  const byProvided = Map.groupBy(left.filter(paired), (one) => uuidAt(one, 'provided-uuid'))
  const say = sayer(left, cast)
  return [
    ...provided.map((one) => {
      const mine = byProvided.get(uuidAt(one, 'uuid')) ?? []
      const words = mine.map(say).filter((text) => text !== '')
      return {
        ...service,
        at: one.at,
        side: 'provider' as const,
        exported: true as const,
        text: proseAt(one, 'description'),
        ...given('customerMust', words.join('\n')),
        ...(mine.length === 0 ? {} : { leaves: true as const }),
      }
    }),
    ...left
      .filter((one) => uuidAt(one, 'provided-uuid') === '' || !paired(one))
      .map((one) => unpaired(one, say(one), cast)),
  ]
}

function unpaired(responsibility: Spot, words: string, cast: Cast): Share {
  const loose = uuidAt(responsibility, 'provided-uuid') !== ''
  const [party, second] = actorsAt(responsibility, cast.parties)
  if (loose)
    complain(
      responsibility,
      responsibility.at,
      'its provided-uuid is that of nothing, or of several things, that this export provides; whom it belongs to stays unclear',
    )
  return {
    at: responsibility.at,
    side: 'client',
    exported: true,
    text: '',
    ...(party !== undefined && second === undefined ? { party } : {}),
    ...given('customerMust', words),
    ...(loose ? { loose } : {}),
  }
}

/** With the name before it where responsibilities are left to more than one. */
function sayer(left: readonly Spot[], { parties }: Cast): (responsibility: Spot) => string {
  const names = new Map(left.map((one) => [one, actorsAt(one, parties).join(', ')]))
  const several = new Set(names.values()).size > 1
  return (one) => {
    const text = proseAt(one, 'description')
    const name = names.get(one) ?? ''
    return several && name !== '' && text !== '' ? `${name}: ${text}` : text
  }
}
