// What the head of an engagement's matrix was before: parties, answers, decisions. The database keeps it whenever it changes.
import { MatrixHead } from '../core/matrix.ts'
import type { EngagementId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

/** Undefined: it has not changed since. @param at RFC 3339, UTC, with milliseconds */
export async function headAt(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  at: string,
): Promise<MatrixHead | undefined> {
  const row = await sql
    .selectFrom('past_heads')
    .select('head')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('ended_at', '>', at)
    .orderBy('version')
    .executeTakeFirst()
  return row === undefined ? undefined : jsonIn(row.head, MatrixHead)
}
