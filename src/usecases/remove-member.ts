// One of the MSP's people is let in no longer, nor is any token of theirs.
import { authorize } from '../core/access/authorize.ts'
import type { UserId } from '../core/record-id.ts'
import { deleteMember } from '../store/members.ts'
import { withdrawTokens } from '../store/tokens.ts'
import type { UseCase } from './context.ts'
import { holdPeople, keepAnOwner, memberHere } from './hold-people.ts'
import { transact } from './transact.ts'
import type { Change } from './transact.ts'

export async function removeMember(ctx: UseCase, user: UserId): Promise<void> {
  authorize(ctx.actor, 'people.manage')
  await transact(ctx, async (change) => {
    await holdPeople(ctx, change, 'people.manage')
    await takeOut(change, user, 'member.removed')
  })
}

/** What anybody may do for themselves. */
export async function leaveTenant(ctx: UseCase): Promise<void> {
  authorize(ctx.actor, 'people.leave')
  await transact(ctx, async (change) => {
    await holdPeople(ctx, change, 'people.leave')
    await takeOut(change, ctx.actor.user, 'member.left')
  })
}

async function takeOut(change: Change, user: UserId, kind: 'member.removed' | 'member.left'): Promise<void> {
  const member = await memberHere(change, user)
  await keepAnOwner(change, member)
  await deleteMember(change, user)
  const tokens = await withdrawTokens(change, { user, at: change.at })
  change.record({ kind, subject: user, body: { role: member.role, tokens } })
}
