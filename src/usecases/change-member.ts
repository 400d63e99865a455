// Another role for one of the MSP's people.
import { authorize } from '../core/access/authorize.ts'
import type { MemberRole } from '../core/access/actor.ts'
import type { UserId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { saveMember } from '../store/members.ts'
import type { Member } from '../store/members.ts'
import type { UseCase } from './context.ts'
import { holdPeople, keepAnOwner, memberHere } from './hold-people.ts'
import { transact } from './transact.ts'

export async function changeMember(ctx: UseCase, user: UserId, role: MemberRole): Promise<Member> {
  authorize(ctx.actor, 'people.manage')
  return transact(ctx, async (change) => {
    await holdPeople(ctx, change, 'people.manage')
    const before = await memberHere(change, user)
    if (before.role === role) throw new Refusal('conflict', `this member is ${role} already`)
    await keepAnOwner(change, before)
    const after = { ...before, role }
    await saveMember(change, after)
    change.record({ kind: 'member.changed', subject: user, body: { before: before.role, after: role } })
    return after
  })
}
