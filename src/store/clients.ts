// A client of the MSP: the organization whose engagements, contacts and history belong together.
import { z } from 'zod'
import type { Page, PageAsked } from '../core/page.ts'
import { askedWords, plainText } from '../core/plain-text.ts'
import type { ClientId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope } from './scope.ts'
import type { ClientTable } from './tables.ts'

export interface Client {
  readonly id: ClientId
  readonly name: string
  readonly note?: string
  readonly version: number
  /** RFC 3339, UTC */
  readonly createdAt: string
  readonly archivedAt?: string
}

export interface ClientsAsked extends PageAsked {
  /** each stands somewhere in the name */
  readonly words?: string | undefined
  /** none: both */
  readonly archived?: boolean | undefined
}

export async function insertClient({ sql, tenant }: Scope, client: Client): Promise<void> {
  await sql
    .insertInto('clients')
    .values({ tenant_id: tenant, client_id: client.id, created_at: client.createdAt, ...changing(client) })
    .execute()
}

export async function findClient(scope: Scope, id: ClientId): Promise<Client | undefined> {
  const row = await one(scope, id).executeTakeFirst()
  return row === undefined ? undefined : clientOf(row)
}

/** Nobody else changes it until this transaction ends. */
export async function lockClient(scope: Scope, id: ClientId): Promise<Client | undefined> {
  const query = one(scope, id)
  const row = await (scope.engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : clientOf(row)
}

export async function saveClient({ sql, tenant }: Scope, client: Client): Promise<void> {
  await sql
    .updateTable('clients')
    .set(changing(client))
    .where('tenant_id', '=', tenant)
    .where('client_id', '=', client.id)
    .execute()
}

/** By name. */
export async function listClients({ sql, tenant }: Scope, asked: ClientsAsked): Promise<Page<Client>> {
  const after = cursorIn(asked, [z.string(), z.string()])
  let query = sql.selectFrom('clients').selectAll().where('tenant_id', '=', tenant)
  if (asked.archived !== undefined) query = query.where('archived_at', asked.archived ? 'is not' : 'is', null)
  for (const word of askedWords(asked.words ?? '')) query = query.where('name_key', 'like', `%${word}%`)
  if (after !== undefined)
    query = query.where((eb) => eb(eb.refTuple('name_key', 'client_id'), '>', eb.tuple(...after)))
  const rows = await query
    .orderBy('name_key')
    .orderBy('client_id')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: clientOf, key: (row) => [row.name_key, row.client_id] })
}

function one({ sql, tenant }: Scope, id: ClientId) {
  return sql.selectFrom('clients').selectAll().where('tenant_id', '=', tenant).where('client_id', '=', id)
}

function changing({ name, note, version, archivedAt }: Client) {
  return { name, name_key: plainText(name), note: note ?? null, version, archived_at: archivedAt ?? null }
}

function clientOf(row: ClientTable): Client {
  return {
    id: row.client_id as ClientId,
    name: row.name,
    ...(row.note !== null && { note: row.note }),
    version: row.version,
    createdAt: row.created_at,
    ...(row.archived_at !== null && { archivedAt: row.archived_at }),
  }
}
