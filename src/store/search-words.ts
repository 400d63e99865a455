// The search over all clients: the words of activities, kept in the transaction that changes them, and asked for in one order.
import { sql as raw } from 'kysely'
import { Activity } from '../core/activity.ts'
import type { ActivityId } from '../core/identifiers.ts'
import type { Matrix } from '../core/matrix.ts'
import type { ClientId, EngagementId } from '../core/record-id.ts'
import { searchChanges } from '../core/search/search-changes.ts'
import { mark } from '../core/search/searched-words.ts'
import type { SearchedWords } from '../core/search/searched-words.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

/** Rows of one engagement are numbered below it. */
const perEngagement = 2 ** 20
const rowsAtOnce = 500

interface Whose {
  readonly id: EngagementId
  readonly client: ClientId
}

/**
 * Call it in every change of an engagement's activities, parties or parameters. What did not change must be the same object.
 * @param was none: it was not in the search (new, or archived); `is` none: it shall not be any more
 */
export async function keepSearchWords(
  scope: Scope,
  engagement: Whose,
  { was, is }: { readonly was?: Matrix | undefined; readonly is?: Matrix | undefined },
): Promise<void> {
  const { gone, changed, added } = searchChanges(was, is)
  const alone = gone.length === 0 && added.size === 0 ? [...changed] : []
  if (alone.length === 1) return rewrite(scope, engagement, alone[0]!)
  const numbers = await numbersOf(scope, engagement.id, [...gone, ...changed.keys()])
  const taken = [...numbers.values()]
  await forget(scope, taken)
  const first = await numberNew(scope, engagement.id, added.size)
  const rows = [
    ...[...changed].map(([id, words]) => ({ id, doc: numbers.get(id)!, words })),
    ...[...added].map(([id, words], index) => ({ id, doc: first + index, words })),
  ]
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await write(scope, engagement, rows.slice(from, from + rowsAtOnce))
}

/** One row that stays in its place, as most edits leave it. */
async function rewrite(scope: Scope, whose: Whose, [id, words]: readonly [ActivityId, SearchedWords]): Promise<void> {
  const { sql, engine, tenant } = scope
  const marks = marksOf(scope, whose, words)
  if (engine === 'sqlite') {
    const doc = (await numbersOf(scope, whose.id, [id])).get(id)!
    const said = { words: words.words.join(' '), marks: marks.join(' ') }
    await sql.updateTable('search_words').set(said).where('rowid', '=', doc).execute()
    return
  }
  await raw`update search_rows set vector = ${vectorOf([...words.words, ...marks])}
    where tenant_id = ${tenant} and engagement_id = ${whose.id} and activity_id = ${id}`.execute(sql)
}

function marksOf({ tenant }: Scope, { client }: Whose, { marks }: SearchedWords): readonly string[] {
  return [tenantMark(tenant), mark.client(client), ...marks]
}

function vectorOf(texts: readonly string[]) {
  return raw`array_to_tsvector(${texts}::text[])`
}

interface Row {
  readonly id: ActivityId
  readonly doc: number
  readonly words: SearchedWords
}

async function numbersOf(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  ids: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await sql
    .selectFrom('search_rows')
    .select(['activity_id', 'doc'])
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('activity_id', 'in', ids)
    .execute()
  return new Map(rows.map(({ activity_id: id, doc }) => [id, doc]))
}

async function forget({ sql, engine, tenant }: Scope, docs: readonly number[]): Promise<void> {
  for (let from = 0; from < docs.length; from += rowsAtOnce) {
    const some = docs.slice(from, from + rowsAtOnce)
    if (engine === 'sqlite') await sql.deleteFrom('search_words').where('rowid', 'in', some).execute()
    await sql.deleteFrom('search_rows').where('tenant_id', '=', tenant).where('doc', 'in', some).execute()
  }
}

/** The first of so many numbers that follow each other. */
async function numberNew({ sql, tenant }: Scope, engagement: EngagementId, count: number): Promise<number> {
  if (count === 0) return 0
  const { number, rows } = await sql
    .insertInto('search_engagements')
    .values({ tenant_id: tenant, engagement_id: engagement, rows: count })
    .onConflict((on) =>
      on
        .columns(['tenant_id', 'engagement_id'])
        .doUpdateSet((eb) => ({ rows: eb('search_engagements.rows', '+', count) })),
    )
    .returning(['number', 'rows'])
    .executeTakeFirstOrThrow()
  return number * perEngagement + rows - count
}

