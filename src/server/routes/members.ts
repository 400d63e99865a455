// The MSP's own people.
import { z } from 'zod'
import { memberRoles } from '../../core/access/actor.ts'
import { pageOf, PageQuery } from '../../core/page.ts'
import { TenantId, UserId } from '../../core/record-id.ts'
import { changeMember } from '../../usecases/change-member.ts'
import { membersOf } from '../../usecases/list-members.ts'
import { leaveTenant, removeMember } from '../../usecases/remove-member.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId })
const one = z.strictObject({ tenant: TenantId, user: UserId })
const role = z.enum(memberRoles)

const Member = z.strictObject({
  user: UserId,
  role,
  createdAt: z.iso.datetime().meta({ description: 'when they joined' }),
})

export const memberRoutes = [
  route({
    name: 'listMembers',
    method: 'GET',
    path: '/api/tenants/{tenant}/members',
    summary: 'The MSP’s own people',
    action: 'people.read',
    params,
    query: z.strictObject(PageQuery),
    answers: {
      status: 200,
      says: 'members with their names, in the order in which they came to be known',
      body: pageOf(
        Member.extend({
          name: z.string().optional().meta({ description: 'missing where the person was erased' }),
          email: z.string().optional(),
        }),
      ),
    },
    run: async (ctx, { query }) => ({ body: await membersOf(ctx, query) }),
  }),
  route({
    name: 'changeMember',
    method: 'PATCH',
    path: '/api/tenants/{tenant}/members/{user}',
    summary: 'Give a member another role',
    action: 'people.manage',
    fresh: true,
    params: one,
    body: z.strictObject({ role }),
    answers: { status: 200, says: 'the member; the last owner stays one (409)', body: Member },
    run: async (ctx, { params: { user }, body }) => ({ body: await changeMember(ctx, user, body.role) }),
  }),
  route({
    name: 'removeMember',
    method: 'DELETE',
    path: '/api/tenants/{tenant}/members/{user}',
    summary: 'Take a member out, with every token of theirs',
    action: 'people.manage',
    fresh: true,
    params: one,
    answers: { status: 204, says: 'they are out; the last owner stays (409)' },
    run: async (ctx, { params: { user } }) => {
      await removeMember(ctx, user)
      return {}
    },
  }),
  route({
    name: 'leaveTenant',
    method: 'DELETE',
    path: '/api/tenants/{tenant}/membership',
    summary: 'Leave this MSP',
    action: 'people.leave',
    fresh: true,
    params,
    answers: { status: 204, says: 'you are out; the last owner stays (409)' },
    run: async (ctx) => {
      await leaveTenant(ctx)
      return {}
    },
  }),
]
