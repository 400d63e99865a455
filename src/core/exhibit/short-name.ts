// How Schedules A and C name a party: the two that the exhibit defines by a word, any other by its name.
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { partyName } from '../views/view.ts'

export function shortName(party: PartyId, matrix: Pick<Matrix, 'parties'>): string {
  if (party === 'msp') return 'MSP'
  return party === 'client' ? 'Client' : partyName(matrix, party)
}