async function write(scope: Scope, whose: Whose, rows: readonly Row[]): Promise<void> {
  const { sql, engine, tenant } = scope
  const marked = ({ words }: Row) => marksOf(scope, whose, words)
  const keys = rows.map((row) => ({ doc: row.doc, tenant_id: tenant, engagement_id: whose.id, activity_id: row.id }))
  if (engine === 'postgres') {
    const vector = (row: Row) => vectorOf([...row.words.words, ...marked(row)])
    await sql
      .insertInto('search_rows')
      .values(keys.map((key, index) => ({ ...key, vector: vector(rows[index]!) })))
      .execute()
    return
  }
  await sql.insertInto('search_rows').values(keys).execute()
  await sql
    .insertInto('search_words')
    .values(rows.map((row) => ({ rowid: row.doc, words: row.words.words.join(' '), marks: marked(row).join(' ') })))
    .execute()
}

export interface SearchAsked {
  /** plain words, each whole but the last, which may be the start of one */
  readonly words: readonly [string, ...string[]]
  readonly marks: readonly string[]
  readonly after?: SearchPlace | undefined
  readonly most: number
}

/** Says nothing of other tenants, whose engagements are numbered with ours. */
export interface SearchPlace {
  readonly engagement: EngagementId
  readonly row: number
}

export interface SearchHit {
  readonly place: SearchPlace
  readonly activity: Activity
}

export async function searchActivities(scope: Scope, asked: SearchAsked): Promise<readonly SearchHit[]> {
  const { sql, engine, tenant } = scope
  const after = asked.after === undefined ? -1 : await docAt(scope, asked.after)
  const marks = [tenantMark(tenant), ...asked.marks]
  const found =
    engine === 'sqlite'
      ? raw`search_words cross join search_rows r on r.doc = search_words.rowid
          cross join activities a on a.tenant_id = r.tenant_id and a.engagement_id = r.engagement_id and a.activity_id = r.activity_id
          where search_words match ${matchOf(asked.words, marks)} and search_words.rowid > ${after}`
      : raw`search_rows r
          join activities a on a.tenant_id = r.tenant_id and a.engagement_id = r.engagement_id and a.activity_id = r.activity_id
          where r.vector @@ ${tsqueryOf(asked.words, marks)}::tsquery and r.doc > ${after}`
  const order = raw.ref(engine === 'sqlite' ? 'search_words.rowid' : 'r.doc')
  const { rows } = await raw<{ readonly engagement_id: string; readonly body: string; readonly doc: number }>`
    select r.engagement_id, a.body, r.doc from ${found} and r.tenant_id = ${tenant} order by ${order} limit ${asked.most}`.execute(
    sql,
  )
  return rows.map(({ engagement_id: engagement, body, doc }) => ({
    place: { engagement: engagement as EngagementId, row: doc % perEngagement },
    activity: jsonIn(body, Activity),
  }))
}

async function docAt({ sql, tenant }: Scope, { engagement, row }: SearchPlace): Promise<number> {
  const known = await sql
    .selectFrom('search_engagements')
    .select('number')
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .executeTakeFirst()
  return (known?.number ?? 0) * perEngagement + row
}

function tenantMark(tenant: string): string {
  return `t:${tenant}`
}

/** Words and marks hold neither quotes nor backslashes: letters, digits, and the signs of ids. */
function matchOf(words: readonly string[], marks: readonly string[]): string {
  const quoted = (list: readonly string[]) => list.map((text) => `"${text}"`).join(' AND ')
  return `words : (${quoted(words)} *) AND marks : (${quoted(marks)})`
}

function tsqueryOf(words: readonly string[], marks: readonly string[]): string {
  return [
    ...words.map((word, index) => `'${word}'${index === words.length - 1 ? ':*' : ''}`),
    ...marks.map((text) => `'${text}'`),
  ].join(' & ')
}
