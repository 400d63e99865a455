// Asks somebody in by e-mail: to belong to the MSP, or into one engagement. Whether they have an account is told to nobody.
import { z } from 'zod'
import { memberRoles } from '../core/access/actor.ts'
import { refuseTerms } from '../core/access/seat-terms.ts'
import { EmailAddress } from '../core/email-address.ts'
import type { EngagementId, InvitationId, UserId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import type { EngagementRecord } from '../store/engagements.ts'
import { findOpenInvitation, insertInvitation, saveInvitation } from '../store/invitations.ts'
import type { InvitationRecord, Offered } from '../store/invitations.ts'
import { findMember } from '../store/members.ts'
import { insertMessage } from '../store/messages.ts'
import { seatsOf } from '../store/seats.ts'
import { findTenant } from '../store/tenants.ts'
import { findPerson, findPersonByEmail } from '../store/users.ts'
import type { UseCase } from './context.ts'
import { holdPlace } from './invitation-place.ts'
import { invitationMail } from './invitation-mail.ts'
import { seatShown } from './list-seats.ts'
import { SeatTermsAsked, termsOf } from './seat-terms-asked.ts'
import { hashOf, newSecret } from './secret.ts'
import { timeOf } from './time-of.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

const invitationLasts = 7 * 24 * 60 * 60 * 1000

export const MemberInvited = z.strictObject({ email: EmailAddress, role: z.enum(memberRoles) })
export const GuestInvited = SeatTermsAsked.extend({ email: EmailAddress })

export function inviteMember(ctx: UseCase, { email, role }: z.infer<typeof MemberInvited>): Promise<InvitationRecord> {
  return invited(ctx, { email, offered: () => ({ role }) })
}

export function inviteGuest(
  ctx: UseCase,
  engagement: EngagementId,
  { email, ...asked }: z.infer<typeof GuestInvited>,
): Promise<InvitationRecord> {
  const { role, endsAt } = termsOf(asked)
  const offered = (now: string): Offered => {
    refuseTerms({ role, ...(endsAt !== undefined && { endsAt }) }, now)
    return { role, engagement, ...(endsAt !== undefined && { seatEndsAt: endsAt }) }
  }
  return invited(ctx, { email, engagement, offered })
}

interface Asked {
  readonly email: string
  readonly engagement?: EngagementId
  /** refuses what cannot be offered now */
  readonly offered: (now: string) => Offered
}

async function invited(ctx: UseCase, { email, engagement: place, offered }: Asked): Promise<InvitationRecord> {
  const from = await nameOf(ctx)
  const known = await ctx.store.readSystem((scope) => findPersonByEmail(scope, email))
  return transact(ctx, async (change) => {
    const engagement = await holdPlace(ctx, change, { place, to: 'let in' })
    if (known !== undefined) await refuseWhoIsHere(change, known.id, place)
    const offer = offered(change.at)
    await makeRoom(ctx, change, { email, place })
    const id = ctx.newId('invitation') as InvitationId
    const made = { id, email, offered: offer, createdAt: change.at, createdBy: ctx.actor.user, state: 'open' } as const
    const { invitation, secret } = withSecret(ctx, made)
    await insertInvitation(change, invitation)
    await post(ctx, change, { invitation, secret, from, engagement })
    record(change, 'invitation.sent', invitation)
    return invitation
  })
}

/** A new secret and as much time again; the one before opens nothing any more. */
export function withSecret(
  ctx: UseCase,
  invitation: Omit<InvitationRecord, 'secretSha256' | 'endsAt'>,
): { readonly invitation: InvitationRecord; readonly secret: string } {
  const secret = newSecret('invitation_')
  return {
    invitation: { ...invitation, secretSha256: hashOf(secret), endsAt: timeOf(ctx, invitationLasts) },
    secret,
  }
}

/** It says nothing that the lists of members and seats do not. */
async function refuseWhoIsHere(change: Change, user: UserId, place: EngagementId | undefined): Promise<void> {
  if ((await findMember(change, user)) !== undefined)
    throw new Refusal('conflict', 'this person belongs to the MSP already; nobody is in it twice, nor on both sides')
  const seats = (await seatsOf(change, user)).filter((seat) => seatShown(seat, change.at).holds)
  if (place === undefined && seats.length > 0)
    throw new Refusal('conflict', 'this person is let in for a client or to assess; end their seats first')
  if (seats.some(({ engagement }) => engagement === place))
    throw new Refusal('conflict', 'this person is in this engagement already; change that seat')
}

/** One link at a time for an address and a place; one that ran out makes room. */
async function makeRoom(
  ctx: UseCase,
  change: Change,
  { email, place }: { readonly email: string; readonly place: EngagementId | undefined },
): Promise<void> {
  const open = await findOpenInvitation(change, email, place)
  if (open === undefined) return
  if (open.endsAt > change.at)
    throw new Refusal('conflict', 'this address was invited already; send that invitation again, or withdraw it first')
  await saveInvitation(change, { ...open, state: 'withdrawn', settledAt: change.at, settledBy: ctx.actor.user })
  record(change, 'invitation.withdrawn', open)
}

export async function post(
  ctx: UseCase,
  change: Change,
  {
    invitation,
    secret,
    from,
    engagement,
  }: {
    readonly invitation: InvitationRecord
    readonly secret: string
    readonly from: string | undefined
    readonly engagement: EngagementRecord | undefined
  },
): Promise<void> {
  const { name: msp } = (await findTenant(change))!
  const letter = {
    invitation,
    secret,
    msp,
    ...(from !== undefined && { from }),
    ...(engagement !== undefined && { title: engagement.head.title }),
  }
  await insertMessage(change, invitationMail(ctx, letter, change.at))
}

export async function nameOf({ store, actor }: UseCase): Promise<string | undefined> {
  return (await store.readSystem((scope) => findPerson(scope, actor.user)))?.name
}

/** Without anything that opens it. */
export function record(change: Change, kind: `invitation.${string}`, invitation: InvitationRecord): void {
  const { id, email, offered, endsAt } = invitation
  const { engagement, ...terms } = offered
  change.record({
    kind,
    subject: id,
    ...(engagement !== undefined && { engagement }),
    body: { email, ...terms, endsAt },
  })
}
