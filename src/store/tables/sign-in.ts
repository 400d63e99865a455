// Rows for Kysely: who a person is, whatever MSPs they work with.

export interface UserTable {
  readonly user_id: string
  readonly email: string
  readonly email_verified: boolean
  readonly name: string
  readonly created_at: string
  readonly updated_at: string
}
