// A template is a named, versioned list of activities with the offerings that deliver them; the shipped library is one.
import { z } from 'zod'
import { Activity } from './activity.ts'
import { OfferingId, Reference } from './identifiers.ts'
import { Text } from './text.ts'

export const Offering = z.strictObject({
  id: OfferingId,
  title: Text,
  delivers: Text,
  doesNot: Text,
  contract: Text,
})
export type Offering = z.infer<typeof Offering>

export const Template = z.strictObject({
  id: Text,
  version: Text,
  offerings: z.array(Offering).readonly(),
  parts: z.record(Reference, z.array(Text).min(2, 'name at least two parts').readonly()),
  activities: z.array(Activity).readonly(),
})
export type Template = z.infer<typeof Template>
