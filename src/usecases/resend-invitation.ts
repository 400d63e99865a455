// Sends an invitation again, with a link of its own: the one before stops working.
import { Refusal } from '../core/refusal.ts'
import { saveInvitation } from '../store/invitations.ts'
import type { InvitationRecord } from '../store/invitations.ts'
import type { UseCase } from './context.ts'
import { holdPlace, openInvitation } from './invitation-place.ts'
import type { InvitationKey } from './invitation-place.ts'
import { nameOf, post, record, withSecret } from './invite.ts'
import { transact } from './transact.ts'

export async function resendInvitation(ctx: UseCase, key: InvitationKey): Promise<InvitationRecord> {
  const from = await nameOf(ctx)
  return transact(ctx, async (change) => {
    const engagement = await holdPlace(ctx, change, { place: key.place, to: 'let in' })
    const before = await openInvitation(change, key)
    const { offered } = before
    if (offered.engagement !== undefined && (offered.seatEndsAt ?? change.at) < change.at)
      throw new Refusal('conflict', 'the time for which it would let in is over; withdraw it and invite again')
    const { invitation, secret } = withSecret(ctx, before)
    await saveInvitation(change, invitation)
    await post(ctx, change, { invitation, secret, from, engagement })
    record(change, 'invitation.resent', invitation)
    return invitation
  })
}
