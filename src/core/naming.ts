// How findings name a party, an activity and a list.
import type { Activity } from './activity.ts'
import { unassigned } from './duty.ts'
import type { PartyId } from './identifiers.ts'
import type { Matrix } from './matrix.ts'

/** In the middle of a sentence: "the client", "the MSP", a provider's legal name. */
export function sayParty(matrix: Pick<Matrix, 'parties'>, id: PartyId): string {
  if (id === unassigned) return 'nobody'
  const party = matrix.parties.find((known) => known.id === id)
  if (party?.kind === 'client' && id === 'client') return 'the client'
  if (party?.kind === 'msp' && id === 'msp') return 'the MSP'
  return party?.legalName ?? id
}

export function sayTitle({ title }: Pick<Activity, 'title'>): string {
  return `"${title}"`
}

/** "a", "a and b", "a, b and c"; beyond the limit "a, b and 7 more". */
export function sayList(words: readonly string[], limit = 8): string {
  const shown = words.length > limit ? [...words.slice(0, limit - 1), `${words.length - limit + 1} more`] : words
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

export function sayPhrases(phrases: readonly string[]): string {
  return sayList(phrases.map((phrase) => `"${phrase}"`))
}
