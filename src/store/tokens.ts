// Personal tokens: a person's own keys to the API in one tenant. What is kept is the hash of each.
import { z } from 'zod'
import { tokenScopes } from '../core/access/token-scope.ts'
import type { TokenScope } from '../core/access/token-scope.ts'
import type { Page, PageAsked } from '../core/page.ts'
import type { TenantId, TokenId, UserId } from '../core/record-id.ts'
import { cursorIn, pageFrom } from './cursor.ts'
import { jsonIn } from './json-column.ts'
import type { Scope, SystemScope } from './scope.ts'
import type { TokenTable } from './tables/people.ts'

const Scopes = z.array(z.enum(tokenScopes))

export interface TokenRecord {
  readonly id: TokenId
  readonly user: UserId
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly createdAt: string
  readonly endsAt: string
  readonly lastUsedAt?: string
  readonly withdrawnAt?: string
}

export async function insertToken({ sql, tenant }: Scope, token: TokenRecord, secretSha256: string): Promise<void> {
  await sql
    .insertInto('tokens')
    .values({
      tenant_id: tenant,
      token_id: token.id,
      user_id: token.user,
      name: token.name,
      secret_sha256: secretSha256,
      scopes: JSON.stringify(token.scopes),
      created_at: token.createdAt,
      ends_at: token.endsAt,
      last_used_at: null,
      withdrawn_at: null,
    })
    .execute()
}

export interface TokenKey {
  readonly user: UserId
  readonly id: TokenId
}

export async function findToken({ sql, tenant }: Scope, { user, id }: TokenKey): Promise<TokenRecord | undefined> {
  const row = await sql
    .selectFrom('tokens')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('token_id', '=', id)
    .where('user_id', '=', user)
    .executeTakeFirst()
  return row === undefined ? undefined : tokenOf(row)
}

/** Newest first. */
export async function listTokens({ sql, tenant }: Scope, user: UserId, asked: PageAsked): Promise<Page<TokenRecord>> {
  const after = cursorIn(asked, [z.string()])
  let query = sql.selectFrom('tokens').selectAll().where('tenant_id', '=', tenant).where('user_id', '=', user)
  if (after !== undefined) query = query.where('token_id', '<', after[0])
  const rows = await query
    .orderBy('token_id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  return pageFrom(rows, asked, { item: tokenOf, key: ({ token_id: id }) => [id] })
}

/** @returns which of them still held: the one, or all of the person's */
export async function withdrawTokens(
  { sql, tenant }: Scope,
  { user, id, at }: { readonly user: UserId; readonly id?: TokenId; readonly at: string },
): Promise<readonly TokenId[]> {
  let query = sql
    .updateTable('tokens')
    .set({ withdrawn_at: at })
    .where('tenant_id', '=', tenant)
    .where('user_id', '=', user)
    .where('withdrawn_at', 'is', null)
  if (id !== undefined) query = query.where('token_id', '=', id)
  const rows = await query.returning('token_id').execute()
  return rows.map((row) => row.token_id as TokenId)
}

export async function tokenBySecret(
  { sql }: SystemScope,
  secretSha256: string,
): Promise<(TokenRecord & { readonly tenant: TenantId }) | undefined> {
  const row = await sql.selectFrom('tokens').selectAll().where('secret_sha256', '=', secretSha256).executeTakeFirst()
  return row === undefined ? undefined : { ...tokenOf(row), tenant: row.tenant_id as TenantId }
}

/** Told to the person and to nobody's log: it is no change that matters. */
export async function markTokenUsed(
  { sql, tenant }: Scope,
  { id, at, before }: { readonly id: TokenId; readonly at: string; readonly before: string },
): Promise<void> {
  await sql
    .updateTable('tokens')
    .set({ last_used_at: at })
    .where('tenant_id', '=', tenant)
    .where('token_id', '=', id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', before)]))
    .execute()
}

function tokenOf(row: TokenTable): TokenRecord {
  return {
    id: row.token_id as TokenId,
    user: row.user_id as UserId,
    name: row.name,
    scopes: jsonIn(row.scopes, Scopes),
    createdAt: row.created_at,
    endsAt: row.ends_at,
    ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
    ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
  }
}
