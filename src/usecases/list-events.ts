// What happened in the tenant or in one engagement, as somebody may see it.
import { authorize, authorizeIn } from '../core/access/authorize.ts'
import type { Actor } from '../core/access/actor.ts'
import { maySee } from '../core/event-sight.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { EngagementId } from '../core/record-id.ts'
import { findEngagement } from '../store/engagements.ts'
import { listEvents } from '../store/events.ts'
import type { RecordedEvent } from '../store/events.ts'
import type { UseCase } from './context.ts'

export type { RecordedEvent } from '../store/events.ts'

export interface ShownEvent {
  readonly seq: number
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly user: string
  /** by which way; the MSP's own people see it */
  readonly by?: string
  readonly engagement?: EngagementId
  readonly subject: string
  readonly body?: unknown
}

type Asked = PageAsked & { readonly after: number }

export async function eventsOf(ctx: UseCase, asked: Asked): Promise<Page<ShownEvent>> {
  authorize(ctx.actor, 'events.read')
  return shownPage(ctx, await ctx.store.read(ctx.actor.tenant, (scope) => listEvents(scope, asked)))
}

export async function engagementEvents(
  ctx: UseCase,
  engagement: EngagementId,
  asked: Asked,
): Promise<Page<ShownEvent>> {
  return ctx.store.read(ctx.actor.tenant, async (scope) => {
    authorizeIn(ctx.actor, 'history.read', await findEngagement(scope, engagement))
    return shownPage(ctx, await listEvents(scope, { ...asked, engagement }))
  })
}

/** What a stream may show from now on; refuses who may not follow it. */
export async function followEvents(
  ctx: UseCase,
  engagement?: EngagementId,
): Promise<(event: RecordedEvent) => ShownEvent | undefined> {
  if (engagement === undefined) authorize(ctx.actor, 'events.read')
  else
    await ctx.store.read(ctx.actor.tenant, async (scope) =>
      authorizeIn(ctx.actor, 'history.read', await findEngagement(scope, engagement)),
    )
  return (event) =>
    (engagement === undefined || event.engagement === engagement) && maySee(ctx.actor, event)
      ? briefly(shown(ctx.actor, event), event)
      : undefined
}

/** A page may show fewer than were asked for: who goes on to the next misses none. */
function shownPage({ actor }: UseCase, page: Page<RecordedEvent>): Page<ShownEvent> {
  return { ...page, items: page.items.filter((event) => maySee(actor, event)).map((event) => shown(actor, event)) }
}

function shown(actor: Actor, { seq, id, at, kind, actor: doer, engagement, subject, body }: RecordedEvent): ShownEvent {
  const { user, by } = JSON.parse(doer) as { readonly user: string; readonly by: string }
  return {
    seq,
    id,
    at,
    kind,
    user,
    ...(actor.member !== undefined && { by }),
    ...(engagement !== undefined && { engagement }),
    subject,
    body: JSON.parse(body) as unknown,
  }
}

/** Characters of a body that a stream brings along; a whole matrix is asked for. */
const brief = 16_384

function briefly({ body, ...head }: ShownEvent, event: RecordedEvent): ShownEvent {
  return event.body.length > brief ? head : { ...head, body }
}
