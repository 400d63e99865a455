// A client of the MSP: the organization whose engagements, contacts and history belong together.
import type { ClientId } from '../core/record-id.ts'
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

export async function insertClient({ sql, tenant }: Scope, client: Client): Promise<void> {
  await sql
    .insertInto('clients')
    .values({
      tenant_id: tenant,
      client_id: client.id,
      name: client.name,
      name_key: client.name.toLowerCase(),
      note: client.note ?? null,
      version: client.version,
      created_at: client.createdAt,
      archived_at: client.archivedAt ?? null,
    })
    .execute()
}

export async function findClient({ sql, tenant }: Scope, id: ClientId): Promise<Client | undefined> {
  const row = await sql
    .selectFrom('clients')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('client_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : clientOf(row)
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
