// A requirement or one of its statements, of a plan or of a component: its id, what it says of whose work it is, and its words.
import { proseAt } from './oscal-cast.ts'
import type { Cast } from './oscal-cast.ts'
import { propertyNamespace } from '../../oscal/property.ts'
import { saidAt, saysSomething, together } from './oscal-said.ts'
import type { Said } from './oscal-said.ts'
import { isLeveraged, partAt, providerOf } from './oscal-shares.ts'
import type { Part, Share } from './oscal-shares.ts'
import { complain, groupsAt, readWhole, textAt } from './spot.ts'
import type { Spot } from './spot.ts'

export interface Unit {
  readonly spot: Spot
  /** as the document writes it; in ours, the published one */
  readonly id: string
  /** of the unit itself */
  readonly own: Said
  /** with that of its by-components */
  readonly said: Said
  readonly parts: readonly Part[]
  readonly shares: readonly Share[]
  /** all that it tells without saying whose work it is */
  readonly narrative: string
  /** what a writer other than a plan's leaves to the customer */
  readonly customerMust?: string
}

/** `key` is the field of its id: `control-id`, `statement-id`. */
export function unitAt(spot: Spot, key: string, cast: Cast): Unit {
  const read = readWhole(spot, () => ({
    spot,
    id: labelAt(spot) || textAt(spot, key),
    own: saidAt(spot),
    description: proseAt(spot, 'description'),
    parts: groupsAt(spot, 'by-components', 'component-uuid').map((part) => partAt(part, cast)),
  }))
  const { description, ...unit } = read.value
  const { id, own } = unit
  const parts = own.allocation === undefined ? unit.parts : unit.parts.map((part) => toldOnce(part, cast))
  if (id === '') complain(spot, spot.at, `it has no ${key}; what it speaks of stays unknown`)
  const said = together([own, ...parts.map((part) => part.said)])
  return {
    ...unit,
    parts,
    said: { ...said, open: own.open, unknown: said.unknown || !read.whole },
    shares: sharesOf(parts, cast),
    narrative: [description, ...parts.map(({ narrative }) => narrative)].filter((text) => text !== '').join('\n'),
  }
}

/** In our own plans what a provider does with what another left it stands where it is inherited. */
function toldOnce(part: Part, cast: Cast): Part {
  if (!isLeveraged(part.component, cast)) return part
  return { ...part, shares: part.shares.filter(({ side }) => side !== 'owner') }
}

export function speaks({ said, shares }: Unit): boolean {
  return shares.length > 0 || saysSomething(said)
}

/** Beside by-components that divide the work, one that only tells how has a part in it too. */
function sharesOf(parts: readonly Part[], cast: Cast): readonly Share[] {
  if (!parts.some(({ shares }) => shares.length > 0)) return []
  return parts.flatMap((part) => {
    if (part.shares.length > 0) return part.shares
    if (part.said.notApplicable || (part.narrative === '' && part.said.sides.size === 0)) return []
    return [told(part, cast)]
  })
}

function told({ at, component, said, narrative }: Part, cast: Cast): Share {
  const [side = isLeveraged(component, cast) ? 'inherited' : 'owner', second] = [...said.sides]
  const words = { at, text: narrative }
  if (second !== undefined) return { ...words, side: 'both' }
  return side === 'inherited' ? { ...words, ...providerOf(component, said, cast), side } : { ...words, side }
}

/** In our own documents ids are tokens, and the published ones stand beside them. */
function labelAt(spot: Spot): string {
  const label = groupsAt(spot, 'props', 'name').find(
    (prop) => textAt(prop, 'name') === 'label' && textAt(prop, 'ns') === propertyNamespace,
  )
  return label === undefined ? '' : textAt(label, 'value')
}
