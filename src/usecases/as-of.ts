// What governed an engagement on a day, and what its draft said at a moment.
import { authorizeIn } from '../core/access/authorize.ts'
import { inForce, sayInForce } from '../core/in-force.ts'
import type { Matrix } from '../core/matrix.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import type { CalendarDate } from '../core/text.ts'
import { activitiesAt } from '../store/activities-at.ts'
import { findEngagement, findHead } from '../store/engagements.ts'
import { headAt } from '../store/past-heads.ts'
import { listRevisions } from '../store/revisions.ts'
import type { RevisionRecord } from '../store/revisions.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'

export interface AsOf {
  readonly date: CalendarDate
  /** signed by both sides, with effect on that day; null: none is known */
  readonly inForce: RevisionRecord | null
  /** the newest that had been made by the end of that day (UTC) */
  readonly newest: RevisionRecord | null
  readonly said: string
}

export function whatGoverned(ctx: UseCase, id: EngagementId, date: CalendarDate): Promise<AsOf> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'history.read', await findEngagement(scope, id))
    const revisions = await listRevisions(scope, id)
    const newest = revisions.findLast(({ madeAt }) => madeAt.slice(0, 10) <= date)
    return {
      date,
      inForce: inForce(revisions, date) ?? null,
      newest: newest ?? null,
      said: sayInForce(revisions, date),
    }
  })
}

/** @param at RFC 3339, UTC */
export async function draftAt(ctx: UseCase, id: EngagementId, at: string): Promise<Matrix> {
  const moment = new Date(at).toISOString()
  if (Date.parse(moment) > ctx.now())
    throw new Refusal('invalid', 'this moment has not come yet; ask for one that is past')
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findEngagement(scope, id)
    authorizeIn(ctx.actor, 'history.read', engagement)
    if (moment < engagement.createdAt)
      throw new Refusal(
        'not-found',
        `this engagement was made on ${engagement.createdAt}; before that there was no draft`,
      )
    return matrixAt(scope, id, moment)
  })
}

/** The caller has asked the policy, and the engagement was there by then. */
export async function matrixAt(scope: Scope, id: EngagementId, moment: string): Promise<Matrix> {
  const head = (await headAt(scope, id, moment)) ?? (await findHead(scope, id))
  return { ...head, activities: await activitiesAt(scope, id, moment) }
}
