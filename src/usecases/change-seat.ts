// Other terms for somebody who was let into an engagement: another role, another end; or the end now.
import { authorizeIn } from '../core/access/authorize.ts'
import { refuseTerms } from '../core/access/seat-terms.ts'
import { Refusal } from '../core/refusal.ts'
import { lockEngagement } from '../store/engagements.ts'
import { findSeat, putSeat } from '../store/seats.ts'
import type { SeatKey, SeatRecord } from '../store/seats.ts'
import type { UseCase } from './context.ts'
import { seatShown } from './list-seats.ts'
import type { SeatShown } from './list-seats.ts'
import { termsOf } from './seat-terms-asked.ts'
import type { SeatTermsAsked } from './seat-terms-asked.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export function changeSeat(ctx: UseCase, key: SeatKey, asked: SeatTermsAsked): Promise<SeatShown> {
  return transact(ctx, async (change) => {
    const before = await heldSeat(ctx, change, { key, action: 'guests.manage' })
    const terms = termsOf(asked)
    refuseTerms(terms, change.at)
    const { endsAt: _, ...kept } = before
    const after = { ...kept, ...terms }
    await putSeat(change, after)
    recordSeat(change, 'seat.changed', { before, after })
    return seatShown(after, change.at)
  })
}

export function endSeat(ctx: UseCase, key: SeatKey): Promise<void> {
  return transact(ctx, async (change) => {
    const before = await heldSeat(ctx, change, { key, action: 'guests.end' })
    const after = { ...before, endsAt: change.at }
    await putSeat(change, after)
    recordSeat(change, 'seat.ended', { before, after })
  })
}

interface Doing {
  readonly key: SeatKey
  readonly action: 'guests.manage' | 'guests.end'
}

async function heldSeat(ctx: UseCase, change: Change, { key, action }: Doing): Promise<SeatRecord> {
  authorizeIn(ctx.actor, action, await lockEngagement(change, key.engagement))
  const seat = await findSeat(change, key)
  if (seat === undefined) throw new Refusal('not-found', 'there is no such seat in this engagement')
  if (!seatShown(seat, change.at).holds)
    throw new Refusal('conflict', 'this seat has ended; let the person in again instead')
  return seat
}

function recordSeat(
  change: Change,
  kind: 'seat.changed' | 'seat.ended',
  { before, after }: { readonly before: SeatRecord; readonly after: SeatRecord },
): void {
  const termsIn = ({ role, endsAt }: SeatRecord) => ({ role, ...(endsAt !== undefined && { endsAt }) })
  const body = { before: termsIn(before), after: termsIn(after) }
  change.record({ kind, subject: before.user, engagement: before.engagement, body })
}
