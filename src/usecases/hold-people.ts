// Changes of who belongs to the MSP: one after the other, by somebody who may still do it, and never without an owner left.
import { authorize } from '../core/access/authorize.ts'
import type { TenantAction } from '../core/access/policy.ts'
import type { UserId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { countOwners, findMember, lockPeople } from '../store/members.ts'
import type { Member } from '../store/members.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'

/** Of two owners who remove each other at once, the second is none any more. */
export async function holdPeople(ctx: UseCase, scope: Scope, action: TenantAction): Promise<void> {
  await lockPeople(scope)
  const { member: _, ...actor } = ctx.actor
  const now = await findMember(scope, ctx.actor.user)
  authorize({ ...actor, ...(now !== undefined && { member: now.role }) }, action)
}

/** Call it while people are held. */
export async function memberHere(scope: Scope, user: UserId): Promise<Member> {
  const member = await findMember(scope, user)
  if (member === undefined) throw new Refusal('not-found', 'there is no such member')
  return member
}

/** @param member who is about to be an owner no longer */
export async function keepAnOwner(scope: Scope, { role }: Member): Promise<void> {
  if (role !== 'owner' || (await countOwners(scope)) > 1) return
  throw new Refusal('conflict', 'this is the last owner; make somebody else an owner first')
}
