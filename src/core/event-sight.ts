// Which events somebody may see: the MSP's people all of the tenant's; a guest those of the matrix that he was let into.
import { rolesIn } from './access/actor.ts'
import type { Actor } from './access/actor.ts'
import { may } from './access/policy.ts'
import type { EngagementId } from './record-id.ts'

/** What concerns the agreed text itself; how the MSP works on it (imports, claims, guests, jobs) is its own affair. */
const forGuests: ReadonlySet<string> = new Set([
  'engagement',
  'matrix',
  'activity',
  'parameter',
  'decision',
  'revision',
])

export interface Sighted {
  readonly kind: string
  readonly engagement?: EngagementId
}

export function maySee(actor: Actor, { kind, engagement }: Sighted): boolean {
  if (actor.member !== undefined && may(actor.member, 'events.read')) return true
  if (engagement === undefined || !forGuests.has(kind.split('.')[0]!)) return false
  return rolesIn(actor, engagement).some((role) => may(role, 'history.read', 'draft'))
}
