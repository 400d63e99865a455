// Two texts of an engagement held against each other: revisions, or a revision and the draft.
import { authorizeIn } from '../core/access/authorize.ts'
import { compare } from '../core/compare.ts'
import type { EngagementId } from '../core/record-id.ts'
import { withDuties } from '../core/redline/duty-changes.ts'
import { findEngagement } from '../store/engagements.ts'
import type { UseCase } from './context.ts'
import { matrixOf } from './which-text.ts'
import type { WhichText } from './which-text.ts'

export interface Comparison {
  readonly from: WhichText
  readonly to: WhichText
  /** of the draft where one of the two is it */
  readonly version?: number
  /** as `demarc diff --json` tells them: reallocations first */
  readonly changes: readonly unknown[]
}

export function compareTexts(
  ctx: UseCase,
  id: EngagementId,
  { from, to }: Pick<Comparison, 'from' | 'to'>,
): Promise<Comparison> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'revision.read', engagement)
    const before = await matrixOf(scope, engagement, from)
    const after = await matrixOf(scope, engagement, to)
    return {
      from,
      to,
      ...([from, to].includes('draft') && { version: engagement.version }),
      changes: withDuties(compare(before, after), before, after),
    }
  })
}
