// A decision is a recorded choice about a requirement or objective, with its reason, person and date.
import { z } from 'zod'
import { Reference, ScopeId } from './identifiers.ts'
import { CalendarDate, Text } from './text.ts'

/** Reason, person and date may be missing in a draft: then the decision does not stand, and a check says so. */
export const Decision = z.strictObject({
  ref: Reference,
  /** of an objective that is served in parts: only this one does not apply */
  part: Text.optional(),
  scope: ScopeId.optional(),
  kind: z.enum(['not-applicable', 'addressable-alternative', 'accepted-risk', 'partial-case']),
  by: Text.optional(),
  reason: Text.optional(),
  date: CalendarDate.optional(),
  basis: Text.optional(),
})
export type Decision = z.infer<typeof Decision>
