// Who was invited, to the MSP or into one engagement, newest first.
import type { Page, PageAsked } from '../core/page.ts'
import { listInvitations } from '../store/invitations.ts'
import type { InvitationRecord } from '../store/invitations.ts'
import type { UseCase } from './context.ts'
import { seePlace } from './invitation-place.ts'
import type { Place } from './invitation-place.ts'

export function invitationsTo(ctx: UseCase, place: Place, asked: PageAsked): Promise<Page<InvitationRecord>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    await seePlace(ctx, scope, place)
    return listInvitations(scope, place, asked)
  })
}
