// Lets somebody into an engagement who is known here already, from another one or from before; strangers are invited.
import { authorizeIn } from '../core/access/authorize.ts'
import { refuseTerms } from '../core/access/seat-terms.ts'
import type { UserId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { lockEngagement } from '../store/engagements.ts'
import { findMember, lockPeople } from '../store/members.ts'
import { putSeat, seatsOf } from '../store/seats.ts'
import type { SeatKey } from '../store/seats.ts'
import type { UseCase } from './context.ts'
import { seatShown } from './list-seats.ts'
import type { SeatShown } from './list-seats.ts'
import { termsOf } from './seat-terms-asked.ts'
import type { SeatTermsAsked } from './seat-terms-asked.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export function letIn(ctx: UseCase, { engagement: id, user }: SeatKey, asked: SeatTermsAsked): Promise<SeatShown> {
  return transact(ctx, async (change) => {
    await lockPeople(change)
    authorizeIn(ctx.actor, 'guests.manage', await lockEngagement(change, id))
    const terms = termsOf(asked)
    refuseTerms(terms, change.at)
    const seats = (await seatsOf(change, user)).map((seat) => seatShown(seat, change.at))
    if (seats.length === 0)
      throw new Refusal('not-found', 'nobody of that id was ever let in here; invite them by their e-mail address')
    if (seats.some(({ engagement, holds }) => engagement === id && holds))
      throw new Refusal('conflict', 'this person is in this engagement already; change that seat')
    await refuseMember(change, user)
    const seat = { engagement: id, user, ...terms, createdAt: change.at, createdBy: ctx.actor.user }
    await putSeat(change, seat)
    change.record({ kind: 'seat.given', subject: user, engagement: id, body: terms })
    return seatShown(seat, change.at)
  })
}

/** Nobody answers for both sides of a matrix. */
async function refuseMember(change: Change, user: UserId): Promise<void> {
  if ((await findMember(change, user)) === undefined) return
  throw new Refusal(
    'conflict',
    'this person belongs to the MSP; nobody can be let in for the client, or to assess, and work for the MSP too',
  )
}
