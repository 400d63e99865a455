// What the log of a tenant says last.
import type { RecordedEvent } from '../../store/events.ts'
import { eventsAfter } from '../../store/events.ts'
import type { UseCase } from '../context.ts'

/** Newest last, with the body read. */
export async function recorded({
  store,
  actor,
}: UseCase): Promise<readonly (RecordedEvent & { readonly says: unknown })[]> {
  const events = await store.read(actor.tenant, (scope) => eventsAfter(scope, -1, 10_000))
  return events.map((event) => ({ ...event, says: JSON.parse(event.body) as unknown }))
}
