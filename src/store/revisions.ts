// Revisions of an engagement: what its matrix said when somebody froze it. Never changed, never taken out.
import type { EngagementId, UserId } from '../core/record-id.ts'
import type { CalendarDate } from '../core/text.ts'
import type { Scope } from './scope.ts'

/** All of a revision but its bytes. */
export interface RevisionRecord {
  /** from 1, without holes */
  readonly number: number
  /** SHA-256 of the canonical bytes */
  readonly digest: string
  readonly note?: string
  readonly madeAt: string
  readonly madeBy: UserId
  /** from which day it governs, once both sides signed it */
  readonly effective?: CalendarDate
}

export interface RevisionBytes {
  /** canonical (RFC 8785) */
  readonly body: Uint8Array
  /** the same, gzip */
  readonly packed: Uint8Array
}

export async function insertRevision(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { number, digest, note, madeAt, madeBy, body, packed }: RevisionRecord & RevisionBytes,
): Promise<void> {
  await sql
    .insertInto('revisions')
    .values({
      tenant_id: tenant,
      engagement_id: engagement,
      number,
      digest,
      body,
      packed,
      note: note ?? null,
      made_at: madeAt,
      made_by: madeBy,
      effective: null,
    })
    .execute()
}

/** In the order in which they were made. */
export async function listRevisions(scope: Scope, engagement: EngagementId): Promise<readonly RevisionRecord[]> {
  const rows = await records(scope, engagement).orderBy('number').execute()
  return rows.map(recordOf)
}

/** The newest first, from before `before` on. */
export async function pageOfRevisions(
  scope: Scope,
  engagement: EngagementId,
  { before, most }: { readonly before: number | undefined; readonly most: number },
): Promise<readonly RevisionRecord[]> {
  const all = records(scope, engagement).orderBy('number', 'desc').limit(most)
  const rows = await (before === undefined ? all : all.where('number', '<', before)).execute()
  return rows.map(recordOf)
}

export async function findRevision(
  scope: Scope,
  engagement: EngagementId,
  number: number,
): Promise<RevisionRecord | undefined> {
  const row = await records(scope, engagement).where('number', '=', number).executeTakeFirst()
  return row === undefined ? undefined : recordOf(row)
}

/** The newest one of this very text. */
export async function findRevisionOf(
  scope: Scope,
  engagement: EngagementId,
  digest: string,
): Promise<RevisionRecord | undefined> {
  const row = await records(scope, engagement).where('digest', '=', digest).orderBy('number', 'desc').executeTakeFirst()
  return row === undefined ? undefined : recordOf(row)
}

export async function readRevision(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  number: number,
): Promise<RevisionBytes | undefined> {
  return sql
    .selectFrom('revisions')
    .select(['body', 'packed'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('number', '=', number)
    .executeTakeFirst()
}

function records({ sql, tenant }: Scope, engagement: EngagementId) {
  return sql
    .selectFrom('revisions')
    .select(['number', 'digest', 'note', 'made_at', 'made_by', 'effective'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
}

function recordOf(row: {
  readonly number: number
  readonly digest: string
  readonly note: string | null
  readonly made_at: string
  readonly made_by: string
  readonly effective: string | null
}): RevisionRecord {
  return {
    number: row.number,
    digest: row.digest,
    ...(row.note !== null && { note: row.note }),
    madeAt: row.made_at,
    madeBy: row.made_by as UserId,
    ...(row.effective !== null && { effective: row.effective }),
  }
}
