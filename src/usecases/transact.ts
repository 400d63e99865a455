// A change and its entries in the log, in one transaction: no change without an entry, no entry without its change.
import type { EngagementId } from '../core/record-id.ts'
import { describeClaim } from '../store/answers-given.ts'
import { appendEvents } from '../store/events.ts'
import type { Scope } from '../store/scope.ts'
import { claim, claiming } from './answer-once.ts'
import type { UseCase } from './context.ts'
import { queueDeliveries } from './delivery/queue-deliveries.ts'

export interface Happening {
  readonly kind: string
  readonly subject: string
  readonly engagement?: EngagementId
  readonly body: unknown
}

export interface Change extends Scope {
  readonly record: (happening: Happening) => void
  /** the time of all that this change does: RFC 3339, UTC */
  readonly at: string
}

export function transact<T>(ctx: UseCase, work: (change: Change) => Promise<T>): Promise<T> {
  return claiming(ctx, (key) =>
    ctx.store.write(ctx.actor.tenant, async (scope) => {
      const at = new Date(ctx.now()).toISOString()
      if (key !== undefined) await claim(scope, key, at)
      const happenings: Happening[] = []
      const result = await work({ ...scope, at, record: (happening) => happenings.push(happening) })
      if (happenings.length === 0) throw new Error('a change was made and nothing recorded')
      if (key !== undefined) await describeClaim(scope, key, JSON.stringify(happenings.map(described)))
      await recordAll({ scope, ctx, at }, happenings)
      return result
    }),
  )
}

interface Recording {
  readonly scope: Scope
  readonly ctx: UseCase
  readonly at: string
}

async function recordAll({ scope, ctx, at }: Recording, happenings: readonly Happening[]): Promise<void> {
  const actor = JSON.stringify({ user: ctx.actor.user, by: ctx.actor.by })
  const first = await appendEvents(
    scope,
    happenings.map(({ kind, subject, engagement, body }) => ({
      id: ctx.newId('event'),
      at,
      kind,
      actor,
      subject,
      ...(engagement !== undefined && { engagement }),
      body: JSON.stringify(body),
    })),
  )
  const events = happenings.map(({ kind, subject }, index) => ({ kind, subject, seq: first + index }))
  await queueDeliveries(scope, ctx, { events, at })
}

function described({ kind, subject, engagement }: Happening) {
  return { kind, subject, ...(engagement !== undefined && { engagement }) }
}
