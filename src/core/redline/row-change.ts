// How one row changed, by what it means for the parties; each row is told once, under the gravest of its changes.
import { accountableParties, coverPart, coverRef } from '../activity.ts'
import type { Activity, Cover } from '../activity.ts'
import { same } from '../compare.ts'
import type { Duty } from '../duty.ts'
import type { PartyId } from '../identifiers.ts'
import { pairDuties } from './duty-pairs.ts'

type DutyFacet = 'party' | 'support' | 'clock' | 'wording'

export type DutyChange =
  | { readonly kind: 'new'; readonly after: Duty }
  | { readonly kind: 'ended'; readonly before: Duty }
  | KeptDuty

export interface KeptDuty {
  readonly kind: 'kept'
  readonly before: Duty
  readonly after: Duty
  readonly facets: ReadonlySet<DutyFacet>
}

export interface RowChange {
  readonly before: Activity
  readonly after: Activity
  /** those that changed, in the order of the row */
  readonly duties: readonly DutyChange[]
  readonly untouched: number
  readonly accountable: boolean
  readonly phrases: boolean
  readonly citations: boolean
  readonly gravity: Gravity
}

/** In the order in which the redline tells them; `quiet`: nobody's duty is touched. */
export const gravities = ['responsibility', 'timing', 'wording', 'citation', 'quiet'] as const
export type Gravity = (typeof gravities)[number]

export function rowChange(before: Activity, after: Activity): RowChange {
  const pairs = pairDuties(before.duties, after.duties).map(dutyChange)
  const duties = pairs.filter((change) => change.kind !== 'kept' || change.facets.size > 0)
  const found = {
    duties,
    untouched: pairs.length - duties.length,
    accountable: !same(answering(before), answering(after)),
    phrases: (['title', 'handoff', 'appliesWhen'] as const).some((field) => before[field] !== after[field]),
    citations: !same(before.covers.map(key).toSorted(), after.covers.map(key).toSorted()) || !sameScopes(before, after),
  }
  return { before, after, ...found, gravity: gravityOf(found) }
}

function answering(activity: Activity): readonly PartyId[] {
  return [...new Set(accountableParties(activity))].toSorted()
}

function sameScopes(a: Activity, b: Activity): boolean {
  return same(a.scopes?.toSorted(), b.scopes?.toSorted())
}

function key(cover: Cover): string {
  return `${coverRef(cover)}\n${coverPart(cover) ?? ''}`
}

function gravityOf({
  duties,
  accountable,
  phrases,
  citations,
}: Omit<RowChange, 'before' | 'after' | 'gravity'>): Gravity {
  const has = (facet: DutyFacet): boolean => duties.some((change) => change.kind === 'kept' && change.facets.has(facet))
  if (accountable || duties.some(({ kind }) => kind !== 'kept') || has('party') || has('support'))
    return 'responsibility'
  if (has('clock')) return 'timing'
  if (phrases || has('wording')) return 'wording'
  return citations ? 'citation' : 'quiet'
}

function dutyChange({ before, after }: { readonly before?: Duty; readonly after?: Duty }): DutyChange {
  if (before === undefined) return { kind: 'new', after: after! }
  if (after === undefined) return { kind: 'ended', before }
  return { kind: 'kept', before, after, facets: facetsOf(before, after) }
}

function facetsOf(a: Duty, b: Duty): ReadonlySet<DutyFacet> {
  const facets: readonly (readonly [DutyFacet, boolean])[] = [
    ['party', a.party !== b.party],
    ['support', !same(supportOf(a), supportOf(b))],
    ['clock', !same(a.timing, b.timing)],
    ['wording', !same(wordsOf(a), wordsOf(b))],
  ]
  return new Set(facets.filter(([, changed]) => changed).map(([facet]) => facet))
}

/** What the duty rests on, and whether the party does it or pays for it. */
function supportOf({ offering, kind, basis, own }: Duty): unknown {
  return { offering, kind: kind ?? 'does', basis, own: own ?? false }
}

function wordsOf({ does, role, interviewee, source, evidence }: Duty): unknown {
  return { does, role, interviewee, source, evidence: evidence ?? [] }
}

/** Duties that passed from one party to another. */
export function movesOf({ duties }: RowChange): readonly KeptDuty[] {
  return duties.filter((change) => change.kind === 'kept').filter(({ facets }) => facets.has('party'))
}
