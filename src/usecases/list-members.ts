// The MSP's own people, with their names.
import { authorize } from '../core/access/authorize.ts'
import type { Page, PageAsked } from '../core/page.ts'
import { listMembers } from '../store/members.ts'
import type { Member } from '../store/members.ts'
import type { UseCase } from './context.ts'
import { peopleNamed } from './people-named.ts'
import type { Named } from './people-named.ts'

export async function membersOf(ctx: UseCase, asked: PageAsked): Promise<Page<Member & Named>> {
  authorize(ctx.actor, 'people.read')
  const page = await ctx.store.read(ctx.actor.tenant, (scope) => listMembers(scope, asked))
  return { ...page, items: await peopleNamed(ctx, page.items) }
}
