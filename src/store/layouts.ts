// Layouts of other people's tables, as somebody confirmed what their columns mean: for the next document that looks alike.
import { createHash } from 'node:crypto'
import { Mapping } from '../core/mapping/mapping.ts'
import type { UserId } from '../core/record-id.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

/** A layout is the headings of a table: too long for a key. */
function keyOf(layout: string): string {
  return createHash('sha256').update(layout).digest('hex')
}

/** What was confirmed of these layouts, as one mapping; undefined where none is known. */
export async function knownLayouts({ sql, tenant }: Scope, layouts: readonly string[]): Promise<Mapping | undefined> {
  if (layouts.length === 0) return undefined
  const rows = await sql
    .selectFrom('layouts')
    .select('mapping')
    .where('tenant_id', '=', tenant)
    .where('layout', 'in', [...new Set(layouts.map(keyOf))])
    .orderBy('changed_at')
    .execute()
  const known = rows.map(({ mapping }) => jsonIn(mapping, Mapping))
  if (known.length === 0) return undefined
  return {
    tables: known.flatMap(({ tables }) => tables),
    words: Object.assign({}, ...known.map(({ words }) => words)) as Mapping['words'],
    names: Object.assign({}, ...known.map(({ names }) => names)) as NonNullable<Mapping['names']>,
  }
}

/** Each layout of the mapping, with the words and names that were confirmed with it. */
export async function rememberLayouts(
  { sql, tenant }: Scope,
  { tables, words, names }: Mapping,
  { at, by }: { readonly at: string; readonly by: UserId },
): Promise<void> {
  for (const [layout, table] of new Map(tables.map((one) => [one.layout, one]))) {
    const mapping = JSON.stringify({ tables: [table], words, ...(names && { names }) })
    const changed = { mapping, changed_at: at, changed_by: by }
    await sql
      .insertInto('layouts')
      .values({ tenant_id: tenant, layout: keyOf(layout), ...changed })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'layout']).doUpdateSet(changed))
      .execute()
  }
}
