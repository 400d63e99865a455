// Where documents of others are read, reviewed and accepted: in a few threads, by turns that are fair among MSPs, never where requests are answered.
import type { Context } from '../../core/context.ts'
import type { TenantId } from '../../core/record-id.ts'
import { Refusal } from '../../core/refusal.ts'
import { startThread } from './limited-thread.ts'
import type { LimitedThread, ThreadLimits } from './limited-thread.ts'
import type { TaskName, Tasks } from './tasks.ts'
import { fairTurns } from './turns.ts'
import type { HowMany } from './turns.ts'

export interface ClaimsDesk {
  /** throws a refusal where it may not be, or takes more than it may */
  readonly ask: <K extends TaskName>(tenant: TenantId, task: K, given: Tasks[K]['given']) => Promise<Tasks[K]['told']>
  /** ends what is under way, with a refusal to whoever waits for it; nothing more is taken */
  readonly close: () => Promise<void>
}

export interface DeskSettings extends HowMany {
  readonly script: URL
  readonly limits: ThreadLimits
  /** milliseconds after which a thread without work is ended, for what it remembers fills memory */
  readonly idle: number
  /** what the threads are given besides what is known */
  readonly data: object
}

const usual: DeskSettings = {
  script: new URL('./claims-thread.ts', import.meta.url),
  atOnce: 2,
  waiting: 8,
  limits: { megabytes: 1024, seconds: 120 },
  idle: 60_000,
  data: {},
}

export function openClaimsDesk(knowledge: Context, settings: Partial<DeskSettings> = {}): ClaimsDesk {
  const { script, limits, idle, data, ...howMany } = { ...usual, ...settings }
  const turns = fairTurns(howMany)
  const all = new Set<LimitedThread>()
  const resting: { readonly thread: LimitedThread; readonly alarm: NodeJS.Timeout }[] = []
  let closed = false

  const started = (): LimitedThread => {
    const thread = startThread({ script, limits, data: { ...data, knowledge } })
    all.add(thread)
    return thread
  }
  const rested = (): LimitedThread | undefined => {
    const last = resting.pop()
    clearTimeout(last?.alarm)
    return last?.thread
  }
  const ended = (thread: LimitedThread): Promise<void> => {
    all.delete(thread)
    return thread.end()
  }
  const rest = (thread: LimitedThread): void => {
    if (!thread.lives()) return void all.delete(thread)
    const alarm = setTimeout(() => {
      resting.splice(
        resting.findIndex((one) => one.thread === thread),
        1,
      )
      void ended(thread)
    }, idle)
    alarm.unref()
    resting.push({ thread, alarm })
  }
  return {
    ask: async (tenant, task, given) => {
      const end = await turns.take(tenant)
      try {
        if (closed) throw new Refusal('busy', 'this server is stopping; send it again in a moment')
        let thread = rested()
        while (thread !== undefined && !thread.lives()) thread = rested()
        thread ??= started()
        try {
          return (await thread.carryOut({ task, given })) as Tasks[typeof task]['told']
        } finally {
          rest(thread)
        }
      } finally {
        end()
      }
    },
    close: async () => {
      closed = true
      for (const { alarm } of resting.splice(0)) clearTimeout(alarm)
      await Promise.all([...all].map(ended))
    },
  }
}
