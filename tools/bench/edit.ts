// One edit of an activity, against a bare transaction of the same statements, written by hand for the same engine.
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import type { EngineUnderTest } from '../../src/store/testing/fresh-database.ts'
import type { UseCase } from '../../src/usecases/context.ts'
import { changeActivities } from '../../src/usecases/change-activities.ts'
import { readActivity } from '../../src/usecases/read-activities.ts'
import { engagementOn } from './bench-engagement.ts'
import { mediansOf } from './ratio.ts'
import type { Ratio } from './ratio.ts'

const rows = 400
const rounds = { warm: 300, measured: 400 }

interface Bare {
  readonly begin: readonly Statement[]
  readonly run: (statement: Statement) => unknown
  readonly close: () => Promise<void> | void
}

interface Statement {
  readonly sql: string
  readonly values: readonly (string | number | null)[]
}

export async function editOn({ engine, fresh }: EngineUnderTest): Promise<Ratio> {
  const [edited, other] = [await fresh(), await fresh()]
  const { ctx, id } = await engagementOn(edited.url, rows)
  const twin = await engagementOn(other.url, rows)
  await twin.ctx.store.close()
  const bare = await bareOn[engine](other.url, twin.ctx.actor.tenant)
  const first = await ctx.store.read(ctx.actor.tenant, ({ sql }) =>
    sql.selectFrom('activities').select(['activity_id', 'body']).limit(1).executeTakeFirstOrThrow(),
  )
  let { activity, version } = await readActivity(ctx, id, first.activity_id)
  const edit = async () => {
    const edits = [{ version, activity: { ...activity, title: `Title ${version}` } }]
    ;[{ activity, version }] = (await changeActivities(ctx, id, edits)) as [Awaited<ReturnType<typeof readActivity>>]
  }
  let turn = 0
  const jobs = {
    edit,
    bare: async () => {
      turn += 1
      for (const statement of bareEdit({ ctx: twin.ctx, id: twin.id, row: first, turn }, bare))
        await bare.run(statement)
    },
  }
  await mediansOf(jobs, rounds.warm)
  const times = await mediansOf(jobs, rounds.measured)
  await bare.close()
  await ctx.store.close()
  for (const database of [edited, other]) await database.remove()
  const what = `one edit in a matrix of ${rows} rows, ${engine}, to a bare transaction of the same statements (${times.edit.toFixed(2)} to ${times.bare.toFixed(2)} ms)`
  return { what, ratio: times.edit / times.bare, limit: 2 }
}

interface BareEdit {
  readonly ctx: UseCase
  readonly id: string
  readonly row: { readonly activity_id: string; readonly body: string }
  readonly turn: number
}

function bareEdit({ ctx, id, row, turn }: BareEdit, { begin }: Bare): readonly Statement[] {
  const { tenant, user } = ctx.actor
  const at = new Date(ctx.now()).toISOString()
  const { activity_id: name, body } = row
  const event = JSON.stringify({ before: body, after: body })
  return [
    ...begin,
    { sql: 'select engagement_id, client_id, state, version, head_version, activities, settled, not_applicable, open, exposure, created_at, updated_at from engagements where tenant_id = $1 and engagement_id = $2' + (begin.length > 1 ? ' for update' : ''), values: [tenant, id] }, // prettier-ignore
    { sql: 'insert into past_activities (tenant_id, engagement_id, activity_id, version, given_version, body, changed_at, changed_by, ended_at, ended_by, ended) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', values: [tenant, id, name, turn, null, body, at, user, at, user, 'changed'] }, // prettier-ignore
    { sql: 'update activities set position = $1, version = $2, given_version = $3, body = $4, changed_at = $5, changed_by = $6 where tenant_id = $7 and engagement_id = $8 and activity_id = $9', values: [0, turn + 1, null, body, at, user, tenant, id, name] }, // prettier-ignore
    { sql: 'update engagements set version = $1, activities = $2, settled = $3, not_applicable = $4, open = $5, exposure = $6, updated_at = $7 where tenant_id = $8 and engagement_id = $9', values: [turn + 1, rows, 0, 0, 0, '{}', at, tenant, id] }, // prettier-ignore
    { sql: 'update event_heads set size = size + 1 where tenant_id = $1 returning size', values: [tenant] },
    { sql: 'insert into events (tenant_id, seq, event_id, at, kind, actor, engagement_id, subject, body) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', values: [tenant, turn + 100, ctx.newId('event'), at, 'activity.changed', '{}', id, name, event] }, // prettier-ignore
    { sql: 'commit', values: [] },
  ]
}

const bareOn: Readonly<Record<EngineUnderTest['engine'], (url: string, tenant: string) => Promise<Bare>>> = {
  sqlite: async (url) => {
    const database = new DatabaseSync(url.replace(/^sqlite:/, ''), { enableForeignKeyConstraints: true })
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536')
    const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
    return {
      begin: [{ sql: 'begin immediate', values: [] }],
      run: ({ sql, values }) => {
        const prepared = statements.get(sql) ?? database.prepare(sql.replaceAll(/\$\d+/g, '?'))
        statements.set(sql, prepared)
        return prepared.all(...values)
      },
      close: () => database.close(),
    }
  },
  postgres: async (url, tenant) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    const walls = "select set_config('role', 'demarc_tenant', true), set_config('app.tenant', $1, true)"
    return {
      begin: [
        { sql: 'begin', values: [] },
        { sql: walls, values: [tenant] },
      ],
      run: ({ sql, values }) => client.query(sql, [...values]),
      close: () => client.end(),
    }
  },
}
