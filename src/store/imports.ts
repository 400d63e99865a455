// Documents of others, read into claims for an engagement. The documents themselves are not kept.
import { z } from 'zod'
import { ClaimsFile } from '../core/claims/claims-file.ts'
import type { EngagementId, ImportId, UserId } from '../core/record-id.ts'
import { CalendarDate, Text } from '../core/text.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'

const State = z.enum(['open', 'corrected', 'accepted', 'set-aside'])
export type ImportState = z.infer<typeof State>

/** How a document was given: whose it is, and what was said of it over what it says itself. */
export const ImportAsked = z.strictObject({
  party: Text,
  side: z.enum(['msp', 'provider']).optional(),
  title: Text.optional(),
  version: Text.optional(),
  date: CalendarDate.optional(),
})
export type ImportAsked = z.infer<typeof ImportAsked>

const ImportSummary = z.strictObject({
  claims: z.int(),
  issues: z.int(),
  title: z.string().optional(),
  documentVersion: z.string().optional(),
  date: z.string().optional(),
  declined: z.string().optional(),
})

/** As a list shows it. */
export interface ImportRecord {
  readonly id: ImportId
  readonly engagement: EngagementId
  /** the file’s name */
  readonly name: string
  readonly asked: ImportAsked
  readonly sha256: string
  readonly version: number
  readonly state: ImportState
  readonly summary: z.infer<typeof ImportSummary>
  readonly madeAt: string
  readonly madeBy: UserId
}

/** A claims file as `demarc import` writes it, without its claims and issues, which are kept in parts. */
const ClaimsHead = ClaimsFile.omit({ claims: true, issues: true })
export type ClaimsHead = z.infer<typeof ClaimsHead>

export interface OpenedImport extends ImportRecord {
  readonly file: ClaimsHead
}

/** How many claims and issues it has. */
export type Counts = Pick<ImportRecord['summary'], 'claims' | 'issues'>

export async function insertImport({ sql, tenant }: Scope, one: OpenedImport): Promise<void> {
  await sql
    .insertInto('imports')
    .values({
      tenant_id: tenant,
      import_id: one.id,
      engagement_id: one.engagement,
      name: one.name,
      party: one.asked.party,
      sha256: one.sha256,
      made_at: one.madeAt,
      made_by: one.madeBy,
      asked: JSON.stringify(one.asked),
      version: one.version,
      state: one.state,
      body: JSON.stringify(one.file),
      summary: JSON.stringify(summaryOf(one.file, one.summary)),
    })
    .execute()
}

/** Whether nobody was first: its version follows the one that stands. */
export async function saveImport(
  { sql, tenant }: Scope,
  { id, version, state, file, summary }: Pick<OpenedImport, 'id' | 'version' | 'state' | 'file' | 'summary'>,
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('imports')
    .set({ version, state, body: JSON.stringify(file), summary: JSON.stringify(summaryOf(file, summary)) })
    .where('tenant_id', '=', tenant)
    .where('import_id', '=', id)
    .where('version', '=', version - 1)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function findImport({ sql, tenant }: Scope, id: ImportId): Promise<OpenedImport | undefined> {
  const row = await sql
    .selectFrom('imports')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('import_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...recordOf(row), file: jsonIn(row.body, ClaimsHead) }
}

/** Of an engagement, in the order in which they came. */
export async function importsIn(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  states: readonly ImportState[],
): Promise<readonly OpenedImport[]> {
  const rows = await sql
    .selectFrom('imports')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .where('state', 'in', states)
    .orderBy('import_id')
    .execute()
  return rows.map((row) => ({ ...recordOf(row), file: jsonIn(row.body, ClaimsHead) }))
}

/** The newest first, without their claims. */
export async function pageOfImports(
  { sql, tenant }: Scope,
  engagement: EngagementId,
  { before, most }: { readonly before: string | undefined; readonly most: number },
): Promise<readonly ImportRecord[]> {
  const all = sql
    .selectFrom('imports')
    .select(columns)
    .where('tenant_id', '=', tenant)
    .where('engagement_id', '=', engagement)
    .orderBy('import_id', 'desc')
    .limit(most)
  const rows = await (before === undefined ? all : all.where('import_id', '<', before)).execute()
  return rows.map(recordOf)
}

const columns = [
  'import_id',
  'engagement_id',
  'name',
  'asked',
  'sha256',
  'version',
  'state',
  'summary',
  'made_at',
  'made_by',
] as const

function summaryOf({ source, declined }: ClaimsHead, { claims, issues }: Counts): ImportRecord['summary'] {
  return {
    claims,
    issues,
    ...(source.title !== undefined && { title: source.title }),
    ...(source.version !== undefined && { documentVersion: source.version }),
    ...(source.date !== undefined && { date: source.date }),
    ...(declined !== undefined && { declined }),
  }
}

function recordOf(
  row: Readonly<Record<Exclude<(typeof columns)[number], 'version'>, string>> & { readonly version: number },
): ImportRecord {
  return {
    id: row.import_id as ImportId,
    engagement: row.engagement_id as EngagementId,
    name: row.name,
    asked: jsonIn(row.asked, ImportAsked),
    sha256: row.sha256,
    version: row.version,
    state: State.parse(row.state),
    summary: jsonIn(row.summary, ImportSummary),
    madeAt: row.made_at,
    madeBy: row.made_by as UserId,
  }
}
