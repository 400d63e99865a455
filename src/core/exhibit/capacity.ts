// What a party is in this engagement, as a contract calls it.
import type { Matrix } from '../matrix.ts'
import type { Party } from '../party.ts'

export function capacityOf({ id, kind }: Party, matrix: Pick<Matrix, 'parties'>): string {
  if (kind === 'client') return 'Client'
  if (kind === 'provider') return 'Further provider'
  return id === 'msp' || matrix.parties.filter((party) => party.kind === 'msp').length === 1
    ? 'Managed service provider (MSP)'
    : 'Further managed service provider'
}
