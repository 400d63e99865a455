// How a workbook names the parties: in cells that are a choice, and over their columns.
import { accountableParties } from '../activity.ts'
import type { Activity } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { Party } from '../party.ts'

export const nobodyYet = 'Nobody yet'

/** The legal name; where two parties share one, with the id behind it. One line, and no two labels alike. */
export function partyLabel({ parties }: Pick<Matrix, 'parties'>, id: PartyId): string {
  if (id === unassigned) return nobodyYet
  const name = nameOf(parties.find((party) => party.id === id)) ?? id
  const alike = (other: string | undefined): boolean => other?.toLowerCase() === name.toLowerCase()
  const shared = parties.some((other) => other.id !== id && alike(nameOf(other)))
  return shared || alike(nobodyYet) ? `${name} (${id})` : name
}

function nameOf(party: Party | undefined): string | undefined {
  return party?.legalName.replaceAll(/\s+/g, ' ')
}

/** MSP and client first, as people know the matrix; then every further party. */
export function partiesInOrder({ parties }: Pick<Matrix, 'parties'>): readonly PartyId[] {
  const rank = (id: string): number => ['msp', 'client'].indexOf(id) + 1 || 3
  return parties.map(({ id }) => id).toSorted((a, b) => rank(a) - rank(b))
}

/** What a cell takes that names one party. */
export function partyChoices(matrix: Pick<Matrix, 'parties'>): readonly string[] {
  return [...partiesInOrder(matrix), unassigned].map((id) => partyLabel(matrix, id))
}

export function accountableLabel(activity: Pick<Activity, 'accountable'>, matrix: Pick<Matrix, 'parties'>): string {
  const named = accountableParties(activity)
  return named.length === 0 ? nobodyYet : named.map((party) => partyLabel(matrix, party)).join(' and ')
}

const parts = { msp: 'MSP', client: 'client', provider: 'provider' } as const satisfies Record<Party['kind'], string>

export function sayKind(kind: Party['kind']): string {
  return parts[kind]
}
