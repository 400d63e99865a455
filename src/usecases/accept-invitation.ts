// Somebody who is signed in takes what an invitation offers: its secret shows that the link came to them, their address that it was meant for them.
import { z } from 'zod'
import { may } from '../core/access/policy.ts'
import type { TenantId, UserId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findEngagement } from '../store/engagements.ts'
import { findInvitation, invitationBySecret, saveInvitation } from '../store/invitations.ts'
import type { InvitationRecord, Offered } from '../store/invitations.ts'
import { findMember, insertMember, lockPeople } from '../store/members.ts'
import { putSeat, seatsOf } from '../store/seats.ts'
import { findTenants } from '../store/tenants.ts'
import { findPerson } from '../store/users.ts'
import type { Services } from './context.ts'
import { seatShown } from './list-seats.ts'
import { hashOf } from './secret.ts'
import { timeOf } from './time-of.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'
import type { Caller } from './who-acts.ts'

export const InvitationSecret = z.strictObject({
  secret: z.string().min(1).max(200).meta({ description: 'what follows # in the link of the invitation' }),
})

/** What an invitation leads to. */
export type Offer = Offered & { readonly tenant: TenantId; readonly msp: string }

/** For the page that asks whether they accept; it needs the secret and says nothing that the letter did not. */
export async function offerOf(services: Services, secret: string): Promise<Offer> {
  const found = await foundBy(services, secret)
  if (found === undefined || !isOpen(found.invitation, timeOf(services))) throw gone()
  return found.offer
}

/** Accepting twice is accepting once. */
export async function acceptInvitation(services: Services, caller: Caller, secret: string): Promise<Offer> {
  const found = await foundBy(services, secret)
  if (found === undefined) throw gone()
  const { invitation: seen, offer } = found
  if (seen.state === 'accepted' && seen.settledBy === caller.user) return offer
  const user = await services.store.readSystem((scope) => findPerson(scope, caller.user))
  const actor = { tenant: offer.tenant, user: caller.user, by: caller.by, seats: [] }
  return transact({ ...services, actor }, async (change) => {
    await lockPeople(change)
    const invitation = await findInvitation(change, seen.id)
    if (invitation === undefined || invitation.secretSha256 !== hashOf(secret) || !isOpen(invitation, change.at))
      throw gone()
    if (user?.email !== invitation.email)
      throw new Refusal('forbidden', 'this invitation came to another address; sign in with that one')
    if (!user.emailVerified)
      throw new Refusal('forbidden', 'confirm your e-mail address first, then open the invitation again')
    await take(change, invitation, caller.user)
    await saveInvitation(change, {
      ...invitation,
      state: 'accepted',
      settledAt: change.at,
      settledBy: caller.user,
    })
    return offer
  })
}

async function foundBy({ store }: Services, secret: string) {
  return store.readSystem(async (scope) => {
    const found = await invitationBySecret(scope, hashOf(secret))
    if (found === undefined) return undefined
    const { tenant, ...invitation } = found
    const [named] = await findTenants(scope, [tenant])
    return { invitation, offer: { tenant, msp: named!.name, ...invitation.offered } }
  })
}

async function take(change: Change, { id, offered, createdBy }: InvitationRecord, user: UserId): Promise<void> {
  await refuseBothSides(change, user)
  if (offered.engagement === undefined) {
    if ((await seatsOf(change, user)).some((seat) => seatShown(seat, change.at).holds))
      throw new Refusal(
        'conflict',
        'you are let in here for a client or to assess; nobody can be that and work for the MSP too. Ask who invited you to end that seat first',
      )
    await insertMember(change, { user, role: offered.role, createdAt: change.at })
    change.record({ kind: 'member.joined', subject: user, body: { role: offered.role, invitation: id } })
    return
  }
  const { role, engagement, seatEndsAt: endsAt } = offered
  if (endsAt !== undefined && endsAt <= change.at) throw gone()
  const place = await findEngagement(change, engagement)
  if (place === undefined || !may('owner', 'guests.manage', place.state))
    throw new Refusal('conflict', 'this engagement is archived; ask who invited you to bring it back first')
  const terms = { role, ...(endsAt !== undefined && { endsAt }) }
  await putSeat(change, { engagement, user, ...terms, createdAt: change.at, createdBy })
  change.record({ kind: 'seat.given', subject: user, engagement, body: { ...terms, invitation: id } })
}

async function refuseBothSides(change: Change, user: UserId): Promise<void> {
  if ((await findMember(change, user)) === undefined) return
  throw new Refusal('conflict', 'you work for this MSP already; nobody is in it twice, nor on both sides of a matrix')
}

function isOpen({ state, endsAt }: InvitationRecord, now: string): boolean {
  return state === 'open' && endsAt > now
}

/** One answer for whatever is wrong with the secret. */
function gone(): Refusal {
  return new Refusal('not-found', 'this invitation does not hold (any more); ask who invited you to send it again')
}
