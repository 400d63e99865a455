// The claims and the issues of imports, in parts of some hundreds each: read by the page, or all of them for a review.
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { ImportId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

export type PartList = 'claims' | 'issues'

export interface ImportPartHead {
  /** the place of its first entry in the whole list */
  readonly first: number
  readonly count: number
  readonly kinds: readonly string[]
}

export interface ImportPart extends ImportPartHead {
  /** the entries as a JSON array, deflated */
  readonly bytes: Uint8Array
}

export type ImportLists = Readonly<Record<PartList, readonly ImportPart[]>>

/** In one statement; between two, other requests are answered: SQLite writes while nothing else runs. */
const atOnce = 10

/** In the place of those that it has. */
export async function saveImportParts(scope: Scope, id: ImportId, lists: ImportLists): Promise<void> {
  const { sql, tenant } = scope
  await sql.deleteFrom('import_parts').where('tenant_id', '=', tenant).where('import_id', '=', id).execute()
  const rows = (['claims', 'issues'] as const).flatMap((list) =>
    lists[list].map(({ first, count, kinds, bytes }) => ({
      tenant_id: tenant,
      import_id: id,
      list,
      first_entry: first,
      entries: count,
      kinds: JSON.stringify(kinds),
      bytes,
    })),
  )
  for (let from = 0; from < rows.length; from += atOnce) {
    if (from > 0) await setImmediate()
    await sql
      .insertInto('import_parts')
      .values(rows.slice(from, from + atOnce))
      .execute()
  }
}

/** In order, without what is in them. */
export async function importPartHeads(
  { sql, tenant }: Scope,
  id: ImportId,
  list: PartList,
): Promise<readonly ImportPartHead[]> {
  const rows = await sql
    .selectFrom('import_parts')
    .select(['first_entry', 'entries', 'kinds'])
    .where('tenant_id', '=', tenant)
    .where('import_id', '=', id)
    .where('list', '=', list)
    .orderBy('first_entry')
    .execute()
  return rows.map(({ first_entry: first, entries: count, kinds }) => ({
    first,
    count,
    kinds: jsonIn(kinds, z.array(z.string())),
  }))
}

export async function importPartBytes(
  { sql, tenant }: Scope,
  id: ImportId,
  { list, first }: { readonly list: PartList; readonly first: number },
): Promise<Uint8Array | undefined> {
  const row = await sql
    .selectFrom('import_parts')
    .select('bytes')
    .where('tenant_id', '=', tenant)
    .where('import_id', '=', id)
    .where('list', '=', list)
    .where('first_entry', '=', first)
    .executeTakeFirst()
  return row?.bytes
}

/** All claims, in order. */
export async function allImportClaims(
  { sql, tenant }: Scope,
  id: ImportId,
): Promise<readonly Pick<ImportPart, 'bytes'>[]> {
  const rows = await sql
    .selectFrom('import_parts')
    .select('bytes')
    .where('tenant_id', '=', tenant)
    .where('import_id', '=', id)
    .where('list', '=', 'claims')
    .orderBy('first_entry')
    .execute()
  // of its own length: PostgreSQL's are windows into larger buffers, which would be handed on whole
  return rows.map(({ bytes }) => ({ bytes: new Uint8Array(bytes) }))
}
