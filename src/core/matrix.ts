// A matrix is the shared responsibility matrix of one engagement: who takes part, under what, and every activity divided.
import { z } from 'zod'
import { Activity } from './activity.ts'
import { Decision } from './decision.ts'
import { Basis } from './duty.ts'
import {
  ActivityId,
  FrameworkId,
  MatrixId,
  OfferingId,
  PartyId,
  Reference,
  ScopeId,
  SituationId,
} from './identifiers.ts'
import { Party } from './party.ts'
import { CalendarDate, Text, Title } from './text.ts'

export const matrixFormat = 'demarc/matrix@1'

export const ChosenFramework = z.strictObject({
  id: FrameworkId,
  edition: Title.optional(),
  categories: z.array(Title).readonly().optional(),
  assessed: PartyId,
  capacity: z.enum(['covered-entity', 'business-associate']).optional(),
})

export const Scope = z.strictObject({ id: ScopeId, title: Title })

export const Agreement = z.strictObject({
  title: Title.optional(),
  reference: Title.optional(),
  effective: CalendarDate.optional(),
  boundary: Text.optional(),
  ssp: Text.optional(),
})

export const Review = z.strictObject({
  every: Text.optional(),
  last: CalendarDate.optional(),
  next: CalendarDate.optional(),
})

/** An offering in this engagement: who delivers it, where, and what an outside provider's promise rests on. */
const Sold = z.strictObject({
  id: OfferingId,
  by: PartyId,
  scopes: z.array(ScopeId).min(1).readonly().optional(),
  basis: Basis.optional(),
})

/** What an engagement is before any activity: the part that `demarc new` also takes from a file. */
export const Engagement = z.strictObject({
  format: z.literal(matrixFormat),
  id: MatrixId,
  title: Title,
  frameworks: z.array(ChosenFramework).min(1, 'choose at least one framework').readonly(),
  scopes: z.array(Scope).min(1, 'name at least one scope').readonly(),
  parties: z.array(Party).min(1, 'name the parties').readonly(),
  offerings: z.array(Sold).readonly(),
  agreement: Agreement,
  parameters: z.record(Title, Text),
  review: Review,
  decisions: z.array(Decision).readonly(),
  situations: z.array(SituationId).readonly().optional(),
  variants: z.record(ActivityId, Text).optional(),
})

export const Matrix = Engagement.extend({
  topics: z
    .array(z.strictObject({ id: Text, title: Text }))
    .readonly()
    .optional(),
  parts: z.record(Reference, z.array(Text).min(1).readonly()).optional(),
  activities: z.array(Activity).readonly(),
})

/** All of a matrix but its activities. */
export const MatrixHead = Matrix.omit({ activities: true })
export type MatrixHead = z.infer<typeof MatrixHead>
export type Engagement = z.infer<typeof Engagement>
export type Matrix = z.infer<typeof Matrix>
