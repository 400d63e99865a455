// The roles of an OSCAL document: who at a party acts, each declared once with its people.
import { unassigned } from '../../core/duty.ts'
import type { Duty } from '../../core/duty.ts'
import type { PartyId } from '../../core/identifiers.ts'
import { fill } from '../../core/placeholder.ts'
import type { Projection } from '../../core/views/view.ts'
import { partyName } from '../../core/views/view.ts'
import { oneLine, prose } from './markup.ts'
import type { ResponsibleRole } from './shapes.ts'
import { slug } from './token.ts'
import { subjectUuid } from './uuid.ts'

export interface Role {
  readonly id: string
  readonly title: string
  readonly description?: string
}

export interface RoleBook {
  readonly all: readonly Role[]
  readonly idOf: (duty: Pick<Duty, 'party' | 'role'>) => string
}

/** OSCAL's own name for the organization behind a component. */
export const providerRole: Role = { id: 'provider', title: 'Provider' }
export const signatoryRole: Role = { id: 'signatory', title: 'Signatory' }

interface Held {
  readonly party: PartyId
  /** as the matrix writes it; empty where a duty names none */
  readonly role: string
}

export function roleBook({ matrix, context: { roles = {} } }: Projection): RoleBook {
  const held = new Map<string, Held>()
  for (const { duties } of matrix.activities)
    for (const { party, role = '' } of duties) held.set(keyOf({ party, role }), { party, role })
  const bySlug = Map.groupBy(held.values(), ({ party, role }) => `${party} ${slug(role)}`)
  const ids = new Map<string, string>()
  for (const group of bySlug.values()) for (const one of group) ids.set(keyOf(one), roleId(one, group.length))
  const describe = ({ party, role }: Held): Role => {
    const words = fill(role, matrix.parameters)
    const who = Object.hasOwn(roles, role) && party === 'client' ? roles[role] : undefined
    const title = `${words === '' ? 'No role named' : words} (${partyName(matrix, party)})`
    return {
      id: ids.get(keyOf({ party, role }))!,
      title: prose(title),
      ...(who === undefined ? {} : { description: prose(who) }),
    }
  }
  return {
    all: [...held.values()].map(describe),
    idOf: ({ party, role = '' }) => ids.get(keyOf({ party, role }))!,
  }
}

/** `client.office-manager`; words that give the same slug are told apart by their digest, which no slug contains. */
function roleId({ party, role }: Held, sharing: number): string {
  const start = /^\d/.test(party) ? `_${party}` : party
  const id = `${start}.${slug(role) || 'no-role'}`
  return sharing === 1 ? id : `${id}.${subjectUuid('role', role).slice(0, 8)}`
}

function keyOf({ party, role }: Held): string {
  return `${party} ${oneLine(role)}`
}

/** Each role once, with its party; nobody's duty names no party. */
export function responsibleRoles(
  duties: readonly Duty[],
  book: RoleBook,
  partyUuid: (party: PartyId) => string,
): readonly ResponsibleRole[] {
  const byRole = Map.groupBy(duties, (duty) => book.idOf(duty))
  return [...byRole].map(([id, [duty]]) => ({
    'role-id': id,
    ...(duty!.party === unassigned ? {} : { 'party-uuids': [partyUuid(duty!.party)] }),
  }))
}

/** The ids under `role-id` anywhere within. */
export function rolesUsedIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) rolesUsedIn(item, found)
  else if (typeof value === 'object' && value !== null)
    for (const [key, field] of Object.entries(value)) {
      if (key === 'role-id' && typeof field === 'string') found.add(field)
      else rolesUsedIn(field, found)
    }
  return found
}
