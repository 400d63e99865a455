// Who takes part in an OSCAL document: its parties, components and leveraged authorizations, by UUID.
import { groupAt, groupsAt, leaveUnread, placeOf, textAt } from './spot.ts'
import type { Spot } from './spot.ts'

export interface Leveraged {
  readonly title: string
  readonly party: string
}

export interface Component {
  readonly title: string
  /** a system of somebody else's, so that its title names whom one leans on */
  readonly outside: boolean
  readonly itself: boolean
  /** of its leveraged authorization */
  readonly leveraged: string
  /** whoever has the role "provider" in it */
  readonly provider: string
}

export interface Cast {
  readonly parties: ReadonlyMap<string, string>
  readonly components: ReadonlyMap<string, Component>
  readonly leveraged: ReadonlyMap<string, Leveraged>
}

export function castOf(root: Spot): Cast {
  const metadata = groupAt(root, 'metadata')
  const system = groupAt(root, 'system-implementation')
  const parties = new Map(
    (metadata === undefined ? [] : groupsAt(metadata, 'parties', 'uuid')).map((party) => [
      uuidAt(party, 'uuid'),
      textAt(party, 'name') || textAt(party, 'party-name') || textAt(party, 'short-name'),
    ]),
  )
  return {
    parties,
    components: new Map(
      (system === undefined ? [] : groupsAt(system, 'components', 'uuid')).map((component) => [
        uuidAt(component, 'uuid'),
        componentOf(component, parties),
      ]),
    ),
    leveraged: new Map(
      (system === undefined ? [] : groupsAt(system, 'leveraged-authorizations', 'uuid')).map((leveraged) => [
        uuidAt(leveraged, 'uuid'),
        { title: proseAt(leveraged, 'title'), party: parties.get(uuidAt(leveraged, 'party-uuid')) ?? '' },
      ]),
    ),
  }
}

function componentOf(component: Spot, parties: Cast['parties']): Component {
  const type = textAt(component, 'type')
  return {
    title: proseAt(component, 'title'),
    outside: outsideTypes.has(type) || propAt(component, 'implementation-point') === 'external',
    itself: type === 'this-system',
    leveraged: propAt(component, 'leveraged-authorization-uuid').toLowerCase(),
    provider: actorsAt(component, parties, 'provider')[0] ?? '',
  }
}

const outsideTypes: ReadonlySet<string> = new Set(['system', 'leveraged-system'])

function propAt(spot: Spot, name: string): string {
  const found = groupsAt(spot, 'props', 'name').find((prop) => textAt(prop, 'name') === name)
  return found === undefined ? '' : textAt(found, 'value')
}

/** Names of those who act, all or in one role. */
export function actorsAt(spot: Spot, parties: Cast['parties'], role?: string): readonly string[] {
  const roles = groupsAt(spot, 'responsible-roles', 'role-id')
  const wanted = role === undefined ? roles : roles.filter((one) => textAt(one, 'role-id') === role)
  const names = wanted.flatMap((one) => uuidsAt(one, 'party-uuids').map((uuid) => parties.get(uuid) ?? ''))
  return [...new Set(names)].filter((name) => name !== '')
}

function uuidsAt(spot: Spot, field: string): readonly string[] {
  const value = Object.hasOwn(spot.group, field) ? spot.group[field] : undefined
  if (value === undefined || value === null) return []
  if (Array.isArray(value) && value.every((uuid) => typeof uuid === 'string'))
    return value.map((uuid: string) => uuid.trim().toLowerCase())
  leaveUnread(spot, placeOf(spot, field), 'a list of texts is')
  return []
}

export function uuidAt(spot: Spot, field: string): string {
  return textAt(spot, field).toLowerCase()
}

/** Markdown's escaped marks as the marks that they are: `\*` is an asterisk. */
export function proseAt(spot: Spot, field: string): string {
  return textAt(spot, field).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
