// Fills a database with engagements of 400 rows each, by SQL past all walls: the matrix of one, copied under other ids.
import type { FreshDatabase } from '../../src/store/testing/fresh-database.ts'
import type { UseCase } from '../../src/usecases/context.ts'
import type { EngagementId } from '../../src/core/record-id.ts'
import { engagementOn } from '../bench/bench-engagement.ts'

export interface Filled {
  readonly ctx: UseCase
  readonly ids: readonly EngagementId[]
}

const perClient = 20

/** The rows are real activities and the shortest there are: what is measured is finding them. */
export async function fillWith(
  database: FreshDatabase,
  engine: 'sqlite' | 'postgres',
  { engagements, rows }: { readonly engagements: number; readonly rows: number },
): Promise<Filled> {
  const { ctx, id } = await engagementOn(database.url, rows)
  const { tenant } = ctx.actor
  const clients = Math.ceil(engagements / perClient)
  const { run } = database
  const dialect = dialects[engine]
  // Nothing of it is to survive a crash.
  await run(dialect.unguarded)
  await run(dialect.shorten(tenant, id))
  await run(
    `insert into clients select '${tenant}', ${dialect.id('cli', 'i')}, 'Client ' || i, 'client ' || i, null, 1, c.created_at, null
     from (${dialect.series(clients)}) n cross join (select created_at from clients limit 1) c`,
  )
  await run(
    `insert into engagements select tenant_id, ${dialect.id('eng', 'i')}, ${dialect.id('cli', `(1 + i % ${clients})`)},
       'Engagement ' || i, 'engagement ' || i, state, version, head_version, head, activities, settled, not_applicable,
       i % 40, exposure, case when i % 3 = 0 then '~' else '2027-01-0' || (1 + i % 9) end, frameworks, created_at, updated_at
     from (${dialect.series(engagements - 1)}) n cross join (select * from engagements where engagement_id = '${id}') e`,
  )
  // In steps, so that none of them needs the whole again beside it.
  for (let from = 0; from < engagements; from += step)
    await run(
      `insert into activities select e.tenant_id, e.engagement_id, a.activity_id, a.position, a.version, a.given_version, a.body, a.changed_at, a.changed_by
       from (select tenant_id, engagement_id from engagements where engagement_id <> '${id}' order by engagement_id limit ${step} offset ${from}) e
       cross join (select * from activities where engagement_id = '${id}') a`,
    )
  await run(dialect.settled)
  const made = await database.rows('select engagement_id from engagements order by engagement_id')
  return { ctx, ids: made.map((row) => row['engagement_id'] as EngagementId) }
}

const step = 500

const dialects = {
  sqlite: {
    unguarded: 'select 1',
    // Demarc itself never has SQLite look at its tables
    settled: 'select 1',
    series: (count: number) =>
      `with recursive one(i) as (select 1 union all select i + 1 from one where i < ${count}) select i from one`,
    id: (prefix: string, number: string) => `'${prefix}_' || printf('%026d', ${number})`,
    shorten: (tenant: string, id: string) =>
      `update activities set body = json_set(${short(tenant, id)}, '$.id', activity_id) where engagement_id = '${id}'`,
  },
  postgres: {
    unguarded: 'set session_replication_role = replica',
    settled: 'analyze',
    series: (count: number) => `select i from generate_series(1, ${count}) i`,
    id: (prefix: string, number: string) => `'${prefix}_' || lpad((${number})::text, 26, '0')`,
    shorten: (tenant: string, id: string) =>
      `update activities set body = jsonb_set(${short(tenant, id)}::jsonb, '{id}', to_jsonb(activity_id))::text where engagement_id = '${id}'`,
  },
} as const

function short(tenant: string, id: string): string {
  return `(select body from activities where tenant_id = '${tenant}' and engagement_id = '${id}' order by length(body), activity_id limit 1)`
}
