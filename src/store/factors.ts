// By what a person can prove who they are, and their passkeys.
import type { PasskeyId, UserId } from '../core/record-id.ts'
import type { SystemScope } from './scope.ts'

export interface Factors {
  readonly password: boolean
  readonly totp: boolean
  readonly passkeys: number
  /** accounts at a single sign-on issuer */
  readonly singleSignOn: boolean
}

export async function factorsOf({ sql }: SystemScope, user: UserId): Promise<Factors> {
  const accounts = await sql
    .selectFrom('accounts')
    .select(['provider_id', 'password'])
    .where('user_id', '=', user)
    .execute()
  const { counted } = await sql
    .selectFrom('passkeys')
    .select(({ fn }) => fn.countAll().as('counted'))
    .where('user_id', '=', user)
    .executeTakeFirstOrThrow()
  const person = await sql
    .selectFrom('users')
    .select('two_factor_enabled')
    .where('user_id', '=', user)
    .executeTakeFirst()
  return {
    password: accounts.some(({ password }) => password !== null),
    totp: Boolean(person?.two_factor_enabled),
    passkeys: Number(counted),
    singleSignOn: accounts.some(({ provider_id: provider }) => provider.startsWith('oidc-')),
  }
}

/** @param hash as the sign-in library makes it */
export async function savePassword(
  { sql }: SystemScope,
  user: UserId,
  { id, hash, at }: { readonly id: string; readonly hash: string; readonly at: string },
): Promise<void> {
  await sql
    .insertInto('accounts')
    .values({
      account_id: id,
      provider_id: 'credential',
      subject: user,
      user_id: user,
      password: hash,
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
      scope: null,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider_id', 'subject']).doUpdateSet({ password: hash, updated_at: at }),
    )
    .execute()
}

/** Of an authenticator app, both as the sign-in library encrypts them. */
export interface TwoFactorSecrets {
  readonly id: string
  readonly secret: string
  readonly recoveryCodes: string
}

export async function listTwoFactors({ sql }: SystemScope): Promise<readonly TwoFactorSecrets[]> {
  return (await sql.selectFrom('two_factors').select(kept).execute()).map(twoFactorIn)
}

export async function twoFactorOf({ sql }: SystemScope, user: UserId): Promise<TwoFactorSecrets | undefined> {
  const row = await sql.selectFrom('two_factors').select(kept).where('user_id', '=', user).executeTakeFirst()
  return row === undefined ? undefined : twoFactorIn(row)
}

const kept = ['two_factor_id', 'secret', 'backup_codes'] as const

function twoFactorIn(row: Record<(typeof kept)[number], string>): TwoFactorSecrets {
  return { id: row.two_factor_id, secret: row.secret, recoveryCodes: row.backup_codes }
}

/** Unless its codes were changed meanwhile. */
export async function saveTwoFactor(
  { sql }: SystemScope,
  before: TwoFactorSecrets,
  after: TwoFactorSecrets,
): Promise<void> {
  await sql
    .updateTable('two_factors')
    .set({ secret: after.secret, backup_codes: after.recoveryCodes })
    .where('two_factor_id', '=', before.id)
    .where('secret', '=', before.secret)
    .where('backup_codes', '=', before.recoveryCodes)
    .execute()
}

export interface PasskeyRecord {
  readonly id: PasskeyId
  readonly name: string
  readonly createdAt?: string
  /** kept by a service that copies it to other devices */
  readonly synced: boolean
}

export async function listPasskeys({ sql }: SystemScope, user: UserId): Promise<readonly PasskeyRecord[]> {
  const rows = await sql
    .selectFrom('passkeys')
    .select(['passkey_id', 'name', 'created_at', 'backed_up'])
    .where('user_id', '=', user)
    .orderBy('passkey_id')
    .execute()
  return rows.map((row) => ({
    id: row.passkey_id as PasskeyId,
    name: row.name ?? 'Passkey',
    ...(row.created_at !== null && { createdAt: row.created_at }),
    synced: Boolean(row.backed_up),
  }))
}

/** @returns whether the person has such a passkey */
export async function renamePasskey(
  { sql }: SystemScope,
  user: UserId,
  { id, name }: { readonly id: PasskeyId; readonly name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('passkeys')
    .set({ name })
    .where('user_id', '=', user)
    .where('passkey_id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deletePasskey({ sql }: SystemScope, user: UserId, id: PasskeyId): Promise<boolean> {
  const { numDeletedRows } = await sql
    .deleteFrom('passkeys')
    .where('user_id', '=', user)
    .where('passkey_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
