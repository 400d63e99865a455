// A duty and its surroundings as sentences, with the engagement's parameters filled in.
import { accountableParties, coverPart, coverRef } from '../activity.ts'
import type { Activity } from '../activity.ts'
import type { Basis, Duty } from '../duty.ts'
import { splitReference } from '../identifiers.ts'
import type { PartyId, Reference } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { fill } from '../placeholder.ts'
import { sayTiming } from '../timing.ts'
import { partyName } from './view.ts'

/** With the scopes it is limited to, so that rows of the same work are told apart. */
export function sayTitle(activity: Activity, matrix: Pick<Matrix, 'parameters' | 'scopes'>): string {
  const title = fill(activity.title, matrix.parameters)
  if (activity.scopes === undefined) return title
  return `${title} (only: ${activity.scopes.map((id) => matrix.scopes.find((scope) => scope.id === id)?.title ?? id).join('; ')})`
}

export function sayDuty(duty: Duty, matrix: Pick<Matrix, 'parameters'>): string {
  const does = fill(duty.does, matrix.parameters)
  const text = duty.kind === 'pays' ? `Pays: ${does}` : does
  const timing = sayWhen(duty, matrix)
  return timing === '' ? text : `${text} (${timing})`
}

/** What stands above every list of duties, so that nobody takes a chosen time for law. */
export const clocksExplained =
  '"Customary" marks a time that the parties chose and may change in the agreement. Where a law sets the time, the law is cited.'

/** The clock, with custom told apart from law. */
export function sayWhen(duty: Duty, matrix: Pick<Matrix, 'parameters'>): string {
  if (!duty.timing) return ''
  const timing = fill(sayTiming(duty.timing), matrix.parameters)
  return duty.source === undefined ? timing : `${timing}; ${duty.source}`
}

/** The duty with what it rests on; that of a provider, or of the MSP beyond what it sells, may rest on nothing. */
export function sayFoundedDuty(duty: Duty, matrix: Pick<Matrix, 'parameters' | 'parties'>): string {
  const rests = duty.basis === undefined ? sayLack(duty, matrix) : `rests on ${sayBasis(duty.basis)}`
  return rests === '' ? sayDuty(duty, matrix) : `${sayDuty(duty, matrix)} [${rests}]`
}

function sayLack({ party, offering, own }: Duty, { parties }: Pick<Matrix, 'parties'>): string {
  const kind = parties.find(({ id }) => id === party)?.kind
  if (kind === undefined || kind === 'client') return ''
  if (party !== 'msp') return 'nothing shows that it took this on'
  return offering === undefined && own !== true ? 'no offering delivers this' : ''
}

function sayBasis({ claim, document, version, date, place }: Basis): string {
  const said = [document, version, date, place].filter((text) => text !== undefined).join(', ')
  return claim === undefined ? said : `${said}: “${claim}”`
}

export function sayEvidence(duty: Duty, matrix: Pick<Matrix, 'parameters'>): string {
  return (duty.evidence ?? [])
    .map(({ what, from }) => fill(from === undefined ? what : `${what} (${from})`, matrix.parameters))
    .join('; ')
}

/** One party's part of an activity; a line for each duty. */
export function sayPart(activity: Activity, party: PartyId, matrix: Pick<Matrix, 'parameters'>): string {
  return activity.duties
    .filter((duty) => duty.party === party)
    .map((duty) => sayDuty(duty, matrix))
    .join('\n')
}

export function sayAccountable(activity: Activity, matrix: Pick<Matrix, 'parties'>): string {
  const named = accountableParties(activity)
  return named.length === 0 ? 'Nobody yet' : named.map((party) => partyName(matrix, party)).join(' and ')
}

/** Published ids, as printed: `AC.L2-3.1.1[a], CC6.1 (encryption and keys)`. */
export function sayCitations(activity: Activity): string {
  return activity.covers.map((cover) => sayReference(coverRef(cover), coverPart(cover))).join(', ')
}

export function sayReference(reference: Reference, part?: string): string {
  const { id } = splitReference(reference)
  return part === undefined ? id : `${id} (${part})`
}
