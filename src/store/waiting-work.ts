// What the whole server still has to send and to do, counted for the operator; each count by an index.
import type { SystemScope } from './scope.ts'

export interface WaitingWork {
  /** mail that waits to be sent, and mail that was given up */
  readonly mailWaiting: number
  readonly mailFailed: number
  /** likewise to webhooks */
  readonly deliveriesWaiting: number
  readonly deliveriesFailed: number
  readonly jobsWaiting: number
  /** that a process took and no longer holds */
  readonly jobsLeft: number
  /** when the oldest job that waits was asked for; RFC 3339, UTC */
  readonly jobsSince?: string
}

export async function waitingWork({ sql }: SystemScope, now: string): Promise<WaitingWork> {
  const count = async (table: 'messages' | 'system_messages' | 'deliveries', state: 'waiting' | 'failed') => {
    const counted = sql.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('rows'))
    return (await counted.where('state', '=', state).executeTakeFirstOrThrow()).rows
  }
  const waiting = await sql
    .selectFrom('jobs')
    .select(({ fn }) => [fn.countAll<number>().as('rows'), fn.min('made_at').as('since')])
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const left = await sql
    .selectFrom('jobs')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('state', '=', 'running')
    .where('taken_until', '<=', now)
    .executeTakeFirstOrThrow()
  return {
    mailWaiting: (await count('messages', 'waiting')) + (await count('system_messages', 'waiting')),
    mailFailed: (await count('messages', 'failed')) + (await count('system_messages', 'failed')),
    deliveriesWaiting: await count('deliveries', 'waiting'),
    deliveriesFailed: await count('deliveries', 'failed'),
    jobsWaiting: waiting.rows,
    jobsLeft: left.rows,
    ...(waiting.since !== null && { jobsSince: waiting.since }),
  }
}
