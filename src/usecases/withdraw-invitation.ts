// Takes an invitation back: its link opens nothing any more.
import { saveInvitation } from '../store/invitations.ts'
import type { UseCase } from './context.ts'
import { holdPlace, openInvitation } from './invitation-place.ts'
import type { InvitationKey } from './invitation-place.ts'
import { record } from './invite.ts'
import { transact } from './transact.ts'

export function withdrawInvitation(ctx: UseCase, key: InvitationKey): Promise<void> {
  return transact(ctx, async (change) => {
    await holdPlace(ctx, change, { place: key.place, to: 'end' })
    const before = await openInvitation(change, key)
    await saveInvitation(change, {
      ...before,
      state: 'withdrawn',
      settledAt: change.at,
      settledBy: ctx.actor.user,
    })
    record(change, 'invitation.withdrawn', before)
  })
}
