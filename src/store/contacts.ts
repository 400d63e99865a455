// A contact: a person at a client, by name and how to reach them. Nobody signs in by being one.
import { z } from 'zod'
import type { Page, PageAsked } from '../core/page.ts'
import type { ClientId, ContactId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import type { Scope } from './scope.ts'
import type { ContactTable } from './tables.ts'

export interface Contact {
  readonly id: ContactId
  readonly client: ClientId
  readonly name: string
  readonly email?: string
  readonly title?: string
  readonly phone?: string
  readonly version: number
}

export async function insertContact({ sql, tenant }: Scope, contact: Contact): Promise<void> {
  await sql
    .insertInto('contacts')
    .values({ tenant_id: tenant, contact_id: contact.id, client_id: contact.client, ...changing(contact) })
    .execute()
}

/** Nobody else changes it until this transaction ends. */
export async function lockContact({ sql, engine, tenant }: Scope, id: ContactId): Promise<Contact | undefined> {
  const query = sql.selectFrom('contacts').selectAll().where('tenant_id', '=', tenant).where('contact_id', '=', id)
  const row = await (engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? undefined : contactOf(row)
}

export async function saveContact({ sql, tenant }: Scope, contact: Contact): Promise<void> {
  await sql
    .updateTable('contacts')
    .set(changing(contact))
    .where('tenant_id', '=', tenant)
    .where('contact_id', '=', contact.id)
    .execute()
}

export async function removeContact({ sql, tenant }: Scope, id: ContactId): Promise<void> {
  await sql.deleteFrom('contacts').where('tenant_id', '=', tenant).where('contact_id', '=', id).execute()
}

/** In the order in which they were added. */
export async function listContacts({ sql, tenant }: Scope, client: ClientId, asked: PageAsked): Promise<Page<Contact>> {
  const after = cursorIn(asked, [z.string()])
  let query = sql.selectFrom('contacts').selectAll().where('tenant_id', '=', tenant).where('client_id', '=', client)
  if (after !== undefined) query = query.where('contact_id', '>', after[0])
  const rows = await query
    .orderBy('contact_id')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: contactOf, key: (row) => [row.contact_id] })
}

function changing({ name, email, title, phone, version }: Contact) {
  return { name, email: email ?? null, title: title ?? null, phone: phone ?? null, version }
}

function contactOf(row: ContactTable): Contact {
  return {
    id: row.contact_id as ContactId,
    client: row.client_id as ClientId,
    name: row.name,
    ...(row.email !== null && { email: row.email }),
    ...(row.title !== null && { title: row.title }),
    ...(row.phone !== null && { phone: row.phone }),
    version: row.version,
  }
}
