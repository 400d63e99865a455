// Rows for Kysely: who a person is, whatever MSPs they work with.
import type { Generated } from 'kysely'

/** On SQLite a boolean is 0 or 1. */
type Flag = boolean | 0 | 1

export interface UserTable {
  readonly user_id: string
  readonly email: string
  readonly email_verified: Flag
  readonly name: string
  readonly image: Generated<string | null>
  readonly two_factor_enabled: Generated<Flag>
  readonly created_at: string
  readonly updated_at: string
}

export interface SessionTable {
  readonly session_id: string
  readonly token: string
  readonly user_id: string
  readonly created_at: string
  readonly updated_at: string
  readonly expires_at: string
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly method: string | null
  readonly seen_at: string | null
  readonly fresh_at: string | null
}

export interface AccountTable {
  readonly account_id: string
  readonly provider_id: string
  readonly subject: string
  readonly user_id: string
  readonly password: string | null
  readonly access_token: string | null
  readonly refresh_token: string | null
  readonly id_token: string | null
  readonly access_token_expires_at: string | null
  readonly refresh_token_expires_at: string | null
  readonly scope: string | null
  readonly created_at: string
  readonly updated_at: string
}

export interface VerificationTable {
  readonly verification_id: string
  readonly identifier: string
  readonly value: string
  readonly expires_at: string
  readonly created_at: string
  readonly updated_at: string
}

export interface TwoFactorTable {
  readonly two_factor_id: string
  readonly user_id: string
  readonly secret: string
  readonly backup_codes: string
  readonly verified: Flag | null
  readonly failed_verification_count: number | null
  readonly locked_until: string | null
}

export interface PasskeyTable {
  readonly passkey_id: string
  readonly user_id: string
  readonly name: string | null
  readonly public_key: string
  readonly credential_id: string
  readonly counter: number
  readonly device_type: string
  readonly backed_up: Flag
  readonly transports: string | null
  readonly aaguid: string | null
  readonly created_at: string | null
}

export interface MailedLinkTable {
  readonly secret_sha256: string
  readonly kind: string
  readonly user_id: string | null
  readonly email: string | null
  readonly created_at: string
  readonly ends_at: string
}

export interface SignInLimitTable {
  readonly bucket: string
  readonly tried: number
  readonly ends_at: string
}
