// The terms of a seat as a request words them.
import { z } from 'zod'
import { Moment } from '../core/text.ts'
import { guestRoles } from '../core/access/actor.ts'
import type { SeatTerms } from '../core/access/seat-terms.ts'

export const SeatTermsAsked = z.strictObject({
  role: z.enum(guestRoles),
  endsAt: Moment.optional().meta({
    description: 'the first moment at which the seat no longer holds; an assessor must have one',
    example: '2026-06-30T17:00:00Z',
  }),
})
export type SeatTermsAsked = z.infer<typeof SeatTermsAsked>

/** Times are compared as texts, so they are all written alike. */
export function termsOf({ role, endsAt }: SeatTermsAsked): SeatTerms {
  return { role, ...(endsAt !== undefined && { endsAt: new Date(endsAt).toISOString() }) }
}
