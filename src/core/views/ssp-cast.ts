// The cast of a statement: each party by its full name at first, then as people of the engagement call it.
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'
import type { Doer } from './ssp-prose.ts'
import { partyName } from './view.ts'

export interface Cast {
  readonly party: (id: PartyId) => string
  readonly doer: (duty: Duty) => Doer
}

const called: Readonly<Record<PartyId, string>> = { msp: 'the MSP', client: 'the client' }

/** Remembers who was introduced, over one statement. */
export function cast(matrix: Pick<Matrix, 'parties' | 'parameters'>): Cast {
  const introduced = new Set<PartyId>()
  const lastHeld = new Map<string, PartyId>()
  const party = (id: PartyId): string => {
    const short = called[id]
    if (short === undefined) return partyName(matrix, id)
    if (introduced.has(id)) return short
    introduced.add(id)
    return `${partyName(matrix, id)} (${short})`
  }
  const doer = (duty: Duty): Doer => {
    const role = fill(duty.role ?? '', matrix.parameters)
    if (role === '') return { first: party(duty.party), again: called[duty.party] ?? partyName(matrix, duty.party) }
    const person = alone.test(role) ? role : `the ${role}`
    if (lastHeld.get(role) === duty.party) return { first: person, again: person }
    lastHeld.set(role, duty.party)
    if (role.toLowerCase().startsWith(`${duty.party} `)) return { first: person, again: person }
    const short = introduced.has(duty.party) && !alone.test(role) && !/['’]s\b/.test(role)
    return { first: short ? `${party(duty.party)}’s ${role}` : `${person} of ${party(duty.party)}`, again: person }
  }
  return { party, doer }
}

/** Roles that take no article: "every user". */
const alone = /^(every|each|all|any|both|the|a|an|whoever|who)\b/i
