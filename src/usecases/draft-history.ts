// What happened to an engagement, and to one activity of it: who changed what, and when.
import { authorizeIn } from '../core/access/authorize.ts'
import { rowHistory } from '../core/draft/row-history.ts'
import type { HistoryEntry, PastRow } from '../core/draft/row-history.ts'
import { maySee } from '../core/event-sight.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { Refusal } from '../core/refusal.ts'
import { findStanding } from '../store/engagements.ts'
import { eventsIn } from '../store/events.ts'
import type { RecordedEvent } from '../store/events.ts'
import { listRemoved, pastOf } from '../store/past-activities.ts'
import type { PastActivity } from '../store/past-activities.ts'
import type { Scope } from '../store/scope.ts'
import type { UseCase } from './context.ts'
import { heldMatrix } from './held-matrix.ts'
import type { HeldMatrix } from './held-matrix.ts'

/** Also of an activity that was removed; the newest first. */
export function activityHistory(
  ctx: UseCase,
  id: EngagementId,
  activity: ActivityId,
): Promise<readonly HistoryEntry[]> {
  return inHistory(ctx, id, async (scope, { records, matrix }) => {
    const past = await pastOf(scope, id, activity)
    const now = records.get(activity)
    if (past.length === 0 && now === undefined)
      throw new Refusal('not-found', `there never was an activity "${activity}" in this engagement`)
    return rowHistory([...past.map(pastRow), ...(now === undefined ? [] : [now])], matrix)
  })
}

/** A page may show a guest fewer than were asked for: how the MSP works on it, and whom it lets in, is its own affair. */
export function engagementHistory(ctx: UseCase, id: EngagementId, asked: PageAsked): Promise<Page<PastEvent>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'history.read', await findStanding(scope, id))
    const page = await eventsIn(scope, id, asked)
    return { ...page, items: page.items.filter((event) => maySee(ctx.actor, event)).map((event) => told(ctx, event)) }
  })
}

export type PastEvent = Omit<RecordedEvent, 'actor' | 'body'> & {
  /** by which way, the MSP’s own people see */
  readonly actor: { readonly user: string; readonly by?: string }
  readonly body: unknown
}

function told({ actor: { member } }: UseCase, event: RecordedEvent): PastEvent {
  const { by, ...doer } = JSON.parse(event.actor) as { readonly user: string; readonly by?: string }
  return {
    ...event,
    actor: { ...doer, ...(member !== undefined && by !== undefined && { by }) },
    body: JSON.parse(event.body) as unknown,
  }
}

/** What was taken out, the newest first: what can be restored. */
export function removedActivities(ctx: UseCase, id: EngagementId, page: PageAsked): Promise<Page<PastActivity>> {
  return inHistory(ctx, id, (scope) => listRemoved(scope, id, page))
}

function inHistory<T>(
  ctx: UseCase,
  id: EngagementId,
  read: (scope: Scope, held: HeldMatrix) => Promise<T>,
): Promise<T> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    const engagement = await findStanding(scope, id)
    authorizeIn(ctx.actor, 'history.read', engagement)
    return read(scope, await heldMatrix(scope, engagement))
  })
}

function pastRow({ activity, version, changedAt, changedBy, ended, endedAt, endedBy }: PastActivity): PastRow {
  return { activity, version, changedAt, changedBy, ended: { how: ended, at: endedAt, by: endedBy } }
}
