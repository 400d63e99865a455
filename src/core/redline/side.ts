// A side is one of the two revisions, with how it says things: names, filled texts, dates.
import { coverPart, coverRef } from '../activity.ts'
import type { Activity, Cover } from '../activity.ts'
import { unassigned } from '../duty.ts'
import type { Basis, Duty, Evidence } from '../duty.ts'
import type { OfferingId, PartyId, ScopeId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import type { Line } from '../paper/paper.ts'
import { fill } from '../placeholder.ts'
import type { CalendarDate } from '../text.ts'
import { sayTiming } from '../timing.ts'
import { sayReference } from '../views/say-duty.ts'
import { partyName } from '../views/view.ts'
import { marked } from './marks.ts'
import type { z } from 'zod'

export interface Side {
  readonly matrix: Matrix
  readonly sayDate: (date: CalendarDate) => string
  readonly offeringName: (id: OfferingId) => string
}

export interface Sides {
  readonly before: Side
  readonly after: Side
}

/** In the middle of a sentence. */
export function nameOf({ matrix }: Side, party: PartyId): string {
  return party === unassigned ? 'nobody' : partyName(matrix, party)
}

export function scopeName({ matrix }: Side, id: ScopeId): string {
  return matrix.scopes.find((scope) => scope.id === id)?.title ?? id
}

/** The words of a slug: a situation, a variant. */
export function inWords(slug: string): string {
  return slug.replaceAll('-', ' ')
}

/** Both with the answers of their day. Where only the question differs, the questions are shown. */
export function phrases(before: string, after: string, sides: Sides): [string, string] {
  const was = fill(before, sides.before.matrix.parameters)
  const is = fill(after, sides.after.matrix.parameters)
  return before !== after && was === is ? [before, after] : [was, is]
}

export function markedPhrase(before: string, after: string, sides: Sides): Line {
  return marked(...phrases(before, after, sides))
}

export function clockOf({ timing, source }: Duty): string {
  return [timing === undefined ? '' : sayTiming(timing), source ?? ''].filter((text) => text !== '').join('; ')
}

export function evidenceOf({ evidence = [] }: Pick<Duty, 'evidence'>, side: Side): string {
  return evidence.map((one) => sayArtefact(one, side)).join('; ')
}

function sayArtefact({ what, from, keptAt, lastSeen, sha256 }: Evidence, { sayDate }: Side): string {
  const more = [
    from === undefined ? '' : `from ${from}`,
    keptAt === undefined ? '' : `kept at ${keptAt}`,
    lastSeen === undefined ? '' : `last seen ${sayDate(lastSeen)}`,
    sha256 === undefined ? '' : `SHA-256 ${sha256}`,
  ].filter((text) => text !== '')
  return more.length === 0 ? what : `${what} (${more.join(', ')})`
}

export function sayBasis(basis: z.infer<typeof Basis> | undefined, { sayDate }: Side): string {
  if (basis === undefined) return ''
  const { document, version, date, place, claim } = basis
  return [document, version, date && sayDate(date), place, claim && `claim ${claim}`].filter(Boolean).join(', ')
}

export function sayCover(cover: Cover): string {
  return sayReference(coverRef(cover), coverPart(cover))
}

export function scopesOf({ scopes }: Pick<Activity, 'scopes'>, side: Side): string {
  return scopes === undefined ? 'every scope' : scopes.map((id) => scopeName(side, id)).join('; ')
}
