// The matrix of an engagement at one version, put together from its rows; the newest few are kept, and never trusted without their version.
import { headOf } from '../core/draft/draft-edit.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix, MatrixHead } from '../core/matrix.ts'
import type { TenantId } from '../core/record-id.ts'
import { findActivities, listActivities, listActivityVersions } from '../store/activities.ts'
import type { ActivityRecord } from '../store/activities.ts'
import { findHead } from '../store/engagements.ts'
import type { EngagementRecord, EngagementStanding } from '../store/engagements.ts'
import type { Scope } from '../store/scope.ts'

export interface HeldMatrix {
  readonly version: number
  readonly headVersion: number
  readonly matrix: Matrix
  readonly records: ReadonlyMap<ActivityId, ActivityRecord>
}

/** A matrix of 400 rows takes about 2 MB. */
const kept = 100
const newest = new Map<string, HeldMatrix>()

type Standing = EngagementStanding & { readonly head?: MatrixHead }

/** @param engagement as this transaction sees it; its head is read where it is needed and not there */
export async function heldMatrix(scope: Scope, engagement: Standing): Promise<HeldMatrix> {
  const known = newest.get(keyOf(scope.tenant, engagement))
  if (known?.version === engagement.version) return known
  const records =
    known === undefined ? await listActivities(scope, engagement.id) : await rowsSince(known, scope, engagement)
  const head = await headNow(known, scope, engagement)
  const held = {
    version: engagement.version,
    headVersion: engagement.headVersion,
    matrix: { ...head, activities: records.map(({ activity }) => activity) },
    records: new Map(records.map((record) => [record.activity.id, record])),
  }
  remember(scope.tenant, engagement, held)
  return held
}

/** So many others are read by their names; where more are, all are read. */
const mostChanged = 200

/** Somebody else changed a few rows: only these are read. */
async function rowsSince(
  { records }: HeldMatrix,
  scope: Scope,
  { id: engagement }: Standing,
): Promise<readonly ActivityRecord[]> {
  const now = await listActivityVersions(scope, engagement)
  const others = now.filter(({ id, version }) => records.get(id)?.version !== version).map(({ id }) => id)
  if (others.length > mostChanged) return listActivities(scope, engagement)
  const read = await findActivities(scope, engagement, others)
  return now.map(({ id, position }) => {
    const record = read.get(id) ?? records.get(id)!
    return record.position === position ? record : { ...record, position }
  })
}

async function headNow(known: HeldMatrix | undefined, scope: Scope, engagement: Standing): Promise<MatrixHead> {
  if (known?.headVersion === engagement.headVersion) return headOf(known.matrix)
  return engagement.head ?? findHead(scope, engagement.id)
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
