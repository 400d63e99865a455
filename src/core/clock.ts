// A legal clock: the longest time that the law leaves from discovery to a notice, whatever chain of people it passes.
import { z } from 'zod'
import { Reference } from './identifiers.ts'
import { Text } from './text.ts'

export const Clock = z.strictObject({
  id: Text,
  title: Text,
  /** calendar time: "72 hours", "60 days" */
  limit: Text,
  from: Text,
  source: Text,
  /** the notice that must go out in time: objectives it serves, or sources that its duty cites */
  notice: z.array(Reference).readonly(),
  sources: z.array(Text).readonly(),
  /** words that tell this notice from the other duties of an activity that serves those objectives */
  words: z.array(Text).readonly(),
  /** words of a duty's `after` that start this clock instead of discovery: "year" */
  starts: z.array(Text).readonly().optional(),
  /** whose clock it is, where the law binds only one of the two */
  holder: z.enum(['covered-entity', 'business-associate']).optional(),
  /** the objectives of the notices that come before it, in other activities */
  upstream: z.array(Reference).readonly(),
  /** the parameter that, answered "no", starts the clock at the upstream notice instead of its discovery */
  agency: Text.optional(),
})
export type Clock = z.infer<typeof Clock>
