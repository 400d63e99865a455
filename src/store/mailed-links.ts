// Links that prove who has them: kept as hashes, taken once.
import type { UserId } from '../core/record-id.ts'
import type { SystemScope } from './scope.ts'

export type LinkKind = 'sign-in' | 'password' | 'email' | 'set-up'

export interface MailedLink {
  readonly kind: LinkKind
  readonly user?: UserId
  /** to which it was sent; for a change of address, the new one */
  readonly email?: string
  readonly createdAt: string
  /** the first moment at which it no longer holds */
  readonly endsAt: string
}

export async function insertLink({ sql }: SystemScope, secretSha256: string, link: MailedLink): Promise<void> {
  await sql
    .insertInto('mailed_links')
    .values({
      secret_sha256: secretSha256,
      kind: link.kind,
      user_id: link.user ?? null,
      email: link.email ?? null,
      created_at: link.createdAt,
      ends_at: link.endsAt,
    })
    .execute()
}

export async function findLink(
  { sql }: SystemScope,
  kind: LinkKind,
  secretSha256: string,
): Promise<MailedLink | undefined> {
  const row = await sql
    .selectFrom('mailed_links')
    .selectAll()
    .where('secret_sha256', '=', secretSha256)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row === undefined ? undefined : linkOf(row)
}

/** Of two that take it at once, one gets it. */
export async function takeLink(
  { sql }: SystemScope,
  kind: LinkKind,
  secretSha256: string,
): Promise<MailedLink | undefined> {
  const row = await sql
    .deleteFrom('mailed_links')
    .where('secret_sha256', '=', secretSha256)
    .where('kind', '=', kind)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? undefined : linkOf(row)
}

export async function deleteLinksOfKind({ sql }: SystemScope, kind: LinkKind): Promise<void> {
  await sql.deleteFrom('mailed_links').where('kind', '=', kind).execute()
}

export async function deleteLinksOf({ sql }: SystemScope, user: UserId): Promise<void> {
  await sql.deleteFrom('mailed_links').where('user_id', '=', user).execute()
}

interface LinkRow {
  readonly kind: string
  readonly user_id: string | null
  readonly email: string | null
  readonly created_at: string
  readonly ends_at: string
}

function linkOf({ kind, user_id: user, email, created_at: createdAt, ends_at: endsAt }: LinkRow): MailedLink {
  return {
    kind: kind as LinkKind,
    ...(user !== null && { user: user as UserId }),
    ...(email !== null && { email }),
    createdAt,
    endsAt,
  }
}
