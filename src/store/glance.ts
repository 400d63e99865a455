// The one small row that says whether anything changed: an engagement's state and version, read without a transaction of its own.
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { states } from '../core/access/policy.ts'
import type { EngagementState } from '../core/access/policy.ts'
import type { EngagementId, TenantId } from '../core/record-id.ts'

export interface Glance {
  readonly id: EngagementId
  readonly state: EngagementState
  readonly version: number
}

/** What was committed before it was asked is seen. */
export type GlanceAt = (tenant: TenantId, id: EngagementId) => Promise<Glance | undefined>

const State = z.enum(states)
const known: ReadonlySet<string> = new Set(states)

interface GlanceRow {
  readonly engagement_id: string
  readonly state: string
  readonly version: number
}

export function glanceOf({ engagement_id: id, state, version }: GlanceRow): Glance {
  if (!known.has(state)) State.parse(state)
  return { id: id as EngagementId, state: state as EngagementState, version }
}

export interface Asked {
  readonly tenant: TenantId
  readonly id: EngagementId
}

interface Waiting extends Asked {
  readonly tell: (glance: Glance | undefined) => void
  readonly fail: (error: unknown) => void
}

/** Of one look. */
const most = 500

/**
 * Those that are asked at one moment, or while one look is under way, go together in the next.
 * @param look tells of each that is there, by tenant and id
 * @param apart milliseconds between the end of one look and the begin of the next: where a look costs as much as many answers, those
 *   who come in between share the next one, and who comes alone does not wait
 */
export function gathered(look: (asked: readonly Asked[]) => Promise<ReadonlyMap<string, Glance>>, apart = 0): GlanceAt {
  let waiting: Waiting[] = []
  let under = false
  let ended = Number.NEGATIVE_INFINITY

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const early = ended + apart - performance.now()
      if (early > 0) await wait(early)
      const now = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const found = await look(now)
        for (const { tenant, id, tell } of now) tell(found.get(keyOf(tenant, id)))
      } catch (error) {
        for (const { fail } of now) fail(error)
      }
      ended = performance.now()
    }
    under = false
  }

  return (tenant, id) =>
    new Promise((tell, fail) => {
      waiting.push({ tenant, id, tell, fail })
      if (under) return
      under = true
      // After every request that came in at this moment was read.
      setImmediate(() => void work())
    })
}

export function keyOf(tenant: string, id: string): string {
  return `${tenant} ${id}`
}
