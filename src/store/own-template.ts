// The MSP's own catalogue and wordings, as they are kept.
import { Activity } from '../core/activity.ts'
import type { Wording } from '../core/own-template/own-template.ts'
import type { UserId } from '../core/record-id.ts'
import { Offering } from '../core/template.ts'
import { jsonIn } from './json-column.ts'
import type { Scope } from './scope.ts'
import type { OfferingTable, WordingTable } from './tables/catalogue.ts'

interface Made {
  readonly version: number
  readonly changedAt: string
  readonly changedBy: UserId
}

export interface CatalogueRecord extends Made {
  readonly offering: Offering
  /** the library's that it stands over, as its editor saw it */
  readonly origin?: Offering
  readonly position: number
  readonly archivedAt?: string
}

export interface WordingRecord extends Made {
  readonly wording: Wording
}

/** In their order, archived ones too. */
export async function listCatalogue({ sql, tenant }: Scope): Promise<readonly CatalogueRecord[]> {
  const rows = await sql
    .selectFrom('offerings')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .orderBy('position')
    .orderBy('offering_id')
    .execute()
  return rows.map(catalogueRecordOf)
}

/** New, or in place of the one with its id. */
export async function saveOffering({ sql, tenant }: Scope, record: CatalogueRecord): Promise<void> {
  const values = {
    position: record.position,
    body: JSON.stringify(record.offering),
    origin: record.origin === undefined ? null : JSON.stringify(record.origin),
    archived_at: record.archivedAt ?? null,
    ...madeIn(record),
  }
  await sql
    .insertInto('offerings')
    .values({ tenant_id: tenant, offering_id: record.offering.id, ...values })
    .onConflict((on) => on.columns(['tenant_id', 'offering_id']).doUpdateSet(values))
    .execute()
}

export async function listWordings({ sql, tenant }: Scope): Promise<readonly WordingRecord[]> {
  const rows = await sql
    .selectFrom('wordings')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .orderBy('activity_id')
    .execute()
  return rows.map(wordingRecordOf)
}

export async function findWording({ sql, tenant }: Scope, id: string): Promise<WordingRecord | undefined> {
  const row = await sql
    .selectFrom('wordings')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('activity_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : wordingRecordOf(row)
}

/** New, or in place of the one with its id. */
export async function saveWording({ sql, tenant }: Scope, record: WordingRecord): Promise<void> {
  const { wording } = record
  const values = {
    kind: wording.kind,
    body: wording.kind === 'left-out' ? null : JSON.stringify(wording.activity),
    origin: wording.kind === 'added' ? null : JSON.stringify(wording.origin),
    ...madeIn(record),
  }
  await sql
    .insertInto('wordings')
    .values({ tenant_id: tenant, activity_id: wording.id, ...values })
    .onConflict((on) => on.columns(['tenant_id', 'activity_id']).doUpdateSet(values))
    .execute()
}

export async function removeWording({ sql, tenant }: Scope, id: string): Promise<void> {
  await sql.deleteFrom('wordings').where('tenant_id', '=', tenant).where('activity_id', '=', id).execute()
}

/** One more; whoever else changes the template waits for this transaction to end. Call it first. */
export async function nextTemplateVersion({ sql, tenant }: Scope): Promise<number> {
  const { version } = await sql
    .insertInto('template_heads')
    .values({ tenant_id: tenant, version: 1 })
    .onConflict((on) => on.column('tenant_id').doUpdateSet((eb) => ({ version: eb('template_heads.version', '+', 1) })))
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** 0: nothing of it was ever changed. */
export async function templateVersion({ sql, tenant }: Scope): Promise<number> {
  const row = await sql
    .selectFrom('template_heads')
    .select('version')
    .where('tenant_id', '=', tenant)
    .executeTakeFirst()
  return row?.version ?? 0
}

function madeIn({ version, changedAt, changedBy }: Made) {
  return { version, changed_at: changedAt, changed_by: changedBy }
}

function madeOf(row: Pick<OfferingTable, 'version' | 'changed_at' | 'changed_by'>): Made {
  return { version: row.version, changedAt: row.changed_at, changedBy: row.changed_by as UserId }
}

function catalogueRecordOf(row: OfferingTable): CatalogueRecord {
  return {
    offering: jsonIn(row.body, Offering),
    ...(row.origin !== null && { origin: jsonIn(row.origin, Offering) }),
    position: row.position,
    ...(row.archived_at !== null && { archivedAt: row.archived_at }),
    ...madeOf(row),
  }
}

function wordingRecordOf(row: WordingTable): WordingRecord {
  return { wording: wordingOf(row), ...madeOf(row) }
}

function wordingOf({ activity_id: id, kind, body, origin }: WordingTable): Wording {
  if (kind === 'added') return { kind, id, activity: jsonIn(body!, Activity) }
  if (kind === 'worded') return { kind, id, activity: jsonIn(body!, Activity), origin: jsonIn(origin!, Activity) }
  if (kind === 'left-out') return { kind, id, origin: jsonIn(origin!, Activity) }
  throw new Error(`a wording of kind ${kind} is not known`)
}
