// An activity is one specific, assignable piece of work that serves objectives of one or more frameworks.
import { z } from 'zod'
import { Duty, Evidence } from './duty.ts'
import { ActivityId, OfferingId, PartyId, Reference, ScopeId } from './identifiers.ts'
import { CalendarDate, Text, Title } from './text.ts'

export const Cover = z.union([Reference, z.strictObject({ ref: Reference, part: Text })])
export type Cover = z.infer<typeof Cover>

/** The question that an activity asks; its answer is a parameter of the engagement. */
export const Placeholder = z.strictObject({ ask: Text, example: Text.optional(), default: Text.optional() })
export type Placeholder = z.infer<typeof Placeholder>

/** One party answers. A draft may name nobody or several: findings, not syntax errors. */
const Accountable = z.union([PartyId, z.array(PartyId).readonly()])

/** Who does what, together: what a variant or an offering that nobody delivers replaces as a whole. */
export const Allocation = z.strictObject({
  accountable: Accountable.optional(),
  duties: z.array(Duty).readonly(),
  handoff: Text.optional(),
})
export type Allocation = z.infer<typeof Allocation>

export const Variant = Allocation.extend({ id: ActivityId, when: Text })

/** A fact that leaves objectives without anything to do, as an assessor accepts it, and what shows it. Guidance only: a decision decides. */
const Exemption = z.strictObject({
  refs: z.array(Cover).min(1, 'name the objectives').readonly(),
  because: Text,
  evidence: z.array(Evidence).min(1, 'name what shows it').readonly(),
})

/** The template's wording that this activity came from; `wording` is the digest of that text, to tell whether it was customised. */
export const Origin = z.strictObject({ template: Text, version: Text, wording: Text.optional() })

export const Activity = z.strictObject({
  id: ActivityId,
  title: Title,
  topic: Title,
  covers: z.array(Cover).readonly(),
  accountable: Accountable.optional(),
  duties: z.array(Duty).readonly(),
  handoff: Text.optional(),
  scopes: z.array(ScopeId).readonly().optional(),
  placeholders: z.record(Title, Placeholder).optional(),
  appliesWhen: Text.optional(),
  withoutOffering: Allocation.optional(),
  /** by the one offering that is missing while the others are sold */
  withoutOne: z.record(OfferingId, Allocation).optional(),
  variants: z.array(Variant).readonly().optional(),
  notApplicable: z.array(Exemption).readonly().optional(),
  trap: Text.optional(),
  origin: Origin.optional(),
  reviewed: z.strictObject({ by: Text, date: CalendarDate }).optional(),
})
export type Activity = z.infer<typeof Activity>

export function coverRef(cover: Cover): Reference {
  return typeof cover === 'string' ? cover : cover.ref
}

export function coverPart(cover: Cover): string | undefined {
  return typeof cover === 'string' ? undefined : cover.part
}

/** The parties named as accountable, without "unassigned". */
export function accountableParties(activity: Pick<Activity, 'accountable'>): readonly PartyId[] {
  const named = typeof activity.accountable === 'string' ? [activity.accountable] : (activity.accountable ?? [])
  return named.filter((party) => party !== 'unassigned')
}
