// On what terms somebody is let into an engagement: as what, and until when.
import { Refusal } from '../refusal.ts'
import type { GuestRole } from './actor.ts'

export interface SeatTerms {
  readonly role: GuestRole
  /** RFC 3339, UTC, with milliseconds */
  readonly endsAt?: string
}

/** An assessor looks at it for the time of an assessment; the client's people stay until somebody ends it. */
export function refuseTerms({ role, endsAt }: SeatTerms, now: string): void {
  if (role === 'assessor' && endsAt === undefined)
    throw new Refusal('invalid', 'say until when the assessor is let in', [
      { at: 'endsAt', message: 'an assessor is let in for a time only' },
    ])
  if (endsAt !== undefined && endsAt <= now)
    throw new Refusal('invalid', 'the end must lie in the future', [
      { at: 'endsAt', message: 'this moment has passed' },
    ])
}
