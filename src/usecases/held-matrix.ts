// The matrix of an engagement at one version, put together from its rows; the newest few are kept, and never trusted without their version.
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix, MatrixHead } from '../core/matrix.ts'
import type { TenantId } from '../core/record-id.ts'
import { listActivities } from '../store/activities.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { findHead } from '../store/engagements.ts'
import type { EngagementRecord, EngagementStanding } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'

export interface HeldMatrix {
  readonly version: number
  readonly matrix: Matrix
  readonly records: ReadonlyMap<ActivityId, ActivityRecord>
}

/** A matrix of 400 rows takes about 2 MB. */
const kept = 100
const newest = new Map<string, HeldMatrix>()

/** @param engagement as this transaction sees it; its head is read where it is needed and not there */
export async function heldMatrix(
  scope: Scope,
  engagement: EngagementStanding & { readonly head?: MatrixHead },
): Promise<HeldMatrix> {
  const known = newest.get(keyOf(scope.tenant, engagement))
  if (known?.version === engagement.version) return known
  const head = engagement.head ?? (await findHead(scope, engagement.id))
  const records = await listActivities(scope, engagement.id)
  const held = {
    version: engagement.version,
    matrix: { ...head, activities: records.map(({ activity }) => activity) },
    records: new Map(records.map((record) => [record.activity.id, record])),
  }
  remember(scope.tenant, engagement, held)
  return held
}

/** Only what is committed: a version that was rolled back would be given to another change. */
export function remember(tenant: TenantId, engagement: Pick<EngagementRecord, 'id'>, held: HeldMatrix): void {
  const key = keyOf(tenant, engagement)
  newest.delete(key)
  newest.set(key, held)
  if (newest.size > kept) newest.delete(newest.keys().next().value!)
}

function keyOf(tenant: TenantId, { id }: Pick<EngagementRecord, 'id'>): string {
  return `${tenant} ${id}`
}
