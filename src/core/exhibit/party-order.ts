// Parties as people name them: the MSP, the client, then every further party in the order of the engagement.
import type { Matrix } from '../matrix.ts'
import type { Party } from '../party.ts'

export function partiesInOrder({ parties }: Pick<Matrix, 'parties'>): readonly Party[] {
  const rank = ({ id }: Party): number => ['msp', 'client'].indexOf(id) + 1 || 3
  return parties.toSorted((a, b) => rank(a) - rank(b))
}
