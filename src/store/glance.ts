// The one small row that says whether anything changed: an engagement's state and version, read without a transaction of its own.
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
