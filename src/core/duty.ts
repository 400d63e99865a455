// A duty: the share of an activity that one party does or pays for, its clock, and the proof that it was done.
import { z } from 'zod'
import { OfferingId, PartyId } from './identifiers.ts'
import { CalendarDate, Text } from './text.ts'
import { Timing } from './timing.ts'

const NamedEvidence = z.strictObject({
  what: Text,
  from: Text.optional(),
  keptAt: Text.optional(),
  lastSeen: CalendarDate.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits')
    .optional(),
})

/** An artefact: named and hashed, never uploaded. A plain text is short for `{ what }`. */
export type Evidence = z.infer<typeof NamedEvidence>
export const Evidence = z.union([Text.transform((what): Evidence => ({ what })), NamedEvidence])

/** What an accepted provider duty rests on. */
export const Basis = z.strictObject({
  claim: Text.optional(),
  document: Text,
  version: Text.optional(),
  date: CalendarDate.optional(),
  place: Text.optional(),
})
export type Basis = z.infer<typeof Basis>

export const unassigned = 'unassigned'

export const Duty = z.strictObject({
  party: PartyId,
  offering: OfferingId.optional(),
  kind: z.enum(['does', 'pays']).optional(),
  does: Text,
  role: Text.optional(),
  interviewee: Text.optional(),
  timing: Timing.optional(),
  evidence: z.array(Evidence).readonly().optional(),
  source: Text.optional(),
  basis: Basis.optional(),
  own: z.boolean().optional(),
})
export type Duty = z.infer<typeof Duty>

export function isPerformed(duty: Duty): boolean {
  return duty.kind !== 'pays' && duty.party !== unassigned
}
