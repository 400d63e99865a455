// A template is a named, versioned list of activities with the offerings that deliver them; the shipped library is one.
import { z } from 'zod'
import { Activity } from './activity.ts'
import { ActivityId, OfferingId, Reference, SituationId } from './identifiers.ts'
import { Text, Title } from './text.ts'

export const Offering = z.strictObject({
  id: OfferingId,
  title: Title,
  delivers: Text,
  doesNot: Text,
  contract: Text,
})
export type Offering = z.infer<typeof Offering>

/** A fact about a client, apart from what it buys, that divides some work in another customary way: the id of variants. */
export const Situation = z.strictObject({
  id: SituationId,
  title: Title,
  ask: Text,
  /** it holds only where a further provider delivers this offering */
  elsewhere: OfferingId.optional(),
})
export type Situation = z.infer<typeof Situation>

/** A chapter of the matrix: its heading, and its activities in the order in which they are read. */
const Topic = z.strictObject({ id: Text, title: Text, activities: z.array(ActivityId).readonly() })

export const Template = z.strictObject({
  id: Text,
  version: Text,
  offerings: z.array(Offering).readonly(),
  /** in the order in which they are read; a topic that is not named follows, by its id */
  topics: z.array(Topic).readonly().optional(),
  /** the earlier wins where a row has variants for several */
  situations: z.array(Situation).readonly().optional(),
  parts: z.record(Reference, z.array(Text).min(2, 'name at least two parts').readonly()),
  activities: z.array(Activity).readonly(),
})
export type Template = z.infer<typeof Template>
