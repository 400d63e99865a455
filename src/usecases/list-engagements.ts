// Engagements as lists show them. A guest sees those that they were let into, and no others.
import { rolesIn } from '../core/access/actor.ts'
import { may, states } from '../core/access/policy.ts'
import type { Page } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { listEngagements as listed } from '../store/engagement-list.ts'
import type { EngagementsAsked, EngagementSummary } from '../store/engagement-list.ts'
import type { UseCase } from './context.ts'

export async function listEngagements(
  ctx: UseCase,
  asked: Omit<EngagementsAsked, 'only'>,
): Promise<Page<EngagementSummary>> {
  const only = letInto(ctx)
  return ctx.store.read(ctx.actor.tenant, (scope) => listed(scope, { ...asked, only }))
}

/** None: all of them. */
function letInto({ actor }: UseCase): readonly EngagementId[] | undefined {
  if (actor.member !== undefined && states.every((state) => may(actor.member!, 'engagement.read', state)))
    return undefined
  const ids = [...new Set(actor.seats.map(({ engagement }) => engagement))]
  return ids.filter((id) =>
    rolesIn(actor, id).some((role) => states.every((state) => may(role, 'engagement.read', state))),
  )
}
