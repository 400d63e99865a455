// Who was let into an engagement, and until when; seats that ended stay in the list.
import { authorizeIn } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { findEngagement } from '../store/engagements.ts'
import { listSeats } from '../store/seats.ts'
import type { SeatRecord } from '../store/seats.ts'
import type { UseCase } from './context.ts'
import { peopleNamed } from './people-named.ts'
import type { Named } from './people-named.ts'
import { timeOf } from './time-of.ts'

export interface SeatShown extends SeatRecord, Named {
  /** it holds at this moment */
  readonly holds: boolean
}

export async function guestsOf(ctx: UseCase, id: EngagementId, asked: PageAsked): Promise<Page<SeatShown>> {
  const page = await ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'guests.read', await findEngagement(scope, id))
    return listSeats(scope, id, asked)
  })
  const items = await peopleNamed(
    ctx,
    page.items.map((seat) => seatShown(seat, timeOf(ctx))),
  )
  return { ...page, items }
}

export function seatShown(seat: SeatRecord, now: string): SeatShown {
  return { ...seat, holds: seat.endsAt === undefined || seat.endsAt > now }
}
