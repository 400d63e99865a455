// A party as a cell names it: its legal name, as the workbook labels it, or its id.
import { unassigned } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { suggest } from '../schema-issues.ts'
import { partyChoices, partyLabel } from '../workbook/party-label.ts'
import { plain } from './cell-text.ts'

/** A party's id, `unassigned` for "Nobody yet", or undefined where nobody bears the name. */
export function partyNamed(text: string, matrix: Pick<Matrix, 'parties'>): PartyId | undefined {
  const wanted = plain(text).toLowerCase()
  const ids = [...matrix.parties.map(({ id }) => id), unassigned]
  return ids.find((id) => id === wanted) ?? ids.find((id) => plain(partyLabel(matrix, id)).toLowerCase() === wanted)
}

export function noSuchParty(text: string, matrix: Pick<Matrix, 'parties'>): string {
  return text === ''
    ? 'this cell is empty; choose a party, or "Nobody yet"'
    : `"${plain(text).slice(0, 80)}" is no party of this matrix; ${suggest(plain(text), partyChoices(matrix))}`
}
