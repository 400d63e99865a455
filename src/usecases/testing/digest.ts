// What a database holds, as a digest of each table: to see that nothing changed, and else where.
import { createHash } from 'node:crypto'
import type { TenantId } from '../../core/record-id.ts'
import type { TwoMsps } from './two-msps.ts'

/** @param tenant only its rows; none: every row of every table */
export async function digestOf(
  { database, services }: Pick<TwoMsps, 'database' | 'services'>,
  tenant?: TenantId,
): Promise<Readonly<Record<string, string>>> {
  const tables = await database.rows(services.store.engine === 'sqlite' ? tablesOfSqlite : tablesOfPostgres)
  const digests: Record<string, string> = {}
  for (const { name, owned } of tables as readonly { readonly name: string; readonly owned: unknown }[]) {
    if (tenant !== undefined && !owned) continue
    const where = tenant === undefined ? '' : ` where tenant_id = '${tenant}'`
    const rows = (await database.rows(`select * from ${name}${where}`)).map((row) => JSON.stringify(row)).sort()
    digests[name] = `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`
  }
  if (Object.keys(digests).length < 20) throw new Error('the tables of the database were not found')
  return digests
}

// The tables that a full-text index keeps for itself say nothing that the index does not.
const tablesOfSqlite = `select m.name, exists (select 1 from pragma_table_info(m.name) c where c.name = 'tenant_id') as owned
  from sqlite_master m where m.type = 'table' and m.name not like 'search_words\\_%' escape '\\' order by m.name`
const tablesOfPostgres = `select t.table_name as name, exists (select from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'tenant_id') as owned
  from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`
